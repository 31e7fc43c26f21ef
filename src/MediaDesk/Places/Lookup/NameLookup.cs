using System.Collections;
using System.Text;

namespace MediaDesk.Places.Lookup;

/// <summary>Places of exactly one normalised name, most likely first. A name that nobody bears costs a hash and a look at one slot, and allocates nothing.</summary>
internal static class NameLookup
{
    public static IReadOnlyList<Place> Find(PlaceLayers all, ReadOnlySpan<char> name)
    {
        // A UTF-16 unit is at least one byte of UTF-8, and at most three.
        if (name.Length is 0 or > PlaceIndexBuilder.LongestName)
        {
            return [];
        }

        Span<byte> buffer = stackalloc byte[PlaceIndexBuilder.LongestName * 3];
        var text = buffer[..Encoding.UTF8.GetBytes(name, buffer)];
        var hash = TextSlots.Hash(text);
        int[]? found = null;
        for (var layer = all.Layers.Count - 1; layer >= 0; layer--)
        {
            var at = all.Layers[layer].NameAt(text, hash);
            if (at >= 0)
            {
                found = found is null ? Numbers(all, layer, at) : Merge(all, found, Numbers(all, layer, at));
            }
        }

        return found is null or [] ? [] : new PlacesByNumber(all, found);
    }

    private static int[] Numbers(PlaceLayers all, int layer, int name)
    {
        var postings = all.Layers[layer].PostingsOf(name);
        var numbers = new int[postings.Length];
        var count = 0;
        foreach (var posting in postings)
        {
            var number = all.Resolve(layer, posting >> 1);
            if (number >= 0 && !numbers.AsSpan(0, count).Contains(number))
            {
                numbers[count++] = number;
            }
        }

        return count == numbers.Length ? numbers : numbers[..count];
    }

    /// <summary>What a higher layer says of a name comes first: the house has decided.</summary>
    private static int[] Merge(PlaceLayers all, int[] higher, int[] lower) =>
        [.. higher, .. lower.Where(number => !higher.Contains(number))];

    private sealed class PlacesByNumber(PlaceLayers all, int[] numbers) : IReadOnlyList<Place>
    {
        public int Count => numbers.Length;

        public Place this[int index] => all.PlaceOf(numbers[index]);

        public IEnumerator<Place> GetEnumerator()
        {
            foreach (var number in numbers)
            {
                yield return all.PlaceOf(number);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
