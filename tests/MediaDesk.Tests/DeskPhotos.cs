using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Tests;

/// <summary>Photos put straight into a desk's rows and folder, for tests of what happens after ingest.</summary>
internal static class DeskPhotos
{
    /// <summary>A stored photo whose file says <paramref name="fields"/>; <paramref name="bytes"/> stand for the original.</summary>
    public static async Task<MediaItem> AddPhotoAsync(
        this IServiceProvider services, FieldValues fields, string fileName = "photo.jpg", byte[]? bytes = null, PictureState picture = PictureState.Ready,
        MetadataReading? reading = null)
    {
        var content = bytes ?? Guid.NewGuid().ToByteArray();
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        var folder = services.GetRequiredService<DeskFolder>();
        Directory.CreateDirectory(Path.GetDirectoryName(folder.Original(sha256))!);
        await File.WriteAllBytesAsync(folder.Original(sha256), content, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(folder.RenditionStem(sha256))!);
        foreach (var size in Rendition.Sizes)
        {
            await File.WriteAllTextAsync(folder.Rendition(sha256, size), $"{fileName} {size}", TestContext.Current.CancellationToken);
        }

        return await services.GetRequiredService<DeskWriter>().WriteAsync(
            async db =>
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                var item = new MediaItem { FileName = fileName, Fields = fields, Picture = picture, AddedUtc = now, ChangedUtc = now };
                await db.PlaceOnSheetAsync(item, TestContext.Current.CancellationToken);
                db.Media.Add(item);
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                await db.DeliverAsync(item, reading ?? new() { Format = PhotoFormat.Jpeg, Fields = fields }, sha256, content.Length, now);
                var arrival = new HistoryEntry { AtUtc = now, Editor = "desk", Kind = HistoryKind.Ingest };
                arrival.Photos.Add(new() { MediaItemId = item.Id });
                db.History.Add(arrival);
                return item;
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>Another original of a photo, made current. Fields that no editor has changed follow its reading.</summary>
    public static async Task DeliverAsync(this DeskDbContext db, MediaItem item, MetadataReading reading, string sha256, long byteSize, DateTime atUtc)
    {
        var original = new Original
        {
            MediaItemId = item.Id,
            Sha256 = sha256,
            FileName = item.FileName,
            ByteSize = byteSize,
            Format = reading.Format ?? PhotoFormat.Jpeg,
            DeliveredBy = "upload",
            ReceivedUtc = atUtc,
            Reading = reading,
        };
        original.Renditions.AddRange(Rendition.Sizes.Select(size => new Rendition { Size = size, Width = size, Height = size, ByteSize = 1 }));
        db.Originals.Add(original);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        item.CurrentOriginalId = original.Id;
        item.Fields = item.Overlay.Over(reading.Fields);
    }

    public static FieldValues Fields(params (string Property, string Text)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Property, FieldValue.Of(value.Text)!)));
}
