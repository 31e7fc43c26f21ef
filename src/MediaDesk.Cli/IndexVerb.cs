using System.CommandLine;
using MediaDesk.Search;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk index rebuild</c>: makes the search index anew from the rows while the desk goes on with the old one.</summary>
internal static class IndexVerb
{
    public static Command Create()
    {
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var rebuild = new Command("rebuild", "Make the search index anew from the rows. Searches go on meanwhile; what was stopped in the middle goes on where it was.") { json, data };
        rebuild.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), parsed.GetRequiredValue(data), cancellationToken));
        return new("index", "The search index.") { rebuild };
    }

    private static async Task<int> RunAsync(bool json, string data, CancellationToken cancellationToken)
    {
        var (desk, refusal) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var index = desk.Get<SearchIndex>();
            await CliProgress.WatchedAsync(
                "Index",
                progress => index.RebuildAsync(progress is null ? null : new Told(progress), cancellationToken));
            var total = (await desk.Get<MediaSearch>().FindAsync(SearchQuery.All, 1, null, false, cancellationToken)).Total;
            if (CliOutput.IsForPrograms(json))
            {
                CliOutput.PrintJson(new IndexReport(total));
            }
            else
            {
                Console.WriteLine($"{total} photos are in the index.");
            }

            return CommandLine.Succeeded;
        }
    }

    private sealed class Told(Action<long, long> progress) : IProgress<IndexProgress>
    {
        public void Report(IndexProgress value) => progress(value.Done, value.Total);
    }

    private sealed record IndexReport(int Photos);
}
