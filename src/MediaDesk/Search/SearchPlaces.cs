using System.Collections.Concurrent;
using System.Collections.Immutable;
using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search.Facets;
using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>
/// Brings together what photos and searches say of places: every spelling and script of a name is the same place, and a place is
/// found in all that it lies in. A name is taken for a place of the gazetteer only where country and region do not speak
/// against it, and without a country only where there is hardly another one meant.
/// </summary>
internal sealed class SearchPlaces(Gazetteer gazetteer)
{
    /// <summary>Places of one name that a search looks for.</summary>
    private const int MostNamed = 50;

    /// <summary>Of so many people: a name without a country that is meant so.</summary>
    private const long WellKnown = 100_000;

    /// <summary>Kilometres from a town within which a photo without any words about its place is in the town, and within which in its region.</summary>
    private const double InTown = 10, InRegion = 30;

    /// <summary>What a place may be said to lie in: district, region, country.</summary>
    private const int MostAround = 3;

    private const int Remembered = 20_000;

    private Known known = new("", []);

    /// <summary>See <see cref="Gazetteer.State"/>.</summary>
    public string State => gazetteer.State;

    public PhotoPlace Of(MediaItem item)
    {
        var fields = item.Fields;
        var said = new Said(
            fields.Text(NewsroomFields.Sublocation.Id), fields.Text(NewsroomFields.City.Id), fields.Text(NewsroomFields.ProvinceState.Id),
            fields.Text(NewsroomFields.Country.Id), fields.Text(NewsroomFields.CountryCode.Id));
        GeoPosition? own = (item.Latitude, item.Longitude) is ({ } latitude, { } longitude) ? new(latitude, longitude) : null;
        if (said == default)
        {
            return own is { } at ? Unnamed(at) : new([], [], [], null);
        }

        var current = Volatile.Read(ref known);
        if (current.State != gazetteer.State)
        {
            Volatile.Write(ref known, current = new(gazetteer.State, []));
        }

        if (!current.Places.TryGetValue(said, out var place))
        {
            if (current.Places.Count >= Remembered)
            {
                current.Places.Clear();
            }

            current.Places[said] = place = Read(said);
        }

        return own is { } position ? Joined(place, position) : place;
    }

    /// <summary>The ids of all places with a name, countries apart; with <paramref name="kinds"/> only of those.</summary>
    public IReadOnlyList<string> Named(string name, params IReadOnlyList<PlaceKind> kinds) =>
    [
        .. Written(name)
            .Where(place => place.Kind != PlaceKind.Country && (kinds.Count == 0 || kinds.Contains(place.Kind)))
            .Take(MostNamed)
            .Select(place => place.Id),
    ];

    /// <summary>The tree with the position of every place that is named in it; a name that nobody knows stays.</summary>
    public QueryNode Located(QueryNode node) => node switch
    {
        QueryNode.AllOf all => new QueryNode.AllOf([.. all.Parts.Select(Located)]),
        QueryNode.AnyOf any => new QueryNode.AnyOf([.. any.Parts.Select(Located)]),
        QueryNode.Not not => new QueryNode.Not(Located(not.Part)),
        QueryNode.Near { Position: null } near when Position(near.Place) is { } position => near with { Position = position },
        _ => node,
    };

    /// <summary>What stands in the way of a search that only the gazetteer can tell: a place to be near to that nobody knows.</summary>
    public SearchFault? Fault(QueryNode node) => node switch
    {
        QueryNode.AllOf all => all.Parts.Select(Fault).FirstOrDefault(fault => fault is not null),
        QueryNode.AnyOf any => any.Parts.Select(Fault).FirstOrDefault(fault => fault is not null),
        QueryNode.Not not => Fault(not.Part),
        QueryNode.Near { Position: null } near when Position(near.Place) is null => new(
            near.Written.Position, near.Written.Length, $"No place called {near.Place} is known. A position works too: near:35.93,36.63~{near.Km:0.###}km.",
            gazetteer.Complete(near.Place ?? "", 1) is [var meant] ? QueryWriter.Write(near with { Place = meant.Place.Name }) : null),
        _ => null,
    };

    private GeoPosition? Position(string? name) => gazetteer.FindWritten(name).Select(Position).FirstOrDefault(position => position is not null);

    private static GeoPosition? Position(Place? place) => (place?.Latitude, place?.Longitude) is ({ } latitude, { } longitude) ? new(latitude, longitude) : null;

