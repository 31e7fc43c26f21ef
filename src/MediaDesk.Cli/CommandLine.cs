using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Cli;

/// <summary>Runs a verb: 0 when it succeeded, 1 when something it was asked to do failed, 2 when it was not understood.</summary>
internal static class CommandLine
{
    public const int Succeeded = 0;
    public const int Failed = 1;
    public const int NotUnderstood = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        // A query may begin with @; it names no file of arguments.
        var parsed = root.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync();
            new HelpAction().Invoke(root.Parse(Path(parsed), parsed.Configuration), Console.Error);
            return NotUnderstood;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failed;
        }
    }

    /// <summary>Says on standard error why a verb cannot begin.</summary>
    public static int Refuse(string reason)
    {
        Console.Error.WriteLine(reason);
        return Failed;
    }

    private static void Invoke(this HelpAction help, ParseResult about, TextWriter output)
    {
        about.InvocationConfiguration.Output = output;
        help.Invoke(about);
    }

    private static string[] Path(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? [] : [parsed.CommandResult.Command.Name];
}
