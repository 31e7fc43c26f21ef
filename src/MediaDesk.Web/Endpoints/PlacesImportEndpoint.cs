using MediaDesk.HousePlaces;
using MediaDesk.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MediaDesk.Web.Endpoints;

/// <summary>Takes tables of GeoNames in. The bytes go from the connection into the data folder, and from there line by line into an index.</summary>
internal static class PlacesImportEndpoint
{
    private const int LongestBoundary = 200;
    private const long LargestFile = 4L << 30;
    private const string Sender = "upload";

    public static void MapPlacesImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/places/import", PostAsync)
            .WithName("ImportPlaces")
            .WithSummary("Imports tables of GeoNames (multipart/form-data, .txt or .zip) and answers when they are in")
            .WithMetadata(new DisableRequestSizeLimitAttribute())
            .Produces<IReadOnlyList<ImportReport>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    private static async Task<Results<Ok<List<ImportReport>>, ProblemHttpResult>> PostAsync(
        HttpRequest request, PlaceImporter importer, DeskFolder folder, DiskSpace disk, IHostApplicationLifetime lifetime)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "Tables are sent as multipart/form-data.");
        }

        if (HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            return Refusal.BadRequest("The upload does not name the boundary between its parts.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted, lifetime.ApplicationStopping);
        var reports = new List<ImportReport>();
        try
        {
            var parts = new MultipartReader(boundary, request.Body);
            while (await parts.ReadNextSectionAsync(stop.Token) is { } part)
            {
                if (UploadEndpoint.FileName(part) is { } name)
                {
                    reports.Add(await ImportAsync(part.Body, name, importer, folder, disk, stop.Token));
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException || (fault is IOException and not BadHttpRequestException && !stop.IsCancellationRequested))
        {
            return Refusal.BadRequest("The upload ended early or is not multipart/form-data.");
        }

        return reports.Count == 0 ? Refusal.BadRequest("The upload holds no file.") : TypedResults.Ok(reports);
    }

    private static async Task<ImportReport> ImportAsync(
        Stream body, string name, PlaceImporter importer, DeskFolder folder, DiskSpace disk, CancellationToken cancellationToken)
    {
        var staged = Path.Combine(folder.Places, $"{Guid.NewGuid():n}.upload");
        try
        {
            long length = 0;
            await using (var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                var buffer = new byte[1 << 16];
                for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0; length += read)
                {
                    if (length > LargestFile)
                    {
                        return new(name, 0, 0, 0, [], "The file is larger than any table of GeoNames.");
                    }

                    if (length % (64L << 20) < read && disk.Measure() is var room && !room.Fits(64L << 20))
                    {
                        return new(name, 0, 0, 0, [], room.IsShort);
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }

            return await importer.ImportAsync(staged, name, Sender, null, cancellationToken);
        }
        finally
        {
            File.Delete(staged);
        }
    }
}
