using System.Globalization;
using System.Text;
using MediaDesk.Places;
using MediaDesk.Search.Query;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Search.Sqlite;

/// <summary>
/// A search as a statement that yields the sheet keys of what matches. All that a person typed is in its parameters. A date is a range
/// of keys, since the keys are in the order of the sheet; a place on the map is its cells, then the coordinates themselves: by the
/// statement, or by <see cref="Holds"/> where those of all photos are in memory.
/// Where coordinates stand deep inside other conditions, sets of keys are joined instead, which takes longer.
/// </summary>
internal sealed class SqliteSelection
{
    private readonly SqliteMatch match;
    private readonly bool comparesPlaces;
    private readonly List<(QueryNode Leaf, bool IsExcluded, GeoBox Around)> places = [];
    private readonly Dictionary<string, object> parameters = [];
    private long from = long.MinValue;
    private long end = long.MaxValue;

    private SqliteSelection(SqliteMatch match, bool comparesPlaces) => (this.match, this.comparesPlaces) = (match, comparesPlaces);

    /// <summary>Whether the statement yields keys that match only if their photo's place <see cref="Holds"/>.</summary>
    public bool IsWide => places.Count > 0;

    /// <summary>The part of the statement before any condition on the key <c>k</c>.</summary>
    private string Body { get; set; } = "";

    /// <summary>How the key is called in a condition that is added: SQLite seeks in the index by its own name alone.</summary>
    private string Key { get; set; } = "k";

    /// <param name="comparesPlaces">Whether the statement compares all coordinates itself.</param>
    public static SqliteSelection Of(QueryNode tree, SqliteMatch match, bool comparesPlaces)
    {
        var selection = new SqliteSelection(match, comparesPlaces);
        IReadOnlyList<QueryNode> parts = tree is QueryNode.AllOf all ? all.Parts : [tree];
        if (parts.Count == 0)
        {
            (selection.Body, selection.Key) = ("SELECT photo AS k FROM search_photo WHERE 1", "photo");
        }
        else if (parts.Any(part => HasMap(part) && MapLeaf(part) is null))
        {
            selection.Body = $"SELECT k FROM ({selection.Sets(tree)}) WHERE 1";
        }
        else
        {
            (selection.Body, selection.Key) = (selection.Stream(parts), "t.rowid");
        }

        return selection;
    }

