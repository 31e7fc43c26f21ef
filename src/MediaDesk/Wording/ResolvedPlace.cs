using MediaDesk.Places;

namespace MediaDesk.Wording;

/// <summary>A place phrase sorted into the fields of a photo. Names are numbers into the group; -1 for a level that the phrase does not name.</summary>
internal sealed record ResolvedPlace(PlaceGroup Group)
{
    public int Sublocation { get; set; } = -1;

    public int City { get; set; } = -1;

    public int Region { get; set; } = -1;

    public int Country { get; set; } = -1;

    /// <summary>ISO 3166-1 alpha-3 of the country named or of what is known of the others.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The place of the gazetteer that the smallest known name means.</summary>
    public Place? Known { get; set; }

    /// <summary>Whether it is the one of that name and there is no other of its size, or the other names decide.</summary>
    public bool IsSure { get; set; }

    /// <summary>Whether the city is in the gazetteer where the phrase says it is.</summary>
    public bool IsCityKnown { get; set; }

    /// <summary>Takes up a name of another phrase and says its number.</summary>
    public int Adopt(PlaceName name)
    {
        Group.Names.Add(name);
        return Group.Names.Count - 1;
    }

    public bool IsEmpty => City < 0 && Region < 0 && Country < 0 && Sublocation < 0;
}
