using System.CommandLine;
using MediaDesk.Export;
using MediaDesk.Search;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk export QUERY --to DIR</c>: copies with the current metadata.</summary>
internal static class ExportVerb
{
    private const int PageSize = 500;

    public static Command Create()
    {
        var words = new Argument<string[]>("QUERY") { Description = "As in the desk's search box. Without it, all photos.", Arity = ArgumentArity.ZeroOrMore };
        var folder = new Option<string>("--to") { Description = "The folder for the copies; nothing in it is replaced.", HelpName = "DIR", Required = true };
        var way = new Option<LeavingAs?>("--as")
        {
            Description = "Where the metadata goes: auto (inside, beside where that would break content credentials), embedded, sidecar or both. Else as the desk is set.",
        };
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("export", "Write copies of photos with their current metadata.") { words, folder, way, json, data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            string.Join(' ', parsed.GetValue(words) ?? []), parsed.GetRequiredValue(folder), parsed.GetValue(way), parsed.GetValue(json),
            parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string text, string folder, LeavingAs? way, bool json, string data, CancellationToken cancellationToken)
    {
        var (query, fault) = SearchQuery.Parse(text);
        if (query is null || string.IsNullOrWhiteSpace(folder) || folder.Contains('\0'))
        {
            await Console.Error.WriteLineAsync(query is null ? SearchVerb.Pointed(text, fault!) : "--to needs the name of a folder.");
            return CommandLine.NotUnderstood;
        }

        var (desk, refusal) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var export = new FolderExport(desk.Get<PhotoDownload>(), Path.GetFullPath(folder));
            await CliProgress.WatchedAsync("Export", progress => ExportAsync(export, desk.Get<MediaSearch>(), query, way, progress, cancellationToken));
            var report = export.Report;
            Print(report, json);
            return report.Failed.Count == 0 ? CommandLine.Succeeded : CommandLine.Failed;
        }
    }

    /// <summary>Page by page, so that a million photos are not gathered first.</summary>
    private static async Task ExportAsync(
        FolderExport export, MediaSearch search, SearchQuery query, LeavingAs? way, Action<long, long>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        string? after = null;
        do
        {
            var page = await search.FindAsync(query, PageSize, after, facets: false, cancellationToken);
            foreach (var photo in page.Items)
            {
                if (!await export.AddAsync(photo.Id, photo.FileName, way, cancellationToken))
                {
                    return;
                }

                progress?.Invoke(++done, page.Total);
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private static void Print(FolderExportReport report, bool json)
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

        Console.WriteLine($"{report.Exported} exported, {report.Sidecars} with a sidecar, {report.Failed.Count} failed");
    }
}
