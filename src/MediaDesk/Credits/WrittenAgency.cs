using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>
/// How the credit of a photo names an agency: as the line writes it, in normal case. What only dresses the name up goes (AP Photo, PA Pictures, Alamy Stock
/// Photo), a name spelled out that the agency is short for becomes the short one (The Associated Press), one cut short is completed (Getty), and one that is another name altogether becomes the usual one.
/// Which agency it is, and what the desk counts it under, is not touched by that.
/// </summary>
internal static class WrittenAgency
{
    private static readonly string[] Dress = [" photo", " photos", " photography", " editorial", " live news", " stock photo", " stock photos", " stock"];

    /// <summary>In other languages these dress up initials alone: AP Foto; but Antara Foto is a name.</summary>
    private static readonly string[] DressOfInitials = [" foto", " fotos", " pictures", " picture", " images"];

    private const string Glued = "photo";
    private const int ShortestFamilyWord = 4;

    public static string Of(CreditSlice slice, CreditAgency agency, AgencyCatalogue catalogue)
    {
        var normal = TextNormaliser.Normalise(slice.ToString());
        if (catalogue.FindNormal(normal) != agency || IsUsual(normal, agency, catalogue))
        {
            return agency.Name;
        }

        var bare = agency.Kind is AgencyKind.PublicBody ? normal : Bare(normal, agency, catalogue);
        if (IsUsual(bare, agency, catalogue))
        {
            return agency.Name;
        }

        var text = string.Join(' ', slice.Words().Take(WordsOf(slice, normal, bare)).Select(word => word.ToString()));
        var isOther = (agency.Kind is not AgencyKind.PublicBody && !catalogue.IsFormOfName(bare)) || text.Any(sign => char.IsLetter(sign) && sign > '\u024f');
        return isOther || (text.Contains('/', StringComparison.Ordinal) && agency.Kind is not AgencyKind.PublicBody && !normal.StartsWith(agency.Key, StringComparison.Ordinal)) ? agency.Name
            : text.Any(char.IsLower) ? text : catalogue.Written(bare) ?? InNormalCase(slice);
    }

    /// <summary>ROYAL THAI POLICE becomes Royal Thai Police; initials and single words stay as they are.</summary>
    public static string InNormalCase(CreditSlice slice)
    {
        var words = slice.Words().Select(word => word.ToString()).ToList();
        var isShouted = words.Count > 1 && !words.Exists(word => word.Any(char.IsLower)) && words.Exists(word => word.Length >= ShortestFamilyWord);
        return string.Join(' ', isShouted ? words.Select((word, i) => Cased(word, i > 0)) : words);
    }

    private static string Cased(string word, bool isInside)
    {
        var lower = word.ToLowerInvariant();
        return isInside && lower is "of" or "the" or "and" or "for" or "de" or "del" or "la" or "du" or "des" or "y" or "et" or "di" or "da" or "do" ? lower
            : word.Length < ShortestFamilyWord && !OrganisationName.IsWord(lower) || word.Contains('.', StringComparison.Ordinal) && word.IndexOf('.', StringComparison.Ordinal) < word.Length - 1 || word.Contains('/', StringComparison.Ordinal) ? word
            : NameCase.Of(new(word, 0, word.Length));
    }

    private static bool IsUsual(string normal, CreditAgency agency, AgencyCatalogue catalogue) =>
        normal == agency.Key || (agency.Kind is AgencyKind.Distributor && normal == agency.Key + " com") || catalogue.FullName(agency) is { } full && (normal.StartsWith(full, StringComparison.Ordinal) || Articled(normal, full))
            || IsCutShort(normal, agency) || IsSlip(normal, agency.Key);

    private static bool Articled(string one, string other) => one.Length == other.Length + 4 && one.StartsWith("the ", StringComparison.Ordinal) && one.EndsWith(other, StringComparison.Ordinal);

    /// <summary>Getty and Getty News for Getty Images, Rex for Rex Features: who sells is named in full.</summary>
    private static bool IsCutShort(string normal, CreditAgency agency) =>
        agency.Kind is AgencyKind.Distributor && agency.Key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank
        && normal.AsSpan(0, Math.Min(blank, normal.Length)).SequenceEqual(agency.Key.AsSpan(0, blank)) && (normal.Length == blank || normal[blank] == ' ');

    /// <summary>Retuers: the letters of the name in another order.</summary>
    private static bool IsSlip(string normal, string key) => normal.Length == key.Length && normal.Order().SequenceEqual(key.Order());

    private static string Bare(string normal, CreditAgency agency, AgencyCatalogue catalogue)
    {
        foreach (var word in agency.Name.Any(char.IsLower) ? Dress : [.. Dress, .. DressOfInitials])
        {
            if (normal.EndsWith(word, StringComparison.Ordinal) && normal[..^word.Length] is var rest && catalogue.FindNormal(rest) == agency)
            {
                return rest;
            }
        }

        // #APPhoto
        if (normal.Length > Glued.Length && normal.EndsWith(Glued, StringComparison.Ordinal) && catalogue.FindNormal(normal[..^Glued.Length]) == agency)
        {
            return normal[..^Glued.Length];
        }

        return normal;
    }

    /// <summary>How many words of the line are left where those that dress the name up are gone.</summary>
    private static int WordsOf(CreditSlice slice, string normal, string bare) =>
        slice.Words().Count - (normal.Length == bare.Length ? 0 : normal[bare.Length..].Count(' '.Equals));
}
