using System.CommandLine;
using System.Globalization;
using MediaDesk.Export;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Search;

namespace MediaDesk.Cli;

/// <summary><c>mediadesk search QUERY</c>: photos on the desk, newest first.</summary>
internal static class SearchVerb
{
    private const int DefaultLimit = 60;

    public static Command Create()
    {
        var words = new Argument<string[]>("QUERY")
        {
            Description = "As in the desk's search box: words, \"phrases\", prefix*, -not, OR, brackets, field:value. Without it, all photos.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var limit = new Option<int>("--limit")
        {
            Description = $"The most photos to print, from 1 to {MediaSearch.LargestPage}.", HelpName = "N", DefaultValueFactory = _ => DefaultLimit,
        };
        limit.Validators.Add(result =>
        {
            // What is no number at all is told by the parser itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var size) && size is (< 1 or > MediaSearch.LargestPage))
            {
                result.AddError($"--limit is a number from 1 to {MediaSearch.LargestPage}.");
            }
        });
        var after = new Option<string?>("--after") { Description = "Continue after the “next” of an earlier answer.", HelpName = "CURSOR" };
        var facets = new Option<bool>("--facets") { Description = "Count agencies, photographers, places, dates and kinds too." };
        var sort = new Option<SheetOrder>("--sort") { Description = "newest, oldest, arrival or relevance.", DefaultValueFactory = _ => SheetOrder.Newest };
        var format = new Option<ResultFormat?>("--format")
        {
            Description = "All results as one file on standard output: csv, jsonl, or zip with the photos and their current metadata.",
        };
        var (json, data) = (CliOptions.Json(), CliOptions.Data());
        var verb = new Command("search", "Find photos on the desk.") { words, limit, after, facets, sort, format, json, data };
        verb.Validators.Add(result =>
        {
            foreach (var other in new Option[] { limit, after, facets, sort })
            {
                if (result.GetResult(format) is not null && result.GetResult(other) is { Implicit: false })
                {
                    result.AddError($"--format writes all results, the newest first: {other.Name} does not go with it.");
                }
            }
        });
        verb.SetAction((parsed, cancellationToken) => parsed.GetValue(format) is { } wanted
            ? WriteAllAsync(string.Join(' ', parsed.GetValue(words) ?? []), wanted, parsed.GetRequiredValue(data), cancellationToken)
            : RunAsync(
            string.Join(' ', parsed.GetValue(words) ?? []), parsed.GetValue(sort), parsed.GetValue(limit), parsed.GetValue(after), parsed.GetValue(facets),
            parsed.GetValue(json), parsed.GetRequiredValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(
        string text, SheetOrder sort, int limit, string? after, bool facets, bool json, string data, CancellationToken cancellationToken)
    {
        var (query, fault) = SearchQuery.Parse(text);
        if (query is null)
        {
            await Console.Error.WriteLineAsync(Pointed(text, fault!));
            return CommandLine.NotUnderstood;
        }

        var (desk, refusal) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var search = desk.Get<MediaSearch>();
            if (search.Doubt(query) is { } doubt)
            {
                await Console.Error.WriteLineAsync(Pointed(text, doubt));
                return CommandLine.NotUnderstood;
            }

            try
            {
                var page = await search.FindAsync(query, sort, limit, after, facets, cancellationToken);
                Print(SearchAnswer.Of(page, facets), json);
                return CommandLine.Succeeded;
            }
            catch (FormatException exception)
            {
                await Console.Error.WriteLineAsync($"--after: {exception.Message}");
                return CommandLine.NotUnderstood;
            }
        }
    }

    private static async Task<int> WriteAllAsync(string text, ResultFormat format, string data, CancellationToken cancellationToken)
    {
        var (query, fault) = SearchQuery.Parse(text);
        if (query is null)
        {
            await Console.Error.WriteLineAsync(Pointed(text, fault!));
            return CommandLine.NotUnderstood;
        }

        var (desk, refusal) = await DeskHost.OpenAsync(data, create: false, cancellationToken);
        if (desk is null)
        {
            return CommandLine.Refuse(refusal!);
        }

        using (desk)
        {
            var search = desk.Get<MediaSearch>();
            if (search.Doubt(query) is { } doubt)
            {
                await Console.Error.WriteLineAsync(Pointed(text, doubt));
                return CommandLine.NotUnderstood;
            }

            await using var output = Console.OpenStandardOutput();
            var (export, ids) = (desk.Get<PhotoExport>(), search.IdsAsync(query, cancellationToken));
            await (format switch
            {
                ResultFormat.Csv => export.WriteCsvAsync(ids, output, cancellationToken),
                ResultFormat.Jsonl => export.WriteJsonLinesAsync(ids, output, cancellationToken),
                _ => export.WriteZipAsync(ids, null, output, cancellationToken),
            });
            return CommandLine.Succeeded;
        }
    }

    private enum ResultFormat
    {
        Csv,
        Jsonl,
        Zip,
    }

    /// <summary>The query in one line, carets under what is not understood, the reason, and what would do.</summary>
    public static string Pointed(string text, SearchFault fault)
    {
        const int Around = 60;
        var start = Math.Max(0, fault.Position - Around);
        var shown = text.AsSpan(start, Math.Min(text.Length - start, 2 * Around)).ToString();
        var carets = Math.Clamp(fault.Length, 1, Math.Max(1, start + shown.Length - fault.Position));
        var suggestion = fault.Suggestion is { } meant ? $"\nTry: {CliOutput.Plain(meant)}" : "";
        return $"{Flat(shown)}\n{new string(' ', fault.Position - start)}{new string('^', carets)}\n{CliOutput.Plain(fault.Message)}{suggestion}";
    }

    private static string Flat(string text) => CliOutput.Plain(text).Replace('\n', ' ');

    private static void Print(SearchAnswer answer, bool json)
    {
        if (CliOutput.IsForPrograms(json))
        {
            CliOutput.PrintJson(answer);
            return;
        }

        CliOutput.PrintTable(
            ["id", "date", "photo", "place", "byline", "credit"],
            answer.Items.Select(photo => (string[])
            [
                photo.Id.ToString(CultureInfo.InvariantCulture),
                photo.Fields.Text(NewsroomFields.DateCreated.Id) ?? "",
                photo.Fields.Text(NewsroomFields.Headline.Id) ?? photo.FileName,
                string.Join(", ", new[] { NewsroomFields.City, NewsroomFields.Country }.Select(field => photo.Fields.Text(field.Id)).OfType<string>()),
                photo.Fields.Text(NewsroomFields.Byline.Id) ?? "",
                photo.Fields.Text(NewsroomFields.CreditLine.Id) ?? "",
            ]));
        foreach (var (name, facet) in answer.Facets ?? new Dictionary<string, Facet>())
        {
            CliOutput.PrintTable([name, facet.IsExact ? "photos" : "photos (of the newest)"], facet.Values.Select(value => (string[])[value.Value, $"{value.Count}"]));
        }

        Console.WriteLine($"{answer.Total}{(answer.TotalIsExact ? "" : "+")} photos");
        if (answer.Next is not null)
        {
            Console.WriteLine($"More with --after {answer.Next}");
        }
    }
}
