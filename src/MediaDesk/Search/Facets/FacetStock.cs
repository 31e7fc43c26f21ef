using System.Runtime.InteropServices;
using MediaDesk.Language;
using MediaDesk.Model;
using MediaDesk.Search.Alike;
using MediaDesk.Search.Sqlite;

namespace MediaDesk.Search.Facets;

/// <summary>The columns themselves: photos by slot, groups by number, values by number. Not safe for threads; see <see cref="FacetColumns"/>.</summary>
/// <param name="photos">About how many there will be.</param>
internal sealed class FacetStock(int photos = 0)
{
    private readonly Dictionary<long, int> slots = new(photos);
    private readonly Stack<int> free = [];
    private readonly List<FacetRow> rows = new(photos);
    private readonly List<int[]> groups = [[]];
    private readonly List<bool> hasMonth = [true];
    private readonly List<bool> hasYear = [true];
    private readonly List<FacetValueTotal> values = [];
    private readonly Dictionary<(FacetKind Kind, string Normal), int> byNormal = [];
    private readonly Dictionary<int, int> months = [];

    private readonly AlikeCounts alike = new();

    /// <summary>Photos on the desk.</summary>
    public int Photos => slots.Count;

    /// <summary>The greatest number of a group that is known.</summary>
    public int LastGroup => groups.Count - 1;

    public IReadOnlyList<FacetValueTotal> Values => values;

    public void AddGroup(int id, FacetEntry[] entries)
    {
        while (groups.Count <= id)
        {
            groups.Add([]);
            hasMonth.Add(true);
            hasYear.Add(true);
        }

        groups[id] = [.. entries.Select(Value)];
        hasYear[id] = !entries.Any(entry => entry is { Kind: FacetKind.Missing, Normal: "date" });
        hasMonth[id] = !entries.Any(entry => entry.Kind == FacetKind.YearOnly || entry is { Kind: FacetKind.Missing, Normal: "date" });
    }

    public void Put(FacetRow row)
    {
        Remove(row.Key);
        if (free.TryPop(out var slot))
        {
            rows[slot] = row;
        }
        else
        {
            slot = rows.Count;
            rows.Add(row);
        }

        slots[row.Key] = slot;
        Add(row, 1);
    }

    public void Remove(long key)
    {
        if (slots.Remove(key, out var slot))
        {
            Add(rows[slot], -1);
            free.Push(slot);
        }
    }

    /// <summary>The photo's number: later ones arrived later.</summary>
    public long MediaId(long key) => slots.TryGetValue(key, out var slot) ? rows[slot].MediaId : 0;

    /// <summary>Where a photo is on the map, in degrees; no numbers where that is not known.</summary>
    public (double Latitude, double Longitude) Position(long key) =>
        slots.TryGetValue(key, out var slot) && rows[slot] is var row ? (row.Latitude, row.Longitude) : (double.NaN, double.NaN);

    /// <summary>The agencies of a photo's credit chain, from origin to distributor; null for a photo that is not here.</summary>
    public IReadOnlyList<string>? Agencies(long key) => slots.TryGetValue(key, out var slot)
        ? [.. groups[rows[slot].Credit].Select(value => values[value]).Where(value => value.Kind == FacetKind.Agency).Select(value => value.Value)]
        : null;

    /// <summary>The group of photos on the desk that look like this one; 0 for one that is alone.</summary>
    public int Alike(long key) => slots.TryGetValue(key, out var slot) && alike.Of(rows[slot].Alike) > 1 ? rows[slot].Alike : 0;

    /// <summary>How many of these results stand behind another one that looks like them; of all photos with null.</summary>
    public int Folded(IReadOnlyList<long>? keys) =>
        keys is null ? alike.Behind : keys.Select(Alike).Where(group => group > 0).GroupBy(group => group).Sum(group => group.Count() - 1);

    /// <summary>The facets of these results, at most <paramref name="most"/> values each.</summary>
    public Dictionary<string, Facet> Count(IReadOnlyList<long> keys, bool isExact, int most)
    {
        var counts = new int[groups.Count];
        var found = new Dictionary<int, int>();
        var stock = CollectionsMarshal.AsSpan(rows);
        // Results stand in the order of their dates: those of one month behind each other.
        var (first, end, month) = (0L, 0L, 0);
        foreach (var key in keys)
        {
            if (!slots.TryGetValue(key, out var slot))
            {
                continue;
            }

            ref readonly var row = ref stock[slot];
            counts[row.Credit]++;
            counts[row.People]++;
            counts[row.Place]++;
            counts[row.Traits]++;
            if (hasMonth[row.Traits])
            {
                if (key < first || key >= end)
                {
                    (first, end) = SheetKeys.MonthOf(key);
                    month = Date(row)!.Value;
                }

                CollectionsMarshal.GetValueRefOrAddDefault(found, month, out _)++;
            }
            else if (Date(row) is { } year)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(found, year, out _)++;
            }
        }

