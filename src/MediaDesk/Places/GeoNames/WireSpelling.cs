namespace MediaDesk.Places.GeoNames;

/// <summary>How a place is written in a caption: GeoNames spells names of other scripts with the signs of scholars (<c>Khān Yūnis</c>, <c>‘Afrīn</c>), wires do not.</summary>
internal static class WireSpelling
{
    /// <summary>Countries whose own script is not Latin, by ISO 3166-1 alpha-2; those of Arabic script first.</summary>
    private const string Arabic = "AE AF BH DZ EG IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SY TN YE";
    private const string Others = "AM BD BG BT BY CN ER ET GE GR IL IN JP KG KH KP KR KZ LA LK MK MM MN NP RU TH TJ TW UA";

    private static readonly HashSet<string> ArabicCountries = [.. Arabic.Split(' ')];
    private static readonly HashSet<string> OtherCountries = [.. Others.Split(' ')];

    /// <summary>The name without them; <c>Köln</c> and <c>São Paulo</c> keep their own letters.</summary>
    public static string Of(string name, string asciiName, string country)
    {
        if (asciiName.Length == 0 || !(ArabicCountries.Contains(country) || OtherCountries.Contains(country)))
        {
            return name;
        }

        // The letter ayn; in other scripts an apostrophe parts syllables and is written.
        var plain = ArabicCountries.Contains(country) ? string.Concat(asciiName.Where(letter => letter is not ('`' or '\'' or '‘' or '’'))) : asciiName;
        return plain.Trim() is { Length: > 0 } spelled ? spelled : name;
    }
}
