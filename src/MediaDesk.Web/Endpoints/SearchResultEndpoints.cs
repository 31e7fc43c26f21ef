using System.Globalization;
using MediaDesk.Export;
using MediaDesk.Places;
using MediaDesk.Search;
using MediaDesk.Search.Completion;
using Microsoft.AspNetCore.Http.Features;

namespace MediaDesk.Web.Endpoints;

/// <summary>What belongs to a search besides its pages: suggestions while it is typed, exact counts, and all its results at once.</summary>
internal static class SearchResultEndpoints
{
    private const int Suggestions = 12;

    /// <summary>Degrees; some ten metres.</summary>
    private const double SmallestCell = 0.0001;

    public static void MapSearchResults(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/search/suggest", SuggestAsync)
            .WithName("Suggest")
            .WithSummary("What may be meant by the piece of q that ends at caret: fields, and their values with how many photos have them")
            .Produces<IReadOnlyList<SearchSuggestion>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/search/facets", FacetsAsync)
            .WithName("CountResults")
            .WithSummary("The facets of all results, exact however many there are")
            .Produces<IReadOnlyDictionary<string, Facet>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/search/map", MapAsync)
            .WithName("MapResults")
            .WithSummary("The results on a part of the map, box=south,west,north,east; photos closer together than cell degrees are one")
            .Produces<MapAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/search/export", ExportAsync)
            .WithName("ExportResults")
            .WithSummary("All results in one file, written as it is read; format csv, jsonl, or zip with the files and their current metadata")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> SuggestAsync(
        string? q, string? caret, SearchCompletion completion, HttpResponse response, CancellationToken cancellationToken)
    {
        var text = q ?? "";
        var at = text.Length;
        if (!string.IsNullOrEmpty(caret) && (!int.TryParse(caret, NumberStyles.None, CultureInfo.InvariantCulture, out at) || at > text.Length))
        {
            return Refusal.BadRequest("“caret” is a place in q.");
        }

        response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(await completion.SuggestAsync(text, at, Suggestions, cancellationToken));
    }

    private static async Task<IResult> FacetsAsync(string? q, MediaSearch search, HttpResponse response, CancellationToken cancellationToken)
    {
        var (query, refusal) = Understand(q, search);
        response.Headers.CacheControl = "no-cache";
        return query is null ? refusal! : TypedResults.Ok(await search.CountAsync(query, cancellationToken));
    }

    private static async Task<IResult> MapAsync(
        string? q, string? box, string? cell, MediaSearch search, HttpResponse response, CancellationToken cancellationToken)
    {
        var (query, refusal) = Understand(q, search);
        if (query is null)
        {
            return refusal!;
        }

        if (!TryBox(box, out var part) || !TryNumber(cell, out var size) || !(size is >= SmallestCell and <= 90))
        {
            return Refusal.BadRequest("“box” is south,west,north,east in degrees, “cell” a number of degrees.");
        }

        response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(await search.MapAsync(query, part, size, cancellationToken));
    }

    private static IResult ExportAsync(
        string? q, string? format, string? run, MediaSearch search, PhotoExport export, ExportRuns runs, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        var (query, refusal) = Understand(q, search);
        if (query is null)
        {
            return refusal!;
        }

        // Without a run nobody watches, and the browser alone can stop it.
        var watched = runs.Begin(run);
        IResult Whole(Func<IAsyncEnumerable<long>, Stream, CancellationToken, Task> write, string type, string extension) => TypedResults.Stream(
            target => watched.WriteAsync(stop => write(watched.Counting(search.IdsAsync(query, stop), stop), target, stop), context.Abort, cancellationToken), type, Name(clock, extension));
        switch (format)
        {
            case null or "" or "csv":
                return Whole(export.WriteCsvAsync, "text/csv; charset=utf-8", "csv");
            case "jsonl":
                return Whole(export.WriteJsonLinesAsync, "application/x-ndjson", "jsonl");
            case "zip":
                // The framework's zip writer ends an entry with a few bytes written synchronously, its asynchronous methods too.
                context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
                return Whole((ids, target, stop) => export.WriteZipAsync(ids, null, target, stop), "application/zip", "zip");
            default:
                return Refusal.BadRequest("“format” is csv, jsonl or zip.");
        }
    }

    private static bool TryBox(string? text, out GeoBox box)
    {
        var sides = (text ?? "-90,-180,90,180").Split(',');
        box = default;
        if (sides.Length != 4 || !TryNumber(sides[0], out var south) || !TryNumber(sides[1], out var west) || !TryNumber(sides[2], out var north) || !TryNumber(sides[3], out var east))
        {
            return false;
        }

        box = new(south, west, north, east);
        return Math.Abs(south) <= 90 && Math.Abs(north) <= 90 && Math.Abs(west) <= 180 && Math.Abs(east) <= 180 && south <= north;
    }

    private static bool TryNumber(string? text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>The query, or the answer that tells where it cannot be understood.</summary>
    internal static (SearchQuery? Query, IResult? Refusal) Understand(string? q, MediaSearch search)
    {
        var (query, fault) = SearchQuery.Parse(q);
        fault ??= search.Doubt(query!);
        return fault is null
            ? (query, null)
            : (null, Refusal.BadRequest(fault.Message, ("position", fault.Position), ("length", fault.Length), ("suggestion", fault.Suggestion)));
    }

    private static string Name(TimeProvider clock, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"mediadesk-{clock.GetLocalNow():yyyyMMdd-HHmmss}.{extension}");
}