        return Facets(counts, found, isExact, most);
    }

    /// <summary>The facets of all photos.</summary>
    public Dictionary<string, Facet> CountAll(int most)
    {
        var counts = new int[groups.Count];
        for (var slot = 0; slot < rows.Count; slot++)
        {
            var row = rows[slot];
            counts[row.Credit]++;
            counts[row.People]++;
            counts[row.Place]++;
            counts[row.Traits]++;
        }

        foreach (var slot in free)
        {
            var row = rows[slot];
            counts[row.Credit]--;
            counts[row.People]--;
            counts[row.Place]--;
            counts[row.Traits]--;
        }

        return Facets(counts, months, isExact: true, most);
    }

    /// <summary>Values that occur and have a word beginning with what was typed (normalised), the commonest first.</summary>
    public IReadOnlyList<FacetValueTotal> Find(IReadOnlyList<FacetKind> kinds, string typed, int limit)
    {
        var found = new PriorityQueue<FacetValueTotal, int>();
        var inside = " " + typed;
        foreach (var value in values)
        {
            if (value.Photos > 0 && kinds.Contains(value.Kind)
                && (value.Normal.StartsWith(typed, StringComparison.Ordinal) || value.Normal.Contains(inside, StringComparison.Ordinal)
                    || (value.Kind == FacetKind.Country && TextNormaliser.Normalise(value.Value).StartsWith(typed, StringComparison.Ordinal))))
            {
                found.Enqueue(value, value.Photos);
                if (found.Count > limit)
                {
                    found.Dequeue();
                }
            }
        }

        return [.. found.UnorderedItems.OrderByDescending(one => one.Priority).ThenBy(one => one.Element.Value, StringComparer.Ordinal).Select(one => one.Element)];
    }

    private Dictionary<string, Facet> Facets(int[] counts, Dictionary<int, int> byMonth, bool isExact, int most)
    {
        var totals = new int[values.Count];
        var places = new FacetPlaces(values);
        for (var group = 0; group < counts.Length; group++)
        {
            if (counts[group] > 0)
            {
                foreach (var value in groups[group])
                {
                    totals[value] += counts[group];
                }

                places.Add(groups[group], counts[group]);
            }
        }

        var facets = Enum.GetValues<FacetKind>().Where(kind => kind != FacetKind.YearOnly).ToDictionary(
            kind => kind.ToString().ToLowerInvariant(), _ => new List<FacetValue>());
        for (var value = 0; value < totals.Length; value++)
        {
            if (totals[value] > 0 && values[value].Kind != FacetKind.YearOnly)
            {
                facets[values[value].Field].Add(new(values[value].Value, totals[value]));
            }
        }

        var answer = facets.ToDictionary(facet => facet.Key, facet => new Facet(isExact, Commonest(facet.Value, most)));
        answer["place"] = new(isExact, places.Tree(most));
        answer["date"] = new(
            isExact,
            [.. byMonth.Where(month => month.Value > 0 && month.Key > 0).OrderBy(month => month.Key).Select(month => new FacetValue($"{month.Key / 12:0000}-{month.Key % 12 + 1:00}", month.Value))]);
        answer["year"] = new(
            isExact,
            [
                .. from date in byMonth
                   where date.Value > 0
                   group date.Value by date.Key < 0 ? -date.Key : date.Key / 12 into year
                   orderby year.Key
                   select new FacetValue($"{year.Key:0000}", year.Sum()),
            ]);
        return answer;
    }

    internal static FacetValue[] Commonest(IEnumerable<FacetValue> values, int most) =>
        [.. values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).Take(most)];

    private void Add(FacetRow row, int count)
    {
        alike.Add(row.Alike, count);
        foreach (var group in (ReadOnlySpan<int>)[row.Credit, row.People, row.Place, row.Traits])
        {
            foreach (var value in groups[group])
            {
                values[value].Photos += count;
            }
        }

        if (Date(row) is { } date)
        {
            months[date] = months.GetValueOrDefault(date) + count;
        }
    }

    private int Value(FacetEntry entry)
    {
        if (!byNormal.TryGetValue((entry.Kind, entry.Normal), out var number))
        {
            number = values.Count;
            values.Add(new(entry.Kind, entry.Normal, entry.Value));
            byNormal[(entry.Kind, entry.Normal)] = number;
        }

        // Of several spellings of a name the one with the most accents is shown: those were not lost on the way.
        var value = values[number];
        if (System.Text.Encoding.UTF8.GetByteCount(entry.Value) > System.Text.Encoding.UTF8.GetByteCount(value.Value))
        {
            value.Value = entry.Value;
        }

        return number;
    }

    /// <summary>Its month, counted from year 0; of a date of which the year alone is known that year below zero; null without a date.</summary>
    private int? Date(FacetRow row)
    {
        var day = SheetKeys.Second(row.Key);
        return hasMonth[row.Traits] ? day.Year * 12 + day.Month - 1 : hasYear[row.Traits] ? -day.Year : null;
    }
}
