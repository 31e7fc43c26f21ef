using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>The names of photographers: telling several apart, and capitals to normal case.</summary>
internal static partial class PersonName
{
    private static readonly FrozenSet<string> Particles = new[]
    {
        "de", "del", "della", "der", "den", "dem", "di", "da", "do", "dos", "das", "du", "la", "las", "le", "los", "van", "von", "zu", "ter", "ten", "y", "e", "bin", "ibn",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Organisations = new[]
    {
        "agency", "agencia", "agence", "agentur", "agenzia", "agencja", "press", "presse", "prensa", "news", "newspaper", "newspapers", "images", "image", "photos", "pictures", "pics",
        "pix", "wire", "service", "services", "times", "post", "chronicle", "herald", "tribune", "gazette", "journal", "globe", "observer", "telegraph", "mail", "star", "sun",
        "ltd", "inc", "llc", "gmbh", "plc", "co", "corp", "company", "media", "studio", "studios", "university", "college", "institute", "institutes", "department", "dept", "ministry",
        "ministerio", "minister", "police", "command", "army", "navy", "force", "forces", "guard", "border", "embassy", "office", "government", "presidency", "presidential", "council",
        "commission", "authority", "administration", "archive", "archives", "collection", "museum", "library", "gallery", "zoo", "park", "foundation", "association", "federation",
        "organization", "organisation", "committee", "society", "union", "network", "television", "tv", "radio", "channel", "sports", "sport", "industries", "group", "international", "national",
        "communications", "technologies", "satellite", "space", "center", "centre", "hospital", "school", "church", "court", "parliament", "house", "palace", "fire", "rescue", "us", "u", "un", "brigade",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the words are rather those of an organisation than of a person.</summary>
    public static bool IsOrganisation(string part) =>
        TextNormaliser.Words(part).Any(Organisations.Contains) || Domain().IsMatch(part) || Acronym().IsMatch(part);

    /// <summary>Capitals and nothing else, at most three: the initials of a staff photographer.</summary>
    public static bool IsInitials(string part) => Initials().IsMatch(part);

    /// <summary>Two to four words that begin with a capital, as people are called.</summary>
    public static bool LooksLikePerson(string part) => Person().IsMatch(part);

    /// <summary>The people of a part that may name several, in normal case.</summary>
    public static IEnumerable<string> Split(string part) => Between().Split(part).Select(Case).Where(name => name.Length > 0);

    /// <summary><c>OMAR HAJ KADOUR</c> and <c>Piero CRUCIATTI</c> in normal case; <c>LM Otero</c> and <c>J. Scott</c> as they are.</summary>
    public static string Case(string name)
    {
        name = Blanks().Replace(name, " ").Trim(' ', ',', '-');
        var isAllCapitals = !name.Any(char.IsLower);
        var words = name.Split(' ');
        return string.Join(' ', words.Select((word, index) => CaseWord(word, isAllCapitals, index == 0)));
    }

    private static string CaseWord(string word, bool isAllCapitals, bool isFirst)
    {
        var letters = word.Count(char.IsLetter);
        if (letters < 2 || word.Any(char.IsLower) || (!isAllCapitals && letters < 3) || (word.Contains('.', StringComparison.Ordinal) && letters < 4))
        {
            return word;
        }

        if (!isFirst && Particles.Contains(word))
        {
            return word.ToLowerInvariant();
        }

        var cased = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant());
        return Scottish().Replace(cased, match => match.Groups[1].Value + match.Groups[2].Value.ToUpperInvariant());
    }

    [GeneratedRegex(@"\s*;\s*|\s*,(?!\s*(?:jr|sr|ii|iii)\b)\s*|\s+(?:and|und|et|&)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\.(com|org|net|ie|uk|pl|fr|de|it|es|eu|ru|cn|tv)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^\p{Lu}{4,6}$")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"^(\p{Lu}\.?){1,3}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Initials();

    [GeneratedRegex(@"^\p{Lu}[\p{L}\p{M}'’.\-]*(\s+[\p{L}\p{M}'’.\-]+){1,3}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Person();

    [GeneratedRegex(@"^(Mac|Mc)(\p{Ll})(?=\p{Ll}{3})")]
    private static partial Regex Scottish();
}
