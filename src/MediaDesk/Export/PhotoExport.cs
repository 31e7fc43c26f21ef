using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Export;

/// <summary>Several photos, or what is said about them, in one file, written as it is read.</summary>
public sealed class PhotoExport(IDbContextFactory<DeskDbContext> contexts, PhotoDownload downloads)
{
    private const int RowsAtOnce = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>
    /// A table of the current fields, one photo a line (RFC 4180, UTF-8 with the byte order mark that makes Excel read it
    /// as such). A value that a spreadsheet would take for a formula gets an apostrophe in front.
    /// </summary>
    public async Task WriteCsvAsync(IAsyncEnumerable<long> mediaIds, Stream target, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', NewsroomFields.All.Select(field => field.Id).Prepend("filename").Prepend("id")));
        await foreach (var row in RowsAsync(mediaIds, cancellationToken))
        {
            var cells = NewsroomFields.All.Select(field => Cell(row.Fields.Text(field.Id) ?? "")).Prepend(Cell(row.Filename)).Prepend($"{row.Id}");
            await writer.WriteLineAsync(string.Join(',', cells).AsMemory(), cancellationToken);
        }
    }

    /// <summary>One JSON object a line: <c>{"id","filename","fields"}</c>, as a search gives them.</summary>
    public async Task WriteJsonLinesAsync(IAsyncEnumerable<long> mediaIds, Stream target, CancellationToken cancellationToken)
    {
        await foreach (var row in RowsAsync(mediaIds, cancellationToken))
        {
            await JsonSerializer.SerializeAsync(target, row, Json, cancellationToken);
            await target.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    /// <summary>The photos as they leave one by one, with their sidecars. What could not be added is listed in <c>problems.txt</c>.</summary>
    public async Task WriteZipAsync(IAsyncEnumerable<long> mediaIds, LeavingAs? wish, Stream target, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "PROBLEMS" };
        var problems = new List<string>();
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await foreach (var id in mediaIds.Distinct().WithCancellation(cancellationToken))
        {
            if (await downloads.PrepareAsync(id, wish, cancellationToken) is not { } file)
            {
                problems.Add(await downloads.IsAwaitedAsync(id, cancellationToken) ? $"There is no file for photo {id} yet." : $"Photo {id} is not on the desk any more.");
                continue;
            }

            await AddAsync(zip, file with { Name = FileNames.Unique(file.Name, taken) }, cancellationToken);
        }

        if (problems.Count > 0)
        {
            await AddAsync(zip, "problems.txt", new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", problems))), CompressionLevel.Fastest, cancellationToken);
        }
    }

    /// <summary>One photo and its sidecar.</summary>
    public static async Task WriteZipAsync(LeavingFile file, Stream target, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await AddAsync(zip, file, cancellationToken);
    }

    private static async Task AddAsync(ZipArchive zip, LeavingFile file, CancellationToken cancellationToken)
    {
        // Photos are compressed already.
        await AddAsync(zip, file.Name, file.Content, CompressionLevel.NoCompression, cancellationToken);
        if (file.Sidecar is not null)
        {
            await AddAsync(zip, file.SidecarName, new MemoryStream(file.Sidecar), CompressionLevel.Fastest, cancellationToken);
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, Stream content, CompressionLevel level, CancellationToken cancellationToken)
    {
        await using (content)
        {
            await using var entry = await zip.CreateEntry(name, level).OpenAsync(cancellationToken);
            await content.CopyToAsync(entry, cancellationToken);
        }
    }

    private static string Cell(string text)
    {
        var guarded = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return guarded.AsSpan().IndexOfAny(",\"\r\n'") < 0 ? guarded : $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private async IAsyncEnumerable<Row> RowsAsync(
        IAsyncEnumerable<long> mediaIds, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var ids in mediaIds.Distinct().Chunk(RowsAtOnce).WithCancellation(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await db.Media.AsNoTracking()
                .Where(item => ids.Contains(item.Id))
                .Select(item => new Row(item.Id, item.FileName, item.Fields))
                .ToDictionaryAsync(row => row.Id, cancellationToken);
            foreach (var id in ids)
            {
                if (rows.TryGetValue(id, out var row))
                {
                    yield return row;
                }
            }
        }
    }

    private sealed record Row(long Id, string Filename, FieldValues Fields);
}
