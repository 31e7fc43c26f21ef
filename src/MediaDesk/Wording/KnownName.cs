using MediaDesk.Places;

namespace MediaDesk.Wording;

/// <summary>All that one name may mean.</summary>
internal sealed class KnownName
{
    /// <summary>ISO 3166-1 alpha-3, where it is a country.</summary>
    public string? CountryCode { get; set; }

    /// <summary>Where it is a state or province in one of its spellings.</summary>
    public RegionSpelling? State { get; set; }

    public List<Place> Regions { get; } = [];

    public List<Place> Districts { get; } = [];

    /// <summary>Most likely first.</summary>
    public List<Place> Cities { get; } = [];

    public List<Place> Sites { get; } = [];

    /// <summary>"Lebanon, Tenn.", "Cuba, Mo.": a town of the state that stands behind it, whatever country bears its name.</summary>
    public static void TakeTownsForCountries(List<PlaceName> names, KnownName[] known)
    {
        for (var i = 0; i + 1 < known.Length; i++)
        {
            if (known[i].CountryCode is { } code && known[i + 1].State is { } state && state.CountryCode != code && names[i + 1] is { Relation: PlaceRelation.Within }
                && known[i].Cities.Exists(city => city.CountryCode == state.CountryCode && city.Region == state.Name))
            {
                known[i] = known[i].WithoutCountry();
            }
        }
    }

    /// <summary>The same name where it cannot be that of a country.</summary>
    private KnownName WithoutCountry()
    {
        var other = new KnownName { State = State };
        other.Regions.AddRange(Regions);
        other.Districts.AddRange(Districts);
        other.Cities.AddRange(Cities);
        other.Sites.AddRange(Sites);
        return other;
    }

    public bool IsKnown => CountryCode is not null || State is not null || Regions.Count > 0 || Cities.Count > 0 || Sites.Count > 0 || Districts.Count > 0;

    /// <summary>A country, region or city so well known that "X's" is a place and no saint or queen.</summary>
    public bool IsGreat => CountryCode is not null || IsRegion || (Cities.Count > 0 && Cities[0].Population >= 100_000);

    public bool IsRegion => State is not null || Regions.Count > 0;
}
