using System.Text;

namespace MediaDesk.Places.Lookup;

/// <summary>
/// Several indexes as one, the shipped one lowest, the house's highest: a place of a higher one stands for a place of the same
/// id below it. A place has one number over all of them. Immutable, so that readers never wait for a change.
/// </summary>
internal sealed class PlaceLayers
{
    private readonly PlaceIndex[] layers;
    private readonly int[] firsts;
    /// <summary>For each layer, the number of each foreign id; -1 where nothing has it.</summary>
    private readonly int[][] foreign;
    /// <summary>Places that a place of a higher layer stands for.</summary>
    private readonly Dictionary<int, int> replaced = [];
    private readonly Place?[] made;

    public PlaceLayers(params PlaceIndex[] layers)
    {
        this.layers = layers;
        firsts = new int[layers.Length];
        foreign = new int[layers.Length][];
        for (var layer = 1; layer < layers.Length; layer++)
        {
            firsts[layer] = firsts[layer - 1] + layers[layer - 1].Count;
            Replace(layer);
        }

        for (var layer = 0; layer < layers.Length; layer++)
        {
            var ids = layers[layer].Foreign;
            foreign[layer] = [.. Enumerable.Range(0, ids.Count).Select(number => NumberOf(ids[number]))];
        }

        // Only of the shipped places: what a screen shows again and again is nearly always among them.
        made = new Place?[layers[0].Count];
    }

    public IReadOnlyList<PlaceIndex> Layers => layers;

    /// <summary>What all but the lowest are.</summary>
    public PlacesAbove? Above { get; init; }

    /// <summary>See <see cref="Gazetteer.State"/>.</summary>
    public string State { get; init; } = "";

    public int FirstOf(int layer) => firsts[layer];

    /// <summary>The number of the place with an id (UTF-8), or -1.</summary>
    public int NumberOf(ReadOnlySpan<byte> id)
    {
        for (var layer = layers.Length - 1; layer >= 0; layer--)
        {
            if (layers[layer].PlaceAt(id) is >= 0 and var place)
            {
                return Resolve(layer, place);
            }
        }

        return -1;
    }

    /// <summary>The number of what a place of a layer stands for: itself, what replaced it, what it refers to; -1 for a reference to nothing.</summary>
    public int Resolve(int layer, int place)
    {
        if (layers[layer].Kinds[place] == PlaceIndex.Reference)
        {
            return ParentIn(layer, place);
        }

        var number = firsts[layer] + place;
        return replaced.Count > 0 && replaced.TryGetValue(number, out var higher) ? higher : number;
    }

    public bool IsReplaced(int number) => replaced.ContainsKey(number);

    public PlaceKind KindOf(int number)
    {
        var layer = LayerOf(number);
        return (PlaceKind)layers[layer].Kinds[number - firsts[layer]];
    }

    public int WeightOf(int number)
    {
        var layer = LayerOf(number);
        return layers[layer].Weights[number - firsts[layer]];
    }

    public string NameOf(int number)
    {
        var layer = LayerOf(number);
        return layers[layer].Titles.Text(number - firsts[layer]);
    }

    /// <summary>The number of the place it lies directly in, or -1.</summary>
    public int ParentOf(int number)
    {
        var layer = LayerOf(number);
        return ParentIn(layer, number - firsts[layer]);
    }

    public Place PlaceOf(int number)
    {
        if (number >= made.Length)
        {
            return Make(number);
        }

        // Two threads may make the same one: they are equal.
        return made[number] ??= Make(number);
    }

    private Place Make(int number)
    {
        var layer = LayerOf(number);
        var (index, place) = (layers[layer], number - firsts[layer]);
        var kind = (PlaceKind)index.Kinds[place];
        var (id, name) = (index.Ids.Text(place), index.Titles.Text(place));
        string? district = null, region = kind is PlaceKind.Region ? name : null, country = null, code = null;
        if (kind is PlaceKind.Country)
        {
            (country, code) = (name, Countries.TryCode(id, out var own) ? own : null);
        }

        for (var parent = ParentIn(layer, place); parent >= 0; parent = ParentOf(parent))
        {
            var above = PlaceOf(parent);
            switch (above.Kind)
            {
                case PlaceKind.District:
                    district ??= above.Name;
                    break;
                case PlaceKind.Region:
                    region ??= above.Name;
                    break;
                case PlaceKind.Country:
                    (country, code) = (above.Name, above.CountryCode);
                    break;
            }
        }

        var (latitude, longitude) = (index.Latitudes[place], index.Longitudes[place]);
        var isPlaced = latitude != PlaceIndex.NoPosition;
        return new(
            id, name, kind, district, region, country, code, isPlaced ? PlaceIndex.Degrees(latitude) : null,
            isPlaced ? PlaceIndex.Degrees(longitude) : null, index.Populations[place]);
    }

    private int ParentIn(int layer, int place) => layers[layer].Parents[place] switch
    {
        PlaceIndex.NoParent => -1,
        >= 0 and var own => Resolve(layer, own),
        var other => foreign[layer][PlaceIndex.ForeignParent(other)],
    };

    private int LayerOf(int number)
    {
        var layer = layers.Length - 1;
        while (number < firsts[layer])
        {
            layer--;
        }

        return layer;
    }

    private void Replace(int layer)
    {
        var ids = layers[layer].Ids;
        for (var place = 0; place < ids.Count; place++)
        {
            if (ids[place].IsEmpty || layers[layer].Kinds[place] == PlaceIndex.Reference)
            {
                continue;
            }

            for (var lower = 0; lower < layer; lower++)
            {
                if (layers[lower].PlaceAt(ids[place]) is >= 0 and var same)
                {
                    replaced[firsts[lower] + same] = firsts[layer] + place;
                }
            }
        }
    }
}
