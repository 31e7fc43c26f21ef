using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Tells which spellings of an agency are forms of its name: they share a word with it, or are its initials or spell those out.</summary>
internal static class AgencyNameForms
{
    private const int ShortestWord = 2;

    /// <summary>Words that begin alike are one word in two languages: Press and Presse, Canadian and Canadienne.</summary>
    private const int Stem = 5;

    /// <summary>The spellings that are, normalised.</summary>
    public static IEnumerable<string> Of(AgencyRule rule)
    {
        var name = TextNormaliser.Normalise(rule.Name);
        string[] spellings = [name, .. rule.Aliases.Append(rule.FullName).Select(TextNormaliser.Normalise).Where(normal => normal.Length > 0)];
        var initials = spellings.Select(Initials).ToHashSet(StringComparer.Ordinal);
        return spellings.Where(spelling => SharesWord(name, spelling) || initials.Contains(spelling) || name == Initials(spelling));
    }

    private static bool SharesWord(string name, string spelling) =>
        name.Split(' ').Any(one => spelling.Split(' ').Any(other => (one.Length >= ShortestWord && one == other)
            || (one.Length >= Stem && other.Length >= Stem && one.AsSpan(0, Stem).SequenceEqual(other.AsSpan(0, Stem)))));

    private static string Initials(string spelling)
    {
        var words = spelling.Split(' ').Where(word => word is not ("of" or "the" or "de" or "and")).ToList();
        return words.Count > 1 ? string.Concat(words.Select(word => word.Length > 0 ? word[..1] : "")) : "";
    }
}
