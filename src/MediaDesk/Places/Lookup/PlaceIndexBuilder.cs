using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using MediaDesk.Language;

namespace MediaDesk.Places.Lookup;

/// <summary>
/// Makes an index of places. What was added lies in a few large blocks, not in an object each: millions of places are built
/// in some hundred bytes apiece. <c>isKnownElsewhere</c> tells the ids of other indexes: a place lies in the nearest level of
/// its parent's code (<c>SY.12.1203</c>, <c>SY.12</c>, <c>SY</c>) that is known here or there.
/// </summary>
internal sealed class PlaceIndexBuilder(string source, Predicate<string>? isKnownElsewhere = null)
{
    /// <summary>Longer names (UTF-8, normalised) are not looked up by anyone.</summary>
    public const int LongestName = 120;

    private readonly TextPool ids = new();
    private readonly TextPool titles = new();
    private readonly TextPool names = new();
    private readonly List<byte> kinds = [];
    private readonly List<int> parents = [];
    private readonly List<string> parentIds = [];
    private readonly Dictionary<string, int> parentNumbers = new(StringComparer.Ordinal);
    private readonly List<int> latitudes = [];
    private readonly List<int> longitudes = [];
    private readonly List<int> populations = [];
    private readonly List<NameEntry> entries = [];
    private readonly Dictionary<string, int> references = new(StringComparer.Ordinal);

    public int Count => kinds.Count;

    /// <summary>Bytes of all names so far; a block holds at most 2 GiB.</summary>
    public long NameBytes => names.Bytes;

    /// <summary>Adds a place. <paramref name="parent"/>: the id of the one it lies in, here or in another index.</summary>
    public void Add(
        string id, string title, PlaceKind kind, string? parent, double? latitude, double? longitude, long population, IEnumerable<string> otherNames)
    {
        var row = AddRow(id, title, (byte)kind, parent, PlaceIndex.Units(latitude), PlaceIndex.Units(longitude), (int)Math.Clamp(population, 0, int.MaxValue));
        AddName(row, title, isOther: false);
        foreach (var name in otherNames)
        {
            AddName(row, name, isOther: true);
        }
    }

    /// <summary>Gives a place of another index more names, as good as its own, and with <paramref name="id"/> another id.</summary>
    public void AddNames(string target, IEnumerable<string> moreNames, string id = "")
    {
        if (id.Length > 0 || !references.TryGetValue(target, out var row))
        {
            row = AddRow(id, "", PlaceIndex.Reference, target, PlaceIndex.NoPosition, PlaceIndex.NoPosition, 0);
            references.TryAdd(target, row);
        }

        foreach (var name in moreNames)
        {
            AddName(row, name, isOther: false);
        }
    }

    /// <summary>Adds the places of an earlier index that were not added anew, and the names of all of them.</summary>
    public void AddAll(PlaceIndex earlier)
    {
        var (own, slots) = OwnIds();
        var rows = new int[earlier.Count];
        for (var place = 0; place < rows.Length; place++)
        {
            var id = earlier.Ids[place];
            var at = id.IsEmpty ? -1 : TextSlots.Find(slots, own, id, TextSlots.Hash(id));
            var isReference = earlier.Kinds[place] == PlaceIndex.Reference;
            var parent = ParentId(earlier, place);
            if (at >= 0 || (isReference && id.IsEmpty && references.ContainsKey(parent!)))
            {
                // Names of a place told anew go on with it; a table of names imported again replaces what it said before.
                rows[place] = isReference ? -1 : at;
                continue;
            }

            rows[place] = AddRow(
                earlier.Ids.Text(place), earlier.Titles.Text(place), earlier.Kinds[place], parent, earlier.Latitudes[place], earlier.Longitudes[place],
                earlier.Populations[place]);
        }

        for (var name = 0; name < earlier.Names.Count; name++)
        {
            var text = -1;
            foreach (var posting in earlier.PostingsOf(name))
            {
                if (rows[posting >> 1] is >= 0 and var row)
                {
                    text = text < 0 ? names.Add(earlier.Names[name]) : text;
                    entries.Add(new(NameEntry.KeyOf(names[text]), text, row, (posting & 1) == 1));
                }
            }
        }
    }

