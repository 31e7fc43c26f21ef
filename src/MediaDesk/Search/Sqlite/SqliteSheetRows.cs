using System.Text.Json;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>What a page shows of a photo's row. <paramref name="Sha256"/> is null while there is no file.</summary>
internal sealed record SheetRow(
    long Id, string FileName, FieldValues Fields, bool IsEdited, ProposedKinds Proposed, PictureState Picture, int Width, int Height, string? Sha256);

/// <summary>
/// Reads the rows of a page. Past EF, which takes a fifth of the time of a whole search for sixty of them; the fields are understood as
/// they lie in the database, without a text in between.
/// </summary>
internal static class SqliteSheetRows
{
    private const string Row = """
        SELECT m.Id, m.FileName, m.Fields, m.Overlay, m.Proposed, m.Picture, m.Width, m.Height, o.Sha256
        FROM Media m LEFT JOIN Originals o ON o.Id = m.CurrentOriginalId WHERE m.SheetKey = ?1
        """;

    /// <summary>The rows with these sheet keys, those that are there.</summary>
    public static Dictionary<long, SheetRow> Read(SqliteConnection connection, IReadOnlyList<long> keys)
    {
        var rows = new Dictionary<long, SheetRow>(keys.Count);
        using var row = new SqliteStatement(connection, Row);
        foreach (var key in keys)
        {
            if (row.Bind(1, key).Next())
            {
                rows[key] = new(
                    row.Number(0), row.Text(1)!, JsonSerializer.Deserialize(row.Utf8(2), DeskJson.Default.FieldValues)!, IsEdited(row.Utf8(3)),
                    (ProposedKinds)row.Number(4), (PictureState)row.Number(5), (int)row.Number(6), (int)row.Number(7), row.Text(8));
            }

            row.Reset();
        }

        return rows;
    }

    /// <summary>No edits are written as nothing, by older versions as an overlay without values.</summary>
    private static bool IsEdited(ReadOnlySpan<byte> overlay) =>
        !overlay.IsEmpty && JsonSerializer.Deserialize(overlay, DeskJson.Default.CaptionOverlay)!.Values.Count > 0;
}
