namespace MediaDesk.Search.Query;

/// <summary>The names of fields and facts, and what people write when they mean one of them.</summary>
internal static class QueryFields
{
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["byline"] = "by", ["photographer"] = "by", ["creator"] = "by", ["author"] = "by",
        ["creditline"] = "credit", ["agencies"] = "agency", ["supplier"] = "agency", ["provider"] = "agency",
        ["description"] = "caption", ["text"] = "caption", ["title"] = "headline",
        ["keywords"] = "keyword", ["tag"] = "keyword", ["tags"] = "keyword", ["subject"] = "keyword",
        ["place"] = "in", ["location"] = "in", ["sublocation"] = "in",
        ["town"] = "city", ["province"] = "region", ["nation"] = "country",
        ["taken"] = "date", ["created"] = "date", ["datecreated"] = "date", ["on"] = "date", ["day"] = "date",
        ["uploaded"] = "added", ["arrived"] = "added", ["without"] = "missing", ["no"] = "missing", ["with"] = "has",
        ["via"] = "distributor", ["through"] = "distributor", ["distributed"] = "distributor", ["from"] = "origin", ["around"] = "near", ["bbox"] = "box",
        ["filetype"] = "format", ["type"] = "format", ["shape"] = "orientation", ["state"] = "region",
        ["duplicate"] = "alike", ["duplicates"] = "alike", ["looks"] = "alike", ["like"] = "similar", ["related"] = "similar",
    };

    private static readonly Dictionary<string, string> FactSynonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["coordinates"] = "gps", ["position"] = "gps", ["location"] = "place", ["creator"] = "byline", ["photographer"] = "byline", ["by"] = "byline",
        ["keyword"] = "keywords", ["tags"] = "keywords", ["description"] = "caption", ["pixels"] = "file", ["creditline"] = "credit", ["agency"] = "credit",
    };

    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<QueryField>().Select(name => name.ToLowerInvariant())];

    public static IReadOnlyList<string> Facts { get; } = [.. Enum.GetNames<QueryFact>().Select(name => name.ToLowerInvariant())];

    public static string Name(this QueryField field) => field.ToString().ToLowerInvariant();

    public static string Name(this QueryFact fact) => fact.ToString().ToLowerInvariant();

    // Enum.TryParse alone would also take "3".
    public static bool TryParse(string name, out QueryField field)
    {
        field = default;
        return Names.Contains(name, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(name, ignoreCase: true, out field);
    }

    public static bool TryParse(string name, out QueryFact fact)
    {
        fact = default;
        return Facts.Contains(name, StringComparer.OrdinalIgnoreCase) && Enum.TryParse(name, ignoreCase: true, out fact);
    }

    /// <summary>The field that was probably meant, or null.</summary>
    public static string? Near(string name) => Synonyms.GetValueOrDefault(name) ?? Nearest(name, Names);

    public static string? NearFact(string name) => FactSynonyms.GetValueOrDefault(name) ?? Nearest(name, Facts);

    /// <summary>Of the words that a field takes the one that was probably meant, or null.</summary>
    public static string? NearTrait(QueryField field, string word) => Nearest(word, QueryTrait.Of(field));

    private static string? Nearest(string name, IReadOnlyList<string> among)
    {
        var (best, distance) = among.Select(known => (known, Distance(name.ToLowerInvariant(), known))).MinBy(pair => pair.Item2);
        // "in", "by" and "has" are near to everything short: at least half of the letters must be right.
        return distance <= Math.Min(2, best.Length / 2) && distance < name.Length ? best : null;
    }

    /// <summary>How many letters must be added, taken away, changed or swapped with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        var steps = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                steps[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                        steps[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[from.Length, to.Length];
    }
}
