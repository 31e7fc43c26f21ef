namespace MediaDesk.Search.Facets;

/// <summary>What results are counted by. Each is also a field of the search language, so that a value can become a condition.</summary>
internal enum FacetKind
{
    Agency,
    Origin,
    Distributor,
    By,
    Country,
    Region,
    City,
    Status,
    Format,
    Orientation,
    Is,
    Missing,
    /// <summary>Marks a date of which only the year is known: it belongs to no month. Not shown.</summary>
    YearOnly,
}
