using System.Globalization;
using System.Text;
using MediaDesk.Language;

namespace MediaDesk.Places.Lookup;

/// <summary>Places whose name begins as typed. The names of a prefix lie side by side, so all of them are weighed, even for a single letter.</summary>
internal static class NameCompletion
{
    /// <summary>Beside places that bear the name themselves, one that only some language calls so must be this many times as large.</summary>
    private const int OtherNameDiscount = 16;

    /// <summary>Being typed to the end weighs as much as being this many times as large.</summary>
    private const int WholeNameBonus = 8;

    /// <summary>A place of the house stands among cities of so many people.</summary>
    private const int HouseWeight = 250_000;

    public static IReadOnlyList<PlaceSuggestion> Complete(PlaceLayers all, string typed, int limit, ReadOnlySpan<PlaceKind> kinds)
    {
        var text = Encoding.UTF8.GetBytes(TextNormaliser.Normalise(typed));
        if (text.Length is 0 or > PlaceIndexBuilder.LongestName)
        {
            return [];
        }

        var best = new Best(limit);
        for (var layer = all.Layers.Count - 1; layer >= 0; layer--)
        {
            Weigh(all, layer, text, kinds, best);
        }

        return [.. best.Found.Select(found => Suggestion(all, found))];
    }

    private static void Weigh(PlaceLayers all, int layer, byte[] prefix, ReadOnlySpan<PlaceKind> kinds, Best best)
    {
        var index = all.Layers[layer];
        var names = index.Names;
        var (first, end) = (names.Bound(prefix, behind: false), names.Bound(prefix, behind: true));
        if (first == end)
        {
            return;
        }

        // Nobody counted the people of what the house added, and it was added because captions name it.
        var least = layer > 0 && layer == all.Layers.Count - 1 ? HouseWeight : 0;
        var postings = index.Postings;
        var starts = index.PostingStarts;
        var weights = index.Weights;
        var whole = names[first].Length == prefix.Length ? starts[first + 1] : starts[first];
        for (var at = starts[first]; at < starts[end]; at++)
        {
            var posting = postings[at];
            var isOwn = (posting & 1) == 0;
            var isReference = index.Kinds[posting >> 1] == PlaceIndex.Reference;
            var score = Score(Math.Max(weights[posting >> 1], least), isOwn, at < whole);
            if (!isReference && score < best.Least)
            {
                continue;
            }

            var number = all.Resolve(layer, posting >> 1);
            if (number < 0 || (!kinds.IsEmpty && !kinds.Contains(all.KindOf(number))))
            {
                continue;
            }

            score = isReference ? Score(Math.Max(all.WeightOf(number), least), isOwn, at < whole) : score;
            best.Offer(new(number, score, layer, at, isOwn && !isReference));
        }
    }

    private static long Score(long weight, bool isOwn, bool isWhole) => (weight + 1) * (isOwn ? OtherNameDiscount : 1) * (isWhole ? WholeNameBonus : 1);

    private static PlaceSuggestion Suggestion(PlaceLayers all, Match match)
    {
        var place = all.PlaceOf(match.Number);
        if (match.IsOwnName)
        {
            return new(place, null);
        }

        var index = all.Layers[match.Layer];
        var name = index.PostingStarts.BinarySearch(match.Posting);
        // Several places of one name follow its start, which is then the last one before.
        var text = index.Names.Text(name >= 0 ? name : ~name - 1);
        return new(place, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text));
    }

    private readonly record struct Match(int Number, long Score, int Layer, int Posting, bool IsOwnName);

    private sealed class Best(int limit)
    {
        private readonly List<Match> found = new(limit + 1);

        public IEnumerable<Match> Found => found;

        /// <summary>What a match must reach to be among them.</summary>
        public long Least => found.Count < limit ? 0 : found[^1].Score + 1;

        public void Offer(Match match)
        {
            if (match.Score < Least)
            {
                return;
            }

            var same = found.FindIndex(one => one.Number == match.Number);
            if (same >= 0)
            {
                if (found[same].Score >= match.Score)
                {
                    return;
                }

                found.RemoveAt(same);
            }

            var at = found.FindIndex(one => one.Score < match.Score);
            found.Insert(at < 0 ? found.Count : at, match);
            if (found.Count > limit)
            {
                found.RemoveAt(limit);
            }
        }
    }
}
