using System.Runtime.InteropServices;

namespace MediaDesk.Places.Lookup;

/// <summary>The sections that make an index quick. They hold nothing new and would not compress, so the shipped file is without them.</summary>
internal static class DerivedSections
{
    /// <summary>An index of the sections up to <see cref="PlaceSection.Postings"/> with those that follow from them.</summary>
    public static PlaceIndex Complete(IReadOnlyList<ReadOnlyMemory<byte>> sections)
    {
        var all = new ReadOnlyMemory<byte>[(int)PlaceSection.TreePoints + 1];
        for (var section = 0; section < (int)PlaceSection.Weights; section++)
        {
            all[section] = sections[section];
        }

        var index = new PlaceIndex(all);
        // Each from the sections above alone; together they are half of the time until the gazetteer is ready.
        Parallel.Invoke(
            () => all[(int)PlaceSection.NameSlots] = TextSlots.Build(index.Names),
            () => (all[(int)PlaceSection.TreeOrder], all[(int)PlaceSection.TreePoints]) = Tree(index),
            () => all[(int)PlaceSection.IdSlots] = TextSlots.Build(index.Ids),
            () => all[(int)PlaceSection.Weights] = Weights(index));
        return new(all);
    }

    private static byte[] Weights(PlaceIndex index)
    {
        var bytes = new byte[index.Count * sizeof(int)];
        var weights = MemoryMarshal.Cast<byte, int>(bytes.AsSpan());
        var kinds = index.Kinds;
        var populations = index.Populations;
        for (var place = 0; place < weights.Length; place++)
        {
            weights[place] = PlaceIndex.Weight(kinds[place], populations[place]);
        }

        return bytes;
    }

    private static (byte[] Order, byte[] Points) Tree(PlaceIndex index)
    {
        var kinds = index.Kinds;
        var latitudes = index.Latitudes;
        var longitudes = index.Longitudes;
        var order = new List<int>(index.Count);
        for (var place = 0; place < index.Count; place++)
        {
            if (kinds[place] is (byte)PlaceKind.City or (byte)PlaceKind.Site && latitudes[place] != PlaceIndex.NoPosition)
            {
                order.Add(place);
            }
        }

        var points = new float[order.Count * 3];
        for (var node = 0; node < order.Count; node++)
        {
            (points[node * 3], points[(node * 3) + 1], points[(node * 3) + 2]) =
                PlaceTree.Point(PlaceIndex.Degrees(latitudes[order[node]]), PlaceIndex.Degrees(longitudes[order[node]]));
        }

        PlaceTree.Build(CollectionsMarshal.AsSpan(order), points);
        return (MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(order)).ToArray(), MemoryMarshal.AsBytes<float>(points).ToArray());
    }
}
