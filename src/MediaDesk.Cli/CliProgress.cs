using Spectre.Console;

namespace MediaDesk.Cli;

/// <summary>A progress bar on a terminal, on standard error; none in a pipe.</summary>
internal static class CliProgress
{
    /// <param name="work">Is given how to tell what is done of how much, or null where nobody watches.</param>
    public static Task WatchedAsync(string what, Func<Action<long, long>?, Task> work)
    {
        if (!CliOutput.IsWatched)
        {
            return work(null);
        }

        var screen = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Progress().AutoClear(true).StartAsync(context =>
        {
            var bar = context.AddTask(what);
            return work((done, total) =>
            {
                (bar.MaxValue, bar.Value) = (Math.Max(Math.Max(done, total), 1), done);
                bar.Description = $"{what} {done} of {total}";
            });
        });
    }
}
