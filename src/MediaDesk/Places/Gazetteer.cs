using System.Reflection;
using System.Text;
using MediaDesk.Language;
using MediaDesk.Places.Lookup;

namespace MediaDesk.Places;

/// <summary>
/// The places of the world, offline: countries, regions, districts, cities and sites with their names in all scripts, from
/// GeoNames (<c>NOTICE.md</c>), and above them what the house has imported and added. Safe for all threads; a call before the
/// data is ready (a fraction of a second after the start) waits for it.
/// </summary>
public sealed class Gazetteer
{
    private readonly Lazy<PlaceIndex> shipped = new(ReadShipped);
    private readonly Lock changing = new();
    private readonly Func<PlacesAbove?>? above;
    private PlaceLayers? layers;

    /// <summary>Without a desk: the shipped places, and those that come with every desk.</summary>
    public Gazetteer()
    {
    }

    /// <param name="above">Asked with the first question, so that nobody sees the shipped places alone where the house has others; null where there is no house.</param>
    internal Gazetteer(Func<PlacesAbove?> above) => this.above = above;

    /// <summary>Other places are above the shipped ones from now on. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    /// <summary>Whether the data is in memory.</summary>
    public bool IsReady => Volatile.Read(ref layers) is not null;

    /// <summary>How many places are known, those of the house included.</summary>
    public int Count => Layers.Layers.Sum(layer => layer.Count);

    /// <summary>Where the shipped places are from, and the state of the data.</summary>
    public string Source => Layers.Layers[0].Source;

    /// <summary>What is laid over the shipped places now.</summary>
    internal PlacesAbove Above => Layers.Above!;

    /// <summary>Another text whenever an answer may be another: what was made by the places goes by this.</summary>
    internal string State => Layers.State;

    private PlaceLayers Layers
    {
        get
        {
            if (Volatile.Read(ref layers) is null)
            {
                Load();
            }

            return layers!;
        }
    }

    /// <summary>
    /// All places that bear a name, the most likely first: what the house added, then by how many people live there. A name is
    /// matched whole, in any of its languages. A place's other names count an eighth of its own, so that Cologne is the
    /// one on the Rhine, not the village that is called nothing else.
    /// </summary>
    /// <param name="normalisedName">As <c>TextNormaliser</c> writes it; anything else is simply not found.</param>
    public IReadOnlyList<Place> Find(ReadOnlySpan<char> normalisedName) => NameLookup.Find(Layers, normalisedName);

    /// <summary><see cref="Find"/> for a name as people write it.</summary>
    public IReadOnlyList<Place> FindWritten(string? name) =>
        name is null || name.Length > PlaceIndexBuilder.LongestName ? [] : Find(TextNormaliser.Normalise(name));

    /// <summary>At most <paramref name="limit"/> places with a name that begins with what was typed, the most likely first; with <paramref name="kinds"/> only of those.</summary>
    public IReadOnlyList<PlaceSuggestion> Complete(string typed, int limit, params ReadOnlySpan<PlaceKind> kinds) =>
        typed.Length > PlaceIndexBuilder.LongestName ? [] : NameCompletion.Complete(Layers, typed, Math.Clamp(limit, 1, 200), kinds);

    /// <summary>The nearest city (or site); null for what is no position.</summary>
    public NearestPlace? Nearest(double latitude, double longitude, PlaceKind kind = PlaceKind.City) => MapLookup.Nearest(Layers, latitude, longitude, kind);

    /// <summary>The most likely places in a part of the map, at most <paramref name="limit"/>; with <paramref name="kinds"/> only of those.</summary>
    public IReadOnlyList<Place> Within(GeoBox box, int limit, params ReadOnlySpan<PlaceKind> kinds) => MapLookup.Within(Layers, box, Math.Clamp(limit, 1, 5000), kinds);

    /// <summary>The place with an id (<see cref="Place.Id"/>), or null.</summary>
    public Place? ById(string id) => Number(id) is >= 0 and var number ? Layers.PlaceOf(number) : null;

    /// <summary>The name of the place with an id, or null.</summary>
    internal string? NameOf(string id) => Number(id) is >= 0 and var number ? Layers.NameOf(number) : null;

    /// <summary>Whether a place has this id.</summary>
    internal bool Knows(string id) => Number(id) >= 0;

    /// <summary>What a place lies in, from the nearest up to the country. Their ids and its own make it found "in" each of them.</summary>
    public IReadOnlyList<Place> Ancestors(Place place)
    {
        var all = Layers;
        var found = new List<Place>(3);
        for (var number = Number(place.Id) is >= 0 and var own ? all.ParentOf(own) : -1; number >= 0; number = all.ParentOf(number))
        {
            found.Add(all.PlaceOf(number));
        }

        return found;
    }

    /// <summary>The country of a name in any language or an ISO 3166-1 code of two or three letters, or null.</summary>
    public Place? Country(string? nameOrCode) =>
        Countries.TryAlpha2(nameOrCode, out var alpha2) ? ById(alpha2) : FindWritten(nameOrCode).FirstOrDefault(place => place.Kind is PlaceKind.Country);

    /// <summary>The region of a name in a country (ISO 3166-1 alpha-3), or null.</summary>
    public Place? Region(string? name, string countryCode) =>
        FindWritten(name).FirstOrDefault(place => place.Kind is PlaceKind.Region && place.CountryCode == countryCode);

    /// <summary>The great-circle distance in kilometres and the direction from a place to a position; null where the place has none.</summary>
    public static NearestPlace? Distance(Place from, double latitude, double longitude) =>
        from.Latitude is null || !MapLookup.IsPosition(latitude, longitude) ? null : MapLookup.Describe(from, latitude, longitude);

    /// <summary>Puts other places above the shipped ones, the last given highest; those given before are gone.</summary>
    internal void Put(PlacesAbove others)
    {
        lock (changing)
        {
            Volatile.Write(ref layers, Over(others));
        }

        Changed?.Invoke();
    }

    /// <summary>Reads the shipped places, once, and lays those over them that the house has, else those that come with every desk.</summary>
    internal void Load()
    {
        // Outside the lock: whoever reads the house's places may just be waiting to put others.
        var house = above?.Invoke() ?? new([SeedPlaces.Index()], SeedPlaces.State);
        lock (changing)
        {
            if (layers is null)
            {
                Volatile.Write(ref layers, Over(house));
            }
        }
    }

    private PlaceLayers Over(PlacesAbove others) => new([shipped.Value, .. others.Indexes]) { Above = others, State = $"{shipped.Value.Source}|{shipped.Value.Count}|{others.State}" };

    private int Number(string id) => id.Length is 0 or > PlaceIndexBuilder.LongestName ? -1 : Layers.NumberOf(Encoding.UTF8.GetBytes(id));

    private static PlaceIndex ReadShipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Places.gazetteer.br")
            ?? throw new InvalidOperationException("The gazetteer is not built into MediaDesk.");
        return PackedIndex.Read(stream);
    }
}
