using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace MediaDesk.Web.Endpoints;

/// <summary>The pictures of the contact sheet and the large preview. Photos in the bin have them too.</summary>
internal static class RenditionEndpoint
{
    /// <summary>As many digits of a hash as an address must name to be about one content alone.</summary>
    private const int ShortestPrefix = 8;

    public static void MapRenditions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/media/{id:long}/{size:int}", GetAsync)
            .WithName("GetRendition")
            .WithSummary("A photo as an upright sRGB JPEG whose longest side is at most 320, 800 or 1600 pixels")
            .WithDescription("With v, the beginning of the content's SHA-256, the answer may be kept for good.")
            .Produces(StatusCodes.Status200OK, contentType: "image/jpeg")
            .ProducesProblem(StatusCodes.Status404NotFound);

    /// <summary>What a browser shows where a photo is known by its metadata alone.</summary>
    private const string NoFile = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><rect x="1" y="1" width="598" height="398" fill="#888" fill-opacity=".12" stroke="#888" stroke-dasharray="12 8"/><text x="300" y="212" fill="#888" font-family="sans-serif" font-size="34" text-anchor="middle">No file yet</text></svg>
        """;

    private static async Task<Results<PhysicalFileHttpResult, ContentHttpResult, ProblemHttpResult>> GetAsync(
        long id, int size, string? v, IDbContextFactory<DeskDbContext> contexts, DeskFolder folder, HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        if (!Rendition.Sizes.Contains(size))
        {
            return Refusal.NotFound("A photo is shown at 320, 800 or 1600 pixels.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var photo = await db.Media.Where(item => item.Id == id)
            .Join(db.Originals, item => item.CurrentOriginalId, original => original.Id, (item, original) => new { item.Picture, original.Sha256 })
            .SingleOrDefaultAsync(cancellationToken);
        if (photo is null)
        {
            return await db.Media.AnyAsync(item => item.Id == id && item.Picture == PictureState.Absent, cancellationToken)
                ? NoFileYet(request)
                : Refusal.NotFound("There is no photo with this number on the desk.");
        }

        var path = folder.Rendition(photo.Sha256, size);
        if (!File.Exists(path))
        {
            return Refusal.NotFound("This picture has not been developed.");
        }

        if (photo.Picture == PictureState.Developing)
        {
            // A first paint: the next request may bring the picture itself.
            return TypedResults.PhysicalFile(path, "image/jpeg");
        }

        var isNamedByContent = v is { Length: >= ShortestPrefix } && photo.Sha256.StartsWith(v, StringComparison.Ordinal);
        response.Headers.CacheControl = isNamedByContent ? "private, max-age=31536000, immutable" : "no-cache";
        return TypedResults.PhysicalFile(path, "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{photo.Sha256}-{size}\""));
    }

    /// <summary>Programs are told; a browser that asks for pictures of any kind gets one that says it.</summary>
    private static Results<PhysicalFileHttpResult, ContentHttpResult, ProblemHttpResult> NoFileYet(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("image/svg+xml", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.Content(NoFile, "image/svg+xml")
            : Refusal.NotFound("There is no file for this photo yet.");
}
