using System.CommandLine;
using MediaDesk.Ingest;
using MediaDesk.Storage;
using Spectre.Console;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk ingest PATH…</c>: puts files and whole folders onto the desk.</summary>
internal static class IngestVerb
{
    private static readonly TimeSpan DrawEvery = TimeSpan.FromMilliseconds(200);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders; folders with their subfolders.", Arity = ArgumentArity.OneOrMore };
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("ingest", "Put photos onto the desk. They stay where they are; the desk keeps copies.") { paths, json, data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(paths), parsed.GetValue(json), parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string[] paths, bool json, string data, CancellationToken cancellationToken)
    {
        var (desk, refusal) = await DeskHost.OpenAsync(data, create: true, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var found = PhotoFiles.Find(paths, desk.Get<DeskFolder>().Root);
            await desk.StartAsync(cancellationToken);
            var report = await IngestAsync(desk, found.Files, cancellationToken);
            await desk.Get<IngestInbox>().FinishLeftoversAsync(cancellationToken);
            await desk.StopAsync();
            report = report with { Failed = [.. found.Failed, .. report.Failed] };
            Print(report, json);
            return report.Failed.Count == 0 ? CommandLine.Succeeded : CommandLine.Failed;
        }
    }

    private static async Task<IngestReport> IngestAsync(DeskHost desk, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var inbox = desk.Get<IngestInbox>();
        var batch = await inbox.BeginBatchAsync(cancellationToken);
        await inbox.AcceptFilesAsync(batch, files, "command line", cancellationToken);
        var ingest = inbox.WaitAsync(batch, cancellationToken);
        if (CliOutput.IsWatched)
        {
            await WatchAsync(desk.Get<IngestProgress>(), ingest, cancellationToken);
        }

        return await ingest;
    }

    private static Task WatchAsync(IngestProgress progress, Task ingest, CancellationToken cancellationToken)
    {
        var screen = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return screen.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask("Ingest");
            while (!ingest.IsCompleted)
            {
                var state = progress.Current;
                (bar.MaxValue, bar.Value) = (Math.Max(1, state.Total), state.Done);
                bar.Description = $"{state.Done} of {state.Total}" + (state.Failed > 0 ? $", {state.Failed} failed" : "");
                await Task.WhenAny(ingest, Task.Delay(DrawEvery, cancellationToken));
            }
        });
    }

    private static void Print(IngestReport report, bool json)
    {
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(report);
            return;
        }

        foreach (var failure in report.Failed)
        {
            Console.Error.WriteLine(CliOutput.Plain($"{failure.File}: {failure.Reason}"));
        }

        Console.WriteLine($"{report.Added} added, {report.Duplicates} already here, {report.Versions} new versions, {report.Sidecars} sidecars, {report.Failed.Count} failed");
    }
}