    /// <summary>Whether what is at this place fulfils the conditions on the map that the statement leaves out. No numbers: at no place.</summary>
    public bool Holds((double Latitude, double Longitude) at)
    {
        foreach (var (leaf, isExcluded, around) in places)
        {
            var holds = around.Holds(at.Latitude, at.Longitude) && leaf switch
            {
                QueryNode.Near { Position: { } center } near => MapGrid.Distance(center.Latitude, center.Longitude, at.Latitude, at.Longitude) <= near.Km,
                _ => true,
            };
            if (holds == isExcluded)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The part of a stretch of the sheet in which matches can be.</summary>
    public (long First, long Last) Within(long first, long last) => (Math.Max(first, from), end == long.MaxValue ? last : Math.Min(last, end - 1));

    /// <summary>At most <paramref name="limit"/> sheet keys that match, from <paramref name="from"/> to before <paramref name="end"/>.</summary>
    public SqliteCommand Keys(SqliteConnection connection, SqliteTransaction transaction, bool isNewestFirst, long from, long end, int limit)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"{Body} AND {Key} >= $from AND {Key} < $end ORDER BY {Key} {(isNewestFirst ? "DESC" : "ASC")} LIMIT $limit";
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.Parameters.AddWithValue("$from", Math.Max(from, this.from));
        command.Parameters.AddWithValue("$end", Math.Min(end, this.end));
        command.Parameters.AddWithValue("$limit", limit);
        return command;
    }

    /// <summary>
    /// The matches with how well they match, the newest first; null where the search has no words to rank by. Words of the headline
    /// weigh more than those of the caption, and those more than the rest.
    /// </summary>
    public SqliteCommand? Ranked(SqliteConnection connection, SqliteTransaction transaction, int limit)
    {
        if (Key != "t.rowid")
        {
            return null;
        }

        var command = Keys(connection, transaction, isNewestFirst: true, long.MinValue, long.MaxValue, limit);
        var weights = string.Join(", ", Enum.GetValues<SearchColumn>().Select(column => column switch
        {
            SearchColumn.Headline => 8,
            SearchColumn.Mark => 0,
            SearchColumn.Keyword or SearchColumn.Caption => 4,
            _ => 1,
        }));
        command.CommandText = command.CommandText.Replace("SELECT t.rowid AS k", $"SELECT t.rowid AS k, bm25(search_text, {weights})", StringComparison.Ordinal);
        return command;
    }

    /// <summary>Conditions that must all hold, of which none has coordinates deep inside: one pass through the index, newest first.</summary>
    private string Stream(IReadOnlyList<QueryNode> parts)
    {
        var words = new List<QueryNode>();
        var without = new HashSet<string>(StringComparer.Ordinal);
        var map = new StringBuilder();
        foreach (var part in parts)
        {
            if (part is QueryNode.When { Field: QueryField.Date } dated)
            {
                Narrow(dated.Span, without);
            }
            else if (MapLeaf(part) is { } leaf)
            {
                var isExcluded = part is QueryNode.Not;
                if (!comparesPlaces && Around(leaf) is { } around)
                {
                    places.Add((leaf, isExcluded, around));
                }
                else
                {
                    map.Append(isExcluded ? " AND NOT coalesce(" : " AND (").Append(Exact(leaf)).Append(isExcluded ? ", 0)" : ")");
                }

                if (!isExcluded)
                {
                    // Its cells narrow the search; what is excluded cannot be left out by cells it shares with others.
                    words.Add(leaf);
                }
            }
            else
            {
                words.Add(part);
            }
        }

        var expression = Parameter(match.All(words, without));
        var join = map.Length > 0 ? "JOIN search_photo p ON p.photo = t.rowid " : "";
        return $"SELECT t.rowid AS k FROM search_text t {join}WHERE t.search_text MATCH {expression}{map}";
    }

    /// <summary>
    /// A span as a range of keys. In it also stand the photos without a date, and those of which only the year or the month is known
    /// where that does not lie in the span as a whole.
    /// </summary>
    private void Narrow(DateSpan span, HashSet<string> without)
    {
        var (start, end) = span.Resolve(match.Today);
        without.Add(SearchMark.Without(QueryFact.Date));
        from = Math.Max(from, Model.SheetKeys.First(start));
        if (end < DateTime.MaxValue)
        {
            this.end = Math.Min(this.end, Model.SheetKeys.First(end));
            if (end is not { Month: 1, Day: 1 })
            {
                without.Add(SearchMark.WholeYear(end));
            }

            if (end.Day != 1)
            {
                without.Add(SearchMark.WholeMonth(end));
            }
        }
    }

    private string Sets(QueryNode node)
    {
        if (!HasMap(node))
        {
            return $"SELECT rowid AS k FROM search_text WHERE search_text MATCH {Parameter(match.Expression(node))}";
        }

        switch (node)
        {
            case QueryNode.AnyOf any:
                return string.Join(" UNION ", any.Parts.Select(part => $"SELECT k FROM ({Sets(part)})"));
            case QueryNode.Not not:
                return $"SELECT photo AS k FROM search_photo EXCEPT SELECT k FROM ({Sets(not.Part)})";
            case QueryNode.AllOf all:
                var plain = all.Parts.Where(part => !HasMap(part)).ToArray();
                var sets = all.Parts.Where(HasMap).Select(Sets);
                sets = plain.Length == 0 ? sets : sets.Prepend(Sets(plain.Length == 1 ? plain[0] : new QueryNode.AllOf([.. plain])));
                return string.Join(" INTERSECT ", sets.Select(set => $"SELECT k FROM ({set})"));
            default:
                return $"SELECT t.rowid AS k FROM search_text t JOIN search_photo p ON p.photo = t.rowid "
                    + $"WHERE t.search_text MATCH {Parameter(match.Expression(node))} AND {Exact(node)}";
        }
    }

    private string Exact(QueryNode leaf)
    {
        if (leaf is QueryNode.Within within)
        {
            return Inside(within.Box);
        }

        // The formula of MapGrid.Distance, solved for the cosine of the angle: three functions of SQLite a photo instead of nine. At a
        // kilometre that is exact to a hundredth of a millimetre, at a metre to a centimetre.
        var near = (QueryNode.Near)leaf;
        if (near.Position is not { } at)
        {
            return "0";
        }

        var angle = near.Km / MapGrid.EarthRadiusKm;
        if (angle >= Math.PI)
        {
            return "p.latitude IS NOT NULL";
        }

        var around = MapGrid.Around(at.Latitude, at.Longitude, near.Km);
        var (latitude, longitude, cosine, radian) = (Parameter(at.Latitude), Parameter(at.Longitude), Parameter(Math.Cos(double.DegreesToRadians(at.Latitude))), Parameter(Math.PI / 180));
        return $"{Inside(around)} AND cos((p.latitude - {latitude}) * {radian}) - {cosine} * cos(p.latitude * {radian}) * (1 - cos((p.longitude - {longitude}) * {radian})) >= {Parameter(Math.Cos(angle))}";
    }

    /// <summary>The box around a condition; null where it is about no place that is known.</summary>
    private static GeoBox? Around(QueryNode leaf) => leaf switch
    {
        QueryNode.Within within => within.Box,
        QueryNode.Near { Position: { } at } near => MapGrid.Around(at.Latitude, at.Longitude, near.Km),
        _ => null,
    };

    private string Inside(GeoBox box)
    {
        var (south, north, west, east) = (Parameter(box.South), Parameter(box.North), Parameter(box.West), Parameter(box.East));
        return $"p.latitude BETWEEN {south} AND {north} AND "
            + (box.West <= box.East ? $"p.longitude BETWEEN {west} AND {east}" : $"(p.longitude >= {west} OR p.longitude <= {east})");
    }

    /// <summary>A condition on coordinates that stands alone, or alone excluded.</summary>
    private static QueryNode? MapLeaf(QueryNode node)
    {
        var leaf = node is QueryNode.Not not ? not.Part : node;
        return leaf is QueryNode.Near or QueryNode.Within ? leaf : null;
    }

    private static bool HasMap(QueryNode node) => node switch
    {
        QueryNode.AllOf all => all.Parts.Any(HasMap),
        QueryNode.AnyOf any => any.Parts.Any(HasMap),
        QueryNode.Not not => HasMap(not.Part),
        _ => node is QueryNode.Near or QueryNode.Within,
    };

    private string Parameter(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"$p{parameters.Count}");
        parameters.Add(name, value);
        return name;
    }
}