    public PlaceIndex Build()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        var weights = order.Select(place => PlaceIndex.Weight(kinds[place], populations[place])).ToArray();
        // Places of one weight stand in the order they came, so that the same data makes the same file.
        Array.Sort(order, (a, b) => weights[a] != weights[b] ? weights[b].CompareTo(weights[a]) : a.CompareTo(b));
        var rank = new int[Count];
        for (var place = 0; place < order.Length; place++)
        {
            rank[order[place]] = place;
        }

        var sections = new ReadOnlyMemory<byte>[(int)PlaceSection.Weights];
        sections[(int)PlaceSection.Source] = Encoding.UTF8.GetBytes(source);
        (sections[(int)PlaceSection.Ids], sections[(int)PlaceSection.IdStarts]) = ids.Column(order);
        (sections[(int)PlaceSection.Titles], sections[(int)PlaceSection.TitleStarts]) = titles.Column(order);
        sections[(int)PlaceSection.Kinds] = order.Select(place => kinds[place]).ToArray();
        sections[(int)PlaceSection.Latitudes] = Numbers(order, latitudes);
        sections[(int)PlaceSection.Longitudes] = Numbers(order, longitudes);
        sections[(int)PlaceSection.Populations] = Numbers(order, populations);
        Parents(order, rank, sections);
        Names(order, rank, weights, sections);
        return DerivedSections.Complete(sections);
    }

    private int AddRow(string id, string title, byte kind, string? parent, int latitude, int longitude, int population)
    {
        ids.Add(id);
        titles.Add(title);
        kinds.Add(kind);
        parents.Add(parent is null ? -1 : ParentNumber(parent));
        latitudes.Add(latitude);
        longitudes.Add(longitude);
        populations.Add(population);
        return Count - 1;
    }

    private int ParentNumber(string id)
    {
        if (!parentNumbers.TryGetValue(id, out var number))
        {
            parentNumbers[id] = number = parentIds.Count;
            parentIds.Add(id);
        }

        return number;
    }

    private void AddName(int row, string name, bool isOther)
    {
        var normalised = TextNormaliser.Normalise(name);
        var length = Encoding.UTF8.GetByteCount(normalised);
        if (length is 0 or > LongestName)
        {
            return;
        }

        var text = names.Add(normalised);
        entries.Add(new(NameEntry.KeyOf(names[text]), text, row, isOther));
    }

    private void Parents(int[] order, int[] rank, ReadOnlyMemory<byte>[] sections)
    {
        var (own, slots) = OwnIds();
        var foreign = new TextPool();
        var known = parentIds.Select(Known).ToList();
        List<int> numbers = [.. order.Select(place => parents[place] < 0 ? PlaceIndex.NoParent : known[parents[place]])];

        sections[(int)PlaceSection.Parents] = Bytes(numbers);
        (sections[(int)PlaceSection.Foreign], sections[(int)PlaceSection.ForeignStarts]) = foreign.Column([.. Enumerable.Range(0, foreign.Count)]);

        int Known(string parent)
        {
            for (var level = parent; ; level = level[..level.LastIndexOf('.')])
            {
                var id = Encoding.UTF8.GetBytes(level);
                if (TextSlots.Find(slots, own, id, TextSlots.Hash(id)) is >= 0 and var at)
                {
                    return rank[at];
                }

                if (isKnownElsewhere is null || isKnownElsewhere(level))
                {
                    return PlaceIndex.ForeignParent(foreign.Add(level));
                }

                if (!level.Contains('.', StringComparison.Ordinal))
                {
                    return PlaceIndex.NoParent;
                }
            }
        }
    }

    private static string? ParentId(PlaceIndex index, int place) => index.Parents[place] switch
    {
        PlaceIndex.NoParent => null,
        >= 0 and var own => index.Ids.Text(own),
        var other => index.Foreign.Text(PlaceIndex.ForeignParent(other)),
    };

    private (TextColumn Ids, byte[] Slots) OwnIds()
    {
        var (bytes, starts) = ids.Column([.. Enumerable.Range(0, Count)]);
        var own = new TextColumn(bytes, starts);
        return (own, TextSlots.Build(own));
    }

    private void Names(int[] order, int[] rank, int[] weights, ReadOnlyMemory<byte>[] sections)
    {
        entries.Sort((a, b) =>
        {
            var byText = a.Key != b.Key ? a.Key.CompareTo(b.Key) : names[a.Text].SequenceCompareTo(names[b.Text]);
            return byText != 0 ? byText : (-Likely(a), a.IsOther, rank[a.Place]).CompareTo((-Likely(b), b.IsOther, rank[b.Place]));
        });
        var distinct = new List<int>();
        var starts = new List<int>();
        var postings = new List<int>();
        var seen = new HashSet<int>();
        for (var at = 0; at < entries.Count; at++)
        {
            var entry = entries[at];
            if (at == 0 || !names[entry.Text].SequenceEqual(names[entries[at - 1].Text]))
            {
                distinct.Add(entry.Text);
                starts.Add(postings.Count);
                seen.Clear();
            }

            if (seen.Add(entry.Place))
            {
                postings.Add((rank[entry.Place] << 1) | (entry.IsOther ? 1 : 0));
            }
        }

        starts.Add(postings.Count);
        (sections[(int)PlaceSection.Names], sections[(int)PlaceSection.NameStarts]) = names.Column([.. distinct]);
        sections[(int)PlaceSection.PostingStarts] = Bytes(starts);
        sections[(int)PlaceSection.Postings] = Bytes(postings);

        int Likely(NameEntry entry) => entry.IsOther ? weights[entry.Place] / 8 : weights[entry.Place];
    }

    private static byte[] Numbers(int[] order, List<int> column) => Bytes([.. order.Select(place => column[place])]);

    private static byte[] Bytes(List<int> numbers) => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(numbers)).ToArray();

    /// <summary>A name of a place; its first eight bytes as a number, greatest first, decide most comparisons.</summary>
    private readonly record struct NameEntry(ulong Key, int Text, int Place, bool IsOther)
    {
        public static ulong KeyOf(ReadOnlySpan<byte> text)
        {
            Span<byte> first = stackalloc byte[sizeof(ulong)];
            first.Clear();
            text[..Math.Min(text.Length, first.Length)].CopyTo(first);
            return BinaryPrimitives.ReadUInt64BigEndian(first);
        }
    }

    private sealed class TextPool
    {
        private readonly ArrayBufferWriter<byte> bytes = new();
        private readonly List<int> starts = [0];

        public int Count => starts.Count - 1;

        public long Bytes => bytes.WrittenCount;

        public ReadOnlySpan<byte> this[int index] => bytes.WrittenSpan[starts[index]..starts[index + 1]];

        public int Add(string text)
        {
            Encoding.UTF8.GetBytes(text, bytes);
            starts.Add(bytes.WrittenCount);
            return Count - 1;
        }

        public int Add(ReadOnlySpan<byte> text)
        {
            bytes.Write(text);
            starts.Add(bytes.WrittenCount);
            return Count - 1;
        }

        public (byte[] Bytes, byte[] Starts) Column(int[] order)
        {
            var all = new ArrayBufferWriter<byte>();
            var begins = new List<int>(order.Length + 1) { 0 };
            foreach (var text in order)
            {
                all.Write(this[text]);
                begins.Add(all.WrittenCount);
            }

            return (all.WrittenSpan.ToArray(), PlaceIndexBuilder.Bytes(begins));
        }
    }
}
