using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MediaDesk.Ingest;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk import FILE.jsonl</c>: metadata records of another system, without pixels.</summary>
internal static class ImportVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "One record a line: {\"id\",\"fields\":{},\"gps\":{\"lat\",\"lon\"},\"filename\"}." };
        var rejects = new Option<string?>("--rejects") { Description = "Write rejected lines here, each as {\"line\",\"reason\",\"text\"}.", HelpName = "FILE" };
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("import", "Take over metadata records from another system. Importing a file again updates; edits made here stay.") { file, rejects, json, data };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(rejects) is { } lines && result.GetValue(file) is { } records && Target(lines) == Target(records))
            {
                result.AddError("Rejected lines cannot be written over the file they are in: give --rejects another name.");
            }
        });
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(rejects), parsed.GetValue(json), parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? rejects, bool json, string data, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return CommandLine.Refuse($"There is no file {file}.");
        }

        var (desk, refusal) = await DeskHost.OpenAsync(data, create: true, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            await using var rejected = rejects is null ? null : new StreamWriter(rejects) { AutoFlush = true };
            ImportReport? report = null;
            await CliProgress.WatchedAsync("Import", async progress => report = await desk.Get<RecordImport>().RunAsync(
                file, progress, rejected is null ? null : (line, bytes) => rejected.WriteLine(Rejected(line, bytes)), cancellationToken));
            Print(report!, json);
            return report!.RejectedTotal == 0 ? CommandLine.Succeeded : CommandLine.Failed;
        }
    }

    /// <summary>Where a path leads, through links.</summary>
    private static string Target(string path) => new FileInfo(path) is { Exists: true } file && file.ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : Path.GetFullPath(path);

    private static string Rejected(RejectedLine line, ReadOnlyMemory<byte> bytes) => JsonSerializer.Serialize(
        new { line.Line, line.Reason, Text = System.Text.Encoding.UTF8.GetString(bytes.Span) }, Json);

    private static void Print(ImportReport report, bool json)
    {
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(report);
            return;
        }

        foreach (var line in report.Rejected)
        {
            Console.Error.WriteLine(CliOutput.Plain($"Line {line.Line}: {line.Reason}"));
        }

        Console.WriteLine($"{report.Added} added, {report.Updated} updated, {report.Unchanged} unchanged, {report.Skipped} taken before, {report.RejectedTotal} rejected");
    }
}
