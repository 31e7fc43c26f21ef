using System.Runtime.InteropServices;

namespace MediaDesk.Places.Lookup;

/// <summary>Places and their names as columns that are used as they lie in memory or in a mapped file; nothing is parsed into objects.</summary>
internal sealed class PlaceIndex(IReadOnlyList<ReadOnlyMemory<byte>> sections)
{
    /// <summary>A kind of its own: not a place but other names of the place of another index that is its parent.</summary>
    public const byte Reference = byte.MaxValue;

    public const int NoPosition = int.MinValue;

    public const int NoParent = -1;

    private const double UnitsPerDegree = 100_000;

    private readonly ReadOnlyMemory<byte>[] sections = [.. sections];

    public int Count => sections[(int)PlaceSection.Kinds].Length;

    public string Source => System.Text.Encoding.UTF8.GetString(sections[(int)PlaceSection.Source].Span);

    public TextColumn Ids => Texts(PlaceSection.Ids, PlaceSection.IdStarts);

    public TextColumn Titles => Texts(PlaceSection.Titles, PlaceSection.TitleStarts);

    public TextColumn Names => Texts(PlaceSection.Names, PlaceSection.NameStarts);

    public TextColumn Foreign => Texts(PlaceSection.Foreign, PlaceSection.ForeignStarts);

    public ReadOnlySpan<byte> Kinds => sections[(int)PlaceSection.Kinds].Span;

    public ReadOnlySpan<int> Parents => Numbers(PlaceSection.Parents);

    public ReadOnlySpan<int> Latitudes => Numbers(PlaceSection.Latitudes);

    public ReadOnlySpan<int> Longitudes => Numbers(PlaceSection.Longitudes);

    public ReadOnlySpan<int> Populations => Numbers(PlaceSection.Populations);

    public ReadOnlySpan<int> PostingStarts => Numbers(PlaceSection.PostingStarts);

    public ReadOnlySpan<int> Postings => Numbers(PlaceSection.Postings);

    public ReadOnlySpan<int> Weights => Numbers(PlaceSection.Weights);

    public ReadOnlySpan<int> TreeOrder => Numbers(PlaceSection.TreeOrder);

    public ReadOnlySpan<float> TreePoints => MemoryMarshal.Cast<byte, float>(sections[(int)PlaceSection.TreePoints].Span);

    public static int Units(double? degrees) => degrees is { } value ? (int)Math.Round(value * UnitsPerDegree) : NoPosition;

    public static double Degrees(int units) => units / UnitsPerDegree;

    /// <summary>The number of a foreign id in <see cref="Parents"/>, and back.</summary>
    public static int ForeignParent(int number) => -2 - number;

    /// <summary>
    /// How likely a place is meant by its name, beside others of the name: people, of whom a region, district or site has only
    /// a part to its name, since the town it is called after is meant more often. A country comes before all.
    /// </summary>
    public static int Weight(byte kind, int population) => kind switch
    {
        (byte)PlaceKind.Country => Math.Min(population, int.MaxValue - 50_000_000) + 50_000_000,
        (byte)PlaceKind.Region => population / 50,
        (byte)PlaceKind.District => population / 100,
        // GeoNames often gives a quarter the number of its city.
        (byte)PlaceKind.Site => population / 50,
        (byte)PlaceKind.City => population,
        _ => 0,
    };

    /// <summary>The weight of a place for one of its names: by another name than its own it is meant less often.</summary>
    public static int Weight(int posting, ReadOnlySpan<int> weights) => (posting & 1) == 0 ? weights[posting >> 1] : weights[posting >> 1] / 8;

    /// <summary>The number of a normalised name (UTF-8), or -1.</summary>
    public int NameAt(ReadOnlySpan<byte> name, ulong hash) => TextSlots.Find(sections[(int)PlaceSection.NameSlots].Span, Names, name, hash);

    /// <summary>The number of the place with an id (UTF-8), or -1.</summary>
    public int PlaceAt(ReadOnlySpan<byte> id) => TextSlots.Find(sections[(int)PlaceSection.IdSlots].Span, Ids, id, TextSlots.Hash(id));

    public ReadOnlySpan<int> PostingsOf(int name)
    {
        var starts = PostingStarts;
        return Postings[starts[name]..starts[name + 1]];
    }

    public ReadOnlyMemory<byte> Section(PlaceSection section) => sections[(int)section];

    private TextColumn Texts(PlaceSection bytes, PlaceSection starts) => new(sections[(int)bytes], sections[(int)starts]);

    private ReadOnlySpan<int> Numbers(PlaceSection section) => MemoryMarshal.Cast<byte, int>(sections[(int)section].Span);
}
