using System.Text.RegularExpressions;

namespace MediaDesk.Places.GeoNames;

/// <summary>Other names of regions: a caption says <c>Kharkiv</c> where the official name is <c>Kharkiv Oblast</c>.</summary>
internal static partial class RegionNames
{
    /// <summary>The names without the word for what they are, where one is left.</summary>
    public static IEnumerable<string> Of(string name)
    {
        var bare = Kind().Replace(name, "").Trim();
        return bare.Length > 0 && bare != name ? [bare] : [];
    }

    [GeneratedRegex(
        @"\s+(Governorate|Muhafazah|Province|Oblast|Raion|Region|Prefecture|County|District|Department|Voivodeship|Krai|Kray|Republic|Municipality|Emirate|Parish|Canton|City)$|^(Province of|State of|Canton of|Municipality of|Republic of|Departamento de|Provincia di|Provincia de|Borough of|City of|County|Landkreis|Kreis)\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();
}
