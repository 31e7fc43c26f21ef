using MediaDesk.Places;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>Counts matches by cells of the map. The keys of the matches come as a statement of <see cref="SqliteSelection"/>.</summary>
internal static class SqliteMap
{
    private const string Longitude = "p.longitude BETWEEN $west AND $east", OverTheDateLine = "(p.longitude >= $west OR p.longitude <= $east)";

    /// <summary>The cells of a part of the map, the fullest first.</summary>
    /// <param name="cell">The side of a cell, in degrees.</param>
    public static IReadOnlyList<MapCell> Cells(SqliteCommand keys, GeoBox box, double cell, int most)
    {
        using (keys)
        {
            keys.CommandText = $"""
                SELECT avg(p.latitude), avg(p.longitude), count(*), min(p.latitude), min(p.longitude), max(p.latitude), max(p.longitude), max(p.media)
                FROM ({keys.CommandText}) m JOIN search_photo p ON p.photo = m.k
                WHERE p.latitude BETWEEN $south AND $north AND {(box.West <= box.East ? Longitude : OverTheDateLine)}
                GROUP BY CAST((p.latitude + 90) / $cell AS INTEGER), CAST((p.longitude + 180) / $cell AS INTEGER)
                ORDER BY 3 DESC LIMIT $most
                """;
            keys.Parameters.AddWithValue("$south", box.South);
            keys.Parameters.AddWithValue("$west", box.West);
            keys.Parameters.AddWithValue("$north", box.North);
            keys.Parameters.AddWithValue("$east", box.East);
            keys.Parameters.AddWithValue("$cell", cell);
            keys.Parameters.AddWithValue("$most", most);
            using var reader = keys.ExecuteReader();
            var cells = new List<MapCell>();
            while (reader.Read())
            {
                cells.Add(new(
                    reader.GetDouble(0), reader.GetDouble(1), reader.GetInt32(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5), reader.GetDouble(6), reader.GetInt64(7)));
            }

            return cells;
        }
    }

    /// <summary>How many matches there are, and how many of them have a position.</summary>
    public static (int Counted, int Placed) Count(SqliteCommand keys)
    {
        using (keys)
        {
            keys.CommandText = $"SELECT count(*), count(p.latitude) FROM ({keys.CommandText}) m JOIN search_photo p ON p.photo = m.k";
            using var reader = keys.ExecuteReader();
            reader.Read();
            return (reader.GetInt32(0), reader.GetInt32(1));
        }
    }
}
