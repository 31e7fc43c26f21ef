using System.Globalization;
using MediaDesk.Search;

namespace MediaDesk.Web.Endpoints;

/// <summary>The search, for other programs.</summary>
internal static class SearchEndpoint
{
    private const int DefaultLimit = 60;

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/search", SearchAsync)
            .WithName("Search")
            .WithSummary("Photos on the desk, newest first")
            .WithDescription("A blank q is all photos. “sort” is newest, oldest, arrival or relevance. “next” of an answer is “after” of the next page in the same order.")
            .Produces<SearchAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> SearchAsync(
        string? q, string? limit, string? after, string? facets, string? sort, MediaSearch search, HttpResponse response, CancellationToken cancellationToken)
    {
        var size = DefaultLimit;
        if (!string.IsNullOrEmpty(limit)
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size is < 1 or > MediaSearch.LargestPage))
        {
            return Refusal.BadRequest($"“limit” is a number from 1 to {MediaSearch.LargestPage}.");
        }

        if (facets is not (null or "" or "true" or "false"))
        {
            return Refusal.BadRequest("“facets” is true or false.");
        }

        var order = SheetOrder.Newest;
        if (!string.IsNullOrEmpty(sort) && !(sort.All(char.IsAsciiLetter) && Enum.TryParse(sort, ignoreCase: true, out order)))
        {
            return Refusal.BadRequest("“sort” is newest, oldest, arrival or relevance.");
        }

        var (query, refusal) = SearchResultEndpoints.Understand(q, search);
        if (query is null)
        {
            return refusal!;
        }

        try
        {
            var page = await search.FindAsync(query, order, size, string.IsNullOrEmpty(after) ? null : after, facets == "true", cancellationToken);
            response.Headers.CacheControl = "no-cache";
            return TypedResults.Ok(SearchAnswer.Of(page, facets == "true"));
        }
        catch (FormatException)
        {
            return Refusal.BadRequest("“after” is not the “next” of an earlier answer.");
        }
    }
}
