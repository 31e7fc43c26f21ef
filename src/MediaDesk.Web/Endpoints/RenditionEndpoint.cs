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

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> GetAsync(
        long id, int size, string? v, IDbContextFactory<DeskDbContext> contexts, DeskFolder folder, HttpResponse response, CancellationToken cancellationToken)
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
            return Refusal.NotFound("There is no photo with this number on the desk.");
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
}
