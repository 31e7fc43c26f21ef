namespace MediaDesk.Model;

/// <summary>A place that the house added to the gazetteer. Removed rows stay, so that removing can be taken back and a place that came with the desk does not return.</summary>
public sealed class HousePlace
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public HousePlaceKind Kind { get; set; }

    /// <summary>The gazetteer's id of what it lies in: a country, region, district or city.</summary>
    public required string LiesIn { get; set; }

    /// <summary>Degrees; null together with <see cref="Longitude"/>.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>Other spellings, in any script.</summary>
    public List<string> OtherNames { get; set; } = [];

    /// <summary>For a place that came with the desk, its key in the list of those; else null.</summary>
    public string? SeedKey { get; set; }

    /// <summary>The editor who last changed it, or "desk".</summary>
    public required string ChangedBy { get; set; }

    public DateTime ChangedUtc { get; set; }

    public DateTime? RemovedUtc { get; set; }
}

public enum HousePlaceKind
{
    /// <summary>A city, town or village; goes into City.</summary>
    City,
    /// <summary>A crossing, camp, square or building; goes into Sublocation.</summary>
    Site,
}
