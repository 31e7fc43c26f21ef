namespace MediaDesk.Places.GeoNames;

/// <summary>A line of alternateNames or alternateNamesV2: id, geonameid, language, name, and whether it is preferred, short, colloquial, historic.</summary>
internal sealed record AlternateName(string GeoNameId, string Language, string Name)
{
    private static readonly HashSet<string> NoLanguages = new(StringComparer.Ordinal)
    {
        "post", "link", "iata", "icao", "faac", "tcid", "unlc", "abbr", "wkdt", "phon", "piny",
    };

    /// <summary>Whether it is a name that people write, not a postcode, a link or an airport's letters.</summary>
    public bool IsWritten => !NoLanguages.Contains(Language) && Name.Length > 1;

    /// <summary>The name, or in <paramref name="fault"/> why the line is none.</summary>
    public static AlternateName? Read(string line, out string? fault)
    {
        var cells = line.Split('\t');
        fault = cells.Length is < 4 or > 10 ? $"{cells.Length} columns instead of 8 or 10"
            : !GeoNamesRow.IsId(cells[0]) || !GeoNamesRow.IsId(cells[1]) ? "the geonameid is no number"
            : string.IsNullOrWhiteSpace(cells[3]) ? "it has no name"
            : null;
        return fault is null ? new(cells[1], cells[2], cells[3].Trim()) : null;
    }
}