    private PhotoPlace Read(Said said)
    {
        string[] codes =
        [
            .. new[] { said.Code, said.Country }.Select(text => Countries.TryCode(text, out var code) ? code : null)
                .OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        var region = codes.Select(code => gazetteer.Region(said.Region, code)).FirstOrDefault(found => found is not null);
        if (codes.Length == 0)
        {
            // "England" and "Gaza Strip" stand where a country is asked for, and "Idlib" may be all that is said.
            region = Find(said.Country, [], null, PlaceKind.Region) ?? Find(said.Region, [], null, PlaceKind.Region);
            codes = region?.CountryCode is { } around ? [around] : [];
        }

        var city = Find(said.City, codes, region, PlaceKind.City, PlaceKind.Site);
        var spot = codes.Length == 0 ? null : Find(said.Sublocation, codes, region, said.City is null ? [PlaceKind.Site, PlaceKind.City] : [PlaceKind.Site]);
        if (codes.Length == 0 && city?.CountryCode is { } country)
        {
            codes = [country];
        }

        Place?[] named = [spot, city, region];
        var ids = named.OfType<Place>().SelectMany(place => gazetteer.Ancestors(place).Prepend(place))
            .Where(place => place.Kind != PlaceKind.Country).Select(place => place.Id).Distinct(StringComparer.Ordinal);
        return new(
            codes, [.. ids],
            [
                .. codes is [var first, ..] ? [new(FacetKind.Country, first, Countries.Name(first)!)] : Level(FacetKind.Country, said.Country),
                .. Level(FacetKind.Region, region?.Name ?? city?.Region ?? spot?.Region ?? said.Region),
                .. Level(FacetKind.City, city?.Name ?? said.City),
            ],
            Position(spot) ?? Position(city));
    }

    /// <summary>The places that are written so, also with what they lie in behind commas: "Rome, Italy" and "Paris, Texas, USA".</summary>
    private IEnumerable<Place> Written(string? name)
    {
        var found = gazetteer.FindWritten(name);
        return found.Count == 0 && name?.Split(',', StringSplitOptions.TrimEntries) is [var first, .. { Length: > 0 and <= MostAround } around]
            ? gazetteer.FindWritten(first).Where(place => around.All(one => IsIn(place, one)))
            : found;
    }

    private bool IsIn(Place place, string around) =>
        (Countries.TryCode(around, out var code) && place.CountryCode == code)
        || gazetteer.Ancestors(place).Any(outer => gazetteer.FindWritten(around).Any(named => named.Id == outer.Id));

    private Place? Find(string? name, string[] codes, Place? region, params PlaceKind[] kinds)
    {
        var candidates = Written(name).Where(place => kinds.Contains(place.Kind)).ToArray();
        if (codes.Length == 0)
        {
            return candidates.Length == 1 || candidates is [{ Population: >= WellKnown }, ..] ? candidates[0] : null;
        }

        var inCountry = candidates.Where(place => codes.Contains(place.CountryCode));
        return region is null
            ? inCountry.FirstOrDefault()
            : inCountry.FirstOrDefault(place => gazetteer.Ancestors(place).Any(around => around.Id == region.Id));
    }

    /// <summary>
    /// Words and coordinates both count: the photo is found by the places of either. It counts for those that its words name; what they
    /// leave open is filled by the coordinates, unless these are in another country.
    /// </summary>
    private PhotoPlace Joined(PhotoPlace said, GeoPosition at)
    {
        var near = Unnamed(at);
        return new(
            [.. said.Countries.Union(near.Countries, StringComparer.Ordinal)], [.. said.PlaceIds.Union(near.PlaceIds, StringComparer.Ordinal)],
            said.Countries.Count == 0 || said.Countries.Intersect(near.Countries, StringComparer.Ordinal).Any() ? Filled(said.Levels, near.Levels) : said.Levels, at);
    }

    private static FacetEntry[] Filled(IReadOnlyList<FacetEntry> said, IReadOnlyList<FacetEntry> near)
    {
        static FacetEntry? At(IReadOnlyList<FacetEntry> levels, FacetKind kind) => levels.Where(level => level.Kind == kind).Select(level => (FacetEntry?)level).FirstOrDefault();

        var region = At(said, FacetKind.Region) ?? At(near, FacetKind.Region);
        // A town of another region than the words name is not where they say it was.
        var city = At(said, FacetKind.City) ?? (region?.Normal == At(near, FacetKind.Region)?.Normal ? At(near, FacetKind.City) : null);
        return [.. new[] { At(said, FacetKind.Country) ?? At(near, FacetKind.Country), region, city }.OfType<FacetEntry>()];
    }

    /// <summary>A photo with coordinates and not a word about its place.</summary>
    private PhotoPlace Unnamed(GeoPosition at)
    {
        if (gazetteer.Nearest(at.Latitude, at.Longitude) is not { DistanceKm: <= InRegion } nearest)
        {
            return new([], [], [], at);
        }

        var places = gazetteer.Ancestors(nearest.Place).ToList();
        if (nearest.DistanceKm <= InTown)
        {
            places.Insert(0, nearest.Place);
        }

        var country = places.Find(place => place.Kind == PlaceKind.Country)?.CountryCode;
        return new(
            country is null ? [] : [country],
            [.. places.Where(place => place.Kind != PlaceKind.Country).Select(place => place.Id)],
            [
                .. country is null ? [] : ImmutableArray.Create(new FacetEntry(FacetKind.Country, country, Countries.Name(country)!)),
                .. Level(FacetKind.Region, nearest.Place.Region),
                .. Level(FacetKind.City, nearest.DistanceKm <= InTown ? nearest.Place.Name : null),
            ],
            at);
    }

    private static ImmutableArray<FacetEntry> Level(FacetKind kind, string? name)
    {
        var normal = TextNormaliser.Normalise(name);
        return normal.Length > 0 ? [new(kind, normal, name!.Trim())] : [];
    }

    /// <summary>What was read by one state of the gazetteer.</summary>
    private sealed record Known(string State, ConcurrentDictionary<Said, PhotoPlace> Places);

    private readonly record struct Said(string? Sublocation, string? City, string? Region, string? Country, string? Code);
}
