using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Proposals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MediaDesk.Web.Endpoints;

/// <summary>Reading one photo and changing its fields.</summary>
internal static class MediaEndpoints
{
    private const string NoSuchPhoto = "There is no photo with this number on the desk.";
    private const int HistoryShown = 1000;

    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/media/{id:long}", GetAsync)
            .WithName("GetMedia")
            .WithSummary("One photo with its current fields, where they come from, and its history")
            .Produces<MediaAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPatch("/api/media/{id:long}", PatchAsync)
            .WithName("ChangeMedia")
            .WithSummary("Changes fields of a photo")
            .WithDescription("With If-Match nothing is stored when one of the fields it touches has been changed since; the answer is then 412 with the current values.")
            .WithMetadata(new RequestSizeLimitAttribute(CaptionPatch.MaxBytes))
            .Accepts<CaptionPatch>("application/json")
            .Produces<MediaAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> GetAsync(
        long id, MediaDetailsReader photos, DeskHistory history, ProposalFollowing proposals, HttpResponse response, CancellationToken cancellationToken)
    {
        await proposals.FreshenAsync(id, cancellationToken);
        if (await photos.FindAsync(id, cancellationToken) is not { } photo)
        {
            return Refusal.NotFound(NoSuchPhoto);
        }

        var answer = MediaAnswer.Of(photo, await history.OfPhotoAsync(id, HistoryShown, cancellationToken));
        response.Headers.ETag = answer.Etag;
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(answer);
    }

    private static async Task<IResult> PatchAsync(
        long id, HttpRequest request, CaptionEditor captions, MediaDetailsReader photos, DeskHistory history, ProposalFollowing proposals,
        CancellationToken cancellationToken)
    {
        var (patch, refusal) = await CaptionPatch.ReadAsync(request);
        if (patch is null)
        {
            return refusal!;
        }

        var response = request.HttpContext.Response;
        var result = await captions.SaveAsync(id, patch.Fields!, RevisionTag.Read(request.Headers.IfMatch), patch.Editor!, cancellationToken);
        return result switch
        {
            SaveResult.Saved => await GetAsync(id, photos, history, proposals, response, cancellationToken),
            SaveResult.NotFound => Refusal.NotFound(NoSuchPhoto),
            SaveResult.Invalid invalid => Refusal.Fields(StatusCodes.Status422UnprocessableEntity, "Nothing was stored: some values cannot be kept.", invalid.Reasons),
            SaveResult.Conflict conflict => Conflict(conflict, response),
            _ => throw new InvalidOperationException($"{result} is no end of a save."),
        };
    }

    private static ProblemHttpResult Conflict(SaveResult.Conflict conflict, HttpResponse response)
    {
        var tag = RevisionTag.Of(conflict.Revision);
        response.Headers.ETag = tag;
        return Refusal.Of(
            StatusCodes.Status412PreconditionFailed,
            "Nothing was stored: someone else has changed these fields since.",
            ("etag", tag),
            ("fields", conflict.Current),
            ("changed", conflict.Fields.Select(field => new ChangedField(field.Field, field.Current, field.Editor, field.AtUtc))));
    }

    private sealed record ChangedField(string Field, Metadata.FieldValue? Value, string Editor, DateTime At);
}
