using MediaDesk.Wording;
using Microsoft.AspNetCore.Mvc;

namespace MediaDesk.Web.Endpoints;

/// <summary>What captions and articles say, for other programs. Nothing is stored.</summary>
internal static class WordingEndpoints
{
    public static void MapWording(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/parse", ParseAsync)
            .WithName("ParseCaption")
            .WithSummary("What a credit line or caption says: byline, agencies, date, place, restrictions")
            .WithDescription("Top-level values would be filled in; “offers” holds what is not sure enough. Positions are UTF-16 units.")
            .WithMetadata(new RequestSizeLimitAttribute(GivenText.MaxBytes))
            .Accepts<GivenText>("application/json")
            .Produces<ParsedCaption>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapPost("/api/article", ArticleAsync)
            .WithName("ReadArticle")
            .WithSummary("The photo blocks of an article (text or HTML), each with its keywords and what its caption and credit say")
            .WithMetadata(new RequestSizeLimitAttribute(GivenText.MaxBytes))
            .Accepts<GivenText>("application/json")
            .Produces<ArticlePhoto[]>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<IResult> ParseAsync(HttpRequest request, CaptionReader captions)
    {
        var (given, refusal) = await GivenText.ReadAsync(request);
        return given is null ? refusal! : TypedResults.Ok(captions.Read(given.Text, given.Published));
    }

    private static async Task<IResult> ArticleAsync(HttpRequest request, ArticleReader articles)
    {
        var (given, refusal) = await GivenText.ReadAsync(request);
        return given is null ? refusal! : TypedResults.Ok(articles.Read(given.Text, given.Published));
    }
}
