using System.Globalization;

namespace MediaDesk.Places.GeoNames;

/// <summary>A line of the GeoNames tables of places (cities500, allCountries, a country's own): 19 columns parted by tabs, described in the dump's readme.txt.</summary>
internal sealed record GeoNamesRow(
    string Id, string Name, string AsciiName, string AlternateNames, double Latitude, double Longitude, string FeatureClass, string FeatureCode,
    string Country, string Admin1, string Admin2, long Population)
{
    private const int Columns = 19;

    /// <summary>The row, or in <paramref name="fault"/> why the line is none, as a sentence without a full stop.</summary>
    public static GeoNamesRow? Read(string line, out string? fault)
    {
        var cells = line.Split('\t');
        fault = cells.Length != Columns ? $"{cells.Length} columns instead of {Columns}"
            : !IsId(cells[0]) ? "the geonameid is no number"
            : string.IsNullOrWhiteSpace(cells[1]) ? "it has no name"
            : !TryDegrees(cells[4], 90, out _) ? $"{Short(cells[4])} is no latitude"
            : !TryDegrees(cells[5], 180, out _) ? $"{Short(cells[5])} is no longitude"
            : cells[14].Length > 0 && !long.TryParse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{Short(cells[14])} is no population"
            : cells[8].Length is not (0 or 2) ? $"{Short(cells[8])} is no country code"
            : null;
        if (fault is not null)
        {
            return null;
        }

        TryDegrees(cells[4], 90, out var latitude);
        TryDegrees(cells[5], 180, out var longitude);
        return new(
            cells[0], cells[1].Trim(), cells[2].Trim(), cells[3], latitude, longitude, cells[6], cells[7], cells[8], cells[10], cells[11],
            cells[14].Length == 0 ? 0 : long.Parse(cells[14], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>What this place is to the desk, or null for what no caption names: rivers, hotels, schools.</summary>
    public PlaceKind? Kind => (FeatureClass, FeatureCode) switch
    {
        ("P", "PPLX") => PlaceKind.Site,
        ("P", _) => PlaceKind.City,
        ("A", "ADM1") => PlaceKind.Region,
        ("A", "ADM2") => PlaceKind.District,
        ("S", "PSTB" or "CMPRF" or "CMP" or "AIRP" or "AIRB" or "PRN" or "SQR" or "STDM") or ("L", "MILB") => PlaceKind.Site,
        _ => null,
    };

    /// <summary>The id on the desk: GeoNames' code for regions and districts, the geonameid for all else.</summary>
    public string PlaceId => Kind switch
    {
        PlaceKind.Region => $"{Country}.{Admin1}",
        PlaceKind.District => $"{Country}.{Admin1}.{Admin2}",
        _ => Id,
    };

    /// <summary>The name for people; see <see cref="WireSpelling"/>.</summary>
    public string Title => WireSpelling.Of(Name, AsciiName, Country);

    /// <summary>The other names a caption may use; see <see cref="OtherNames.Of"/>.</summary>
    public IEnumerable<string> Others => OtherNames.Of(Name, AlternateNames.Split(',')).Prepend(AsciiName).Prepend(Name);

    internal static string Short(string cell) => cell.Length <= 20 ? $"“{cell}”" : $"“{cell[..20]}…”";

    internal static bool IsId(string cell) => cell.Length is > 0 and <= 10 && cell.All(char.IsAsciiDigit);

    private static bool TryDegrees(string cell, double limit, out double degrees) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= limit;
}
