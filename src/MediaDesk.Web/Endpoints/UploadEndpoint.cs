using MediaDesk.Ingest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MediaDesk.Web.Endpoints;

/// <summary>Takes photos in. The bytes go from the connection to the data folder; no form is built from them.</summary>
internal static class UploadEndpoint
{
    private const int LongestBoundary = 200;

    public static void MapUpload(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/media", PostAsync)
            .WithName("AddMedia")
            .WithSummary("Adds photos (multipart/form-data, any number of files) and answers when all are done")
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .Produces<IngestReport>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<Results<Ok<IngestReport>, ProblemHttpResult>> PostAsync(
        HttpRequest request, IngestInbox inbox, IHostApplicationLifetime lifetime)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "Photos are sent as multipart/form-data.");
        }

        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return Refusal.BadRequest("The upload does not name the boundary between its parts.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, lifetime.ApplicationStopping);
        var batch = await inbox.BeginBatchAsync(stop.Token);
        try
        {
            if (await AcceptAsync(new MultipartReader(boundary, request.Body), inbox, batch, stop.Token) == 0)
            {
                return Refusal.BadRequest("The upload holds no file.");
            }
        }
        catch (Exception fault) when (fault is InvalidDataException || (fault is IOException and not BadHttpRequestException && !stop.IsCancellationRequested))
        {
            return Refusal.BadRequest("The upload ended early or is not multipart/form-data; files that arrived whole are taken.");
        }

        return TypedResults.Ok(await inbox.WaitAsync(batch, stop.Token));
    }

    private static async Task<int> AcceptAsync(MultipartReader parts, IngestInbox inbox, long batch, CancellationToken cancellationToken)
    {
        var files = 0;
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (FileName(part) is { } name)
            {
                await inbox.AcceptAsync(batch, name, "upload", part.Body, cancellationToken);
                files++;
            }
        }

        return files;
    }

    /// <summary>The name a part came with, as data: the desk makes no path from it. Null for a part that is no file.</summary>
    internal static string? FileName(MultipartSection part)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || !disposition.IsFileDisposition())
        {
            return null;
        }

        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return HeaderUtilities.RemoveQuotes(name).Value;
    }
}
