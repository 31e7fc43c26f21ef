using System.Text.Json;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Data;

/// <summary>
/// Adds photos by the thousand, within one transaction of <see cref="DeskWriter"/>: rows as the change tracker would write them, in a
/// tenth of its time. Interceptors see nothing of it, so whoever uses it keeps the search index itself.
/// </summary>
public sealed class BulkMedia : IDisposable
{
    private readonly SqliteStatement insert;
    private readonly SqliteStatement lastKey;
    private readonly SqliteStatement taken;
    private readonly SqliteStatement known;
    private readonly DeskDbContext db;
    private readonly Dictionary<long, long> next = [];

    public BulkMedia(DeskDbContext db)
    {
        this.db = db;
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        insert = new(
            connection,
            """
            INSERT INTO Media(SheetKey, FileName, Fields, Overlay, Picture, AgencyPhotoKey, ExternalId, Latitude, Longitude, AddedUtc, ChangedUtc, Revision, Width, Height)
            VALUES (?1, ?2, ?3, '', ?4, ?5, ?6, ?7, ?8, ?9, ?9, 1, 0, 0)
            """);
        lastKey = new(connection, "SELECT max(SheetKey) FROM Media WHERE SheetKey >= ?1 AND SheetKey < ?2");
        taken = new(connection, "SELECT 1 FROM Media WHERE SheetKey = ?1");
        known = new(connection, "SELECT Id FROM Media WHERE ExternalId = ?1");
    }

    /// <summary>Fields as their column holds them. A large part of the work, and needs no transaction.</summary>
    public static byte[] Json(FieldValues fields) => JsonSerializer.SerializeToUtf8Bytes(fields, DeskJson.Default.FieldValues);

    /// <summary>
    /// While very much is written, pages that change again and again are copied into the database file only now and then, and those
    /// of the indexes stay in memory. Until <see cref="EndAsync"/>.
    /// </summary>
    public static Task BeginAsync(DeskWriter writer, CancellationToken cancellationToken) =>
        TuneAsync(writer, "PRAGMA cache_size=-96000; PRAGMA wal_autocheckpoint=32768;", cancellationToken);

    public static Task EndAsync(DeskWriter writer, CancellationToken cancellationToken) =>
        TuneAsync(writer, $"{DeskDatabase.Caching} PRAGMA shrink_memory;", cancellationToken);

    /// <summary>The number of the photo that another system knows by this id, or null.</summary>
    public long? Find(string externalId) => known.Bind(1, externalId).Number();

    /// <summary>A photo's place on the sheet; see <see cref="SheetPlaces"/>. Add the photo before placing the next one.</summary>
    public async Task<long> PlaceAsync(FieldValues fields, DateTime addedUtc, CancellationToken cancellationToken)
    {
        var first = SheetKeys.First(SheetKeys.EffectiveDate(fields, addedUtc));
        var end = first + SheetKeys.PerSecond;
        if (!next.TryGetValue(first, out var key))
        {
            key = lastKey.Bind(1, first).Bind(2, end).Number() is { } last ? last + 1 : first;
        }

        // Old archives know the day alone, and thousands of photos share its first second: the one after the last is mostly free.
        if (key >= end && (key >= SheetKeys.EndOfDay(first) || taken.Bind(1, key).Number() is not null))
        {
            key = await db.FreeSheetKeyAsync(first, cancellationToken);
        }

        next[first] = key + 1;
        return key;
    }

    /// <summary>Writes a photo that has no file and gives it its number.</summary>
    /// <param name="fields">Its fields as <see cref="Json"/> writes them.</param>
    public void Add(MediaItem item, ReadOnlySpan<byte> fields) =>
        item.Id = insert
            .Bind(1, item.SheetKey).Bind(2, item.FileName).Bind(3, fields).Bind(4, (long)item.Picture)
            .Bind(5, item.AgencyPhotoKey).Bind(6, item.ExternalId).Bind(7, item.Latitude).Bind(8, item.Longitude)
            // As the provider writes instants.
            .Bind(9, item.AddedUtc.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture))
            .Insert();

    public void Dispose()
    {
        insert.Dispose();
        lastKey.Dispose();
        taken.Dispose();
        known.Dispose();
    }

    private static Task<int> TuneAsync(DeskWriter writer, string pragmas, CancellationToken cancellationToken) =>
        writer.WriteAsync(db => db.Database.ExecuteSqlRawAsync(pragmas, cancellationToken), cancellationToken);
}
