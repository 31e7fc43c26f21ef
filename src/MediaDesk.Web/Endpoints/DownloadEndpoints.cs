using System.Globalization;
using MediaDesk.Export;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MediaDesk.Web.Endpoints;

/// <summary>Photos, and what is said about them, on their way out.</summary>
internal static class DownloadEndpoints
{
    private const int MostPhotos = 20_000;
    private const string NoSuchWay = "“as” is auto, embedded, sidecar or both.";

    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/media/{id:long}/download", GetAsync)
            .WithName("DownloadMedia")
            .WithSummary("The original pixels with the current metadata; a zip with a sidecar where the file does not carry it. “as”: auto, embedded, sidecar or both")
            .Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPost("/media/download", PostDownloadAsync)
            .WithName("DownloadSelection")
            .WithSummary("Several photos in one zip; form fields ids, repeated or separated by commas, and as (auto, embedded, sidecar or both)")
            .Produces(StatusCodes.Status200OK, contentType: "application/zip")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapPost("/media/export", PostExportAsync)
            .WithName("ExportSelection")
            .WithSummary("The current fields of several photos; form fields ids and format (csv or jsonl)")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<FileStreamHttpResult, PushStreamHttpResult, ProblemHttpResult>> GetAsync(
        long id, string? @as, PhotoDownload downloads, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        if (!TryWish(@as, out var wish))
        {
            return Refusal.BadRequest(NoSuchWay);
        }

        if (await downloads.PrepareAsync(id, wish, cancellationToken) is not { } file)
        {
            return Refusal.NotFound(await downloads.IsAwaitedAsync(id, cancellationToken)
                ? "There is no file for this photo yet."
                : "There is no photo with this number on the desk.");
        }

        return file.Sidecar is null
            ? TypedResults.File(file.Content, file.ContentType, file.Name)
            : Zip(response, target => PhotoExport.WriteZipAsync(file, target, cancellationToken), Path.ChangeExtension(file.Name, ".zip"));
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> PostDownloadAsync(
        HttpRequest request, PhotoExport export, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (form, ids, refusal) = await ReadAsync(request, cancellationToken);
        return form is null ? refusal!
            : !TryWish(form["as"], out var wish) ? Refusal.BadRequest(NoSuchWay)
            : Zip(request.HttpContext.Response, target => export.WriteZipAsync(ids.ToAsyncEnumerable(), wish, target, cancellationToken), Name(clock, "zip"));
    }

    /// <summary>Absent leaves it to the desk's setting.</summary>
    private static bool TryWish(string? text, out LeavingAs? wish)
    {
        wish = Enum.TryParse<LeavingAs>(text, ignoreCase: true, out var way) && Enum.IsDefined(way) ? way : null;
        return wish is not null || string.IsNullOrEmpty(text);
    }

    private static PushStreamHttpResult Zip(HttpResponse response, Func<Stream, Task> write, string name)
    {
        // The framework's zip writer ends an entry with a few bytes written synchronously, its asynchronous methods too.
        response.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(write, "application/zip", name);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> PostExportAsync(
        HttpRequest request, PhotoExport export, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (form, ids, refusal) = await ReadAsync(request, cancellationToken);
        return form is null ? refusal!
            : form["format"].ToString() switch
            {
                "" or "csv" => TypedResults.Stream(target => export.WriteCsvAsync(ids.ToAsyncEnumerable(), target, cancellationToken), "text/csv; charset=utf-8", Name(clock, "csv")),
                "jsonl" => TypedResults.Stream(
                    target => export.WriteJsonLinesAsync(ids.ToAsyncEnumerable(), target, cancellationToken), "application/x-ndjson", Name(clock, "jsonl")),
                _ => Refusal.BadRequest("“format” is csv or jsonl."),
            };
    }

    private static async Task<(IFormCollection? Form, List<long> Ids, ProblemHttpResult? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return (null, [], Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "A selection is sent as a form."));
        }

        var form = await request.ReadFormAsync(cancellationToken);
        var ids = new List<long>();
        foreach (var text in form["ids"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || ids.Count == MostPhotos)
            {
                return (null, [], Refusal.BadRequest($"“ids” holds at most {MostPhotos} numbers of photos."));
            }

            ids.Add(id);
        }

        return ids.Count == 0 ? (null, [], Refusal.BadRequest("“ids” names no photo.")) : (form, ids, null);
    }

    private static string Name(TimeProvider clock, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"mediadesk-{clock.GetLocalNow():yyyyMMdd-HHmmss}.{extension}");
}
