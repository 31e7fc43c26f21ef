using System.Text.Json;
using MediaDesk.Model;
using MediaDesk.Proposals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace MediaDesk.Web.Endpoints;

/// <summary>Taking and dismissing what the texts of photos say and their fields do not.</summary>
internal static class ProposalEndpoints
{
    private const int MaxBytes = 1 << 20;
    private const string NoSuchPhoto = "There is no photo with this number on the desk.";

    public static void MapProposals(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/media/{id:long}/proposals/take", TakeAsync)
            .WithName("TakeProposals")
            .WithSummary("Puts proposed values into the fields of a photo, as an edit by “editor”")
            .WithDescription("Without “ids” every proposal of the kind fill. Nothing is stored when one of them is no longer proposed, or with If-Match when its field has been changed since: the answer is then 412.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Accepts<ProposalChoice>("application/json")
            .Produces<ProposalsTaken>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapPost("/api/media/{id:long}/proposals/dismiss", DismissAsync)
            .WithName("DismissProposals")
            .WithSummary("Puts proposals away until the text they stand on changes; without “ids” all of the photo")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Accepts<ProposalChoice>("application/json")
            .Produces<ProposalsDismissed>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapPost("/api/proposals/take", TakeAllAsync)
            .WithName("TakeAllProposals")
            .WithSummary("Puts every proposal of the kind fill into the fields of several photos, as one entry of the history")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .Accepts<SelectionChoice>("application/json")
            .Produces<TakenReport>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<IResult> TakeAsync(long id, HttpRequest request, ProposalTaking taking, CancellationToken cancellationToken)
    {
        var (choice, refusal) = await ReadAsync<ProposalChoice>(request);
        if (choice is null)
        {
            return refusal!;
        }

        return await taking.TakeAsync(id, choice.Ids, RevisionTag.Read(request.Headers.IfMatch), choice.Editor ?? "", cancellationToken) switch
        {
            TakeResult.Taken taken => Taken(taken, request.HttpContext.Response),
            TakeResult.NotFound => Refusal.NotFound(NoSuchPhoto),
            TakeResult.NoName => NoName(),
            TakeResult.Overtaken overtaken => Refusal.Of(
                StatusCodes.Status412PreconditionFailed, "Nothing was stored: a field or the text it was understood from has been changed since.", ("etag", RevisionTag.Of(overtaken.Revision))),
            var other => throw new InvalidOperationException($"{other} is no end of taking."),
        };
    }

    private static Ok<ProposalsTaken> Taken(TakeResult.Taken taken, HttpResponse response)
    {
        var tag = RevisionTag.Of(taken.Revision);
        response.Headers.ETag = tag;
        return TypedResults.Ok(new ProposalsTaken(taken.Fields, taken.EntryId, tag));
    }

    private static async Task<IResult> DismissAsync(long id, HttpRequest request, ProposalDismissal dismissal, CancellationToken cancellationToken)
    {
        var (choice, refusal) = await ReadAsync<ProposalChoice>(request);
        return choice is null ? refusal!
            : await dismissal.DismissAsync(id, choice.Ids, cancellationToken) is { } dismissed ? TypedResults.Ok(new ProposalsDismissed(dismissed))
            : Refusal.NotFound(NoSuchPhoto);
    }

    private static async Task<IResult> TakeAllAsync(HttpRequest request, ProposalTaking taking, CancellationToken cancellationToken)
    {
        var (choice, refusal) = await ReadAsync<SelectionChoice>(request);
        return choice is null ? refusal!
            : EditorName.Clean(choice.Editor) is null ? NoName()
            : choice.Media is null ? Refusal.Fields(StatusCodes.Status400BadRequest, "The choice could not be understood.", [KeyValuePair.Create("media", "“media” is missing: the numbers of the photos.")])
            : choice.Media.Length > ProposalTaking.MostPhotos ? Refusal.BadRequest($"At most {ProposalTaking.MostPhotos} photos at once.")
            : TypedResults.Ok(await taking.TakeAllAsync(choice.Media, choice.Editor!, cancellationToken));
    }

    private static ProblemHttpResult NoName() =>
        Refusal.Fields(StatusCodes.Status400BadRequest, "Nothing was stored.", [KeyValuePair.Create("editor", "“editor” is missing: the name of the person who makes the change.")]);

    private static async Task<(T? Choice, ProblemHttpResult? Refusal)> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "A choice is sent as application/json."));
        }

        try
        {
            return await request.ReadFromJsonAsync<T>(request.HttpContext.RequestAborted) is { } choice ? (choice, null) : (null, NoChoice());
        }
        catch (JsonException)
        {
            return (null, NoChoice());
        }

        static ProblemHttpResult NoChoice() => Refusal.BadRequest("The body is not the JSON of a choice: an object with “ids” or “media” (lists of numbers) and “editor”.");
    }

    /// <param name="Ids">Of proposals; absent for all.</param>
    internal sealed record ProposalChoice(long[]? Ids, string? Editor);

    /// <param name="Media">Numbers of photos.</param>
    internal sealed record SelectionChoice(long[]? Media, string? Editor);

    /// <param name="Entry">In the history; null when there was nothing to take.</param>
    internal sealed record ProposalsTaken(int Fields, long? Entry, string Etag);

    internal sealed record ProposalsDismissed(int Dismissed);
}
