using System.CommandLine;
using MediaDesk.Agencies;
using MediaDesk.CleaningOrder;
using Spectre.Console;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk agencies export|import</c>: the rules by which credits are read, as a file.</summary>
internal static class AgenciesVerb
{
    public static Command Create() =>
        new("agencies", "The rules by which credits are read.") { CreateExport(), CreateImport() };

    private static Command CreateExport()
    {
        var file = new Argument<string?>("FILE") { Description = "Where the rules go as JSON. Without it, to standard output.", Arity = ArgumentArity.ZeroOrOne };
        var data = CliOptions.Data();
        var verb = new Command("export", "Write all agencies as JSON.") { file, data };
        verb.SetAction((parsed, cancellationToken) => ExportAsync(parsed.GetValue(file), parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static Command CreateImport()
    {
        var file = new Argument<string>("FILE") { Description = "Agencies as export writes them. Those that are here become as the file has them, others stay." };
        var confirm = new Option<bool>("--confirm") { Description = "Also where saved credit lines would then be read otherwise." };
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("import", "Take agencies from JSON.") { file, confirm, json, data };
        verb.SetAction((parsed, cancellationToken) => ImportAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(confirm), parsed.GetValue(json), parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> ExportAsync(string? path, string data, CancellationToken cancellationToken)
    {
        var (desk, refusal) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var json = new AgencyFile(await desk.Get<AgencyList>().RulesAsync(cancellationToken)).ToJson();
            if (path is null)
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(json, cancellationToken);
            }
            else
            {
                await File.WriteAllBytesAsync(path, json, cancellationToken);
            }

            return CommandLine.Succeeded;
        }
    }

    private static async Task<int> ImportAsync(string path, bool isConfirmed, bool json, string data, CancellationToken cancellationToken)
    {
        var size = new FileInfo(path) is { Exists: true } info ? info.Length : throw new FileNotFoundException($"There is no file {path}.");
        var (file, faults) = size > AgencyFile.MostBytes ? (null, [new("", $"{path} is too large for a file of agencies.")])
            : AgencyFile.Read(await File.ReadAllBytesAsync(path, cancellationToken));
        if (file is null)
        {
            return Print(new([], 0, 0, [.. faults.Select(fault => new ImportFault(fault.Where, fault.What))]), json);
        }

        var (desk, refusal) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var result = await desk.Get<AgencyEditor>().ImportAsync(file, "command line", isConfirmed, cancellationToken);
            switch (result)
            {
                case AgencySave.Refused refused:
                    return Print(new([], 0, 0, [.. refused.Faults.Select(fault => new ImportFault(fault.Where, fault.What))]), json);
                case AgencySave.Breaks breaks:
                    return Print(new([.. breaks.Cases.Select(one => one.Case.Line)], 0, 0, []), json);
                case AgencySave.Saved saved:
                    return Print(new([], saved.Changed, await FollowAsync(desk, cancellationToken), []), json);
                default:
                    throw new InvalidOperationException($"{result} is no end of an import.");
            }
        }
    }

    /// <summary>The photos follow before the verb ends; a check right behind it finds everything in its place. Cleaning goes by the agencies, so it comes behind.</summary>
    private static async Task<int> FollowAsync(DeskHost desk, CancellationToken cancellationToken)
    {
        var (agencies, cleaning) = (desk.Get<AgencyFollowing>(), desk.Get<CleaningFollowing>());
        return !CliOutput.IsWatched ? await BothAsync(null, null)
            : await AnsiConsole.Progress().StartAsync(bar => BothAsync(new Bar(bar.AddTask("Photos looked at")), new Bar(bar.AddTask("Photos cleaned anew"))));

        async Task<int> BothAsync(Bar? looked, Bar? cleaned)
        {
            var found = await agencies.RunAsync(looked, cancellationToken);
            await cleaning.RunAsync(cleaned, cancellationToken);
            return found;
        }
    }

    private static int Print(ImportReport report, bool json)
    {
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(report);
        }
        else
        {
            foreach (var fault in report.Faults)
            {
                Console.WriteLine(CliOutput.Plain($"{fault.Where}: {fault.What}"));
            }

            foreach (var line in report.Breaks)
            {
                Console.WriteLine(CliOutput.Plain($"Would be read otherwise: {line}"));
            }

            Console.WriteLine(report.Faults.Count > 0 ? "Nothing was changed."
                : report.Breaks.Count > 0 ? "Nothing was changed. Repeat with --confirm to take the agencies all the same."
                : $"{report.Changed} agencies changed; {report.Photos} photos are found under other names than before.");
        }

        return report.Faults.Count + report.Breaks.Count == 0 ? CommandLine.Succeeded : CommandLine.Failed;
    }

    private sealed record ImportReport(IReadOnlyList<string> Breaks, int Changed, int Photos, IReadOnlyList<ImportFault> Faults);

    private sealed record ImportFault(string Where, string What);

    private sealed class Bar(ProgressTask task) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => (task.MaxValue, task.Value) = (Math.Max(1, value.Total), value.Done);
    }
}
