using System.Collections.Immutable;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata;

/// <summary>What the layers of a file say of one property, brought together: which value is believed, and whether they disagree.</summary>
internal static class LayerReconciliation
{
    /// <summary>The believed value and its layer, or null when no layer has one.</summary>
    public static (FieldSource Source, FieldValue Value)? Choose(
        IptcProperty field, IReadOnlyDictionary<FieldSource, FieldValue> layers, ImmutableArray<FieldSource> order, Func<string, int> iimBytes)
    {
        foreach (var source in order)
        {
            if (!layers.TryGetValue(source, out var value))
            {
                continue;
            }

            // IIM that is newer but merely cut at its byte limit, or a day without its time, gives way to the whole value in XMP.
            return source == FieldSource.Iim && layers.TryGetValue(FieldSource.Xmp, out var xmp) && (IsTruncation(field, value, xmp, iimBytes) || IsLessExact(field, value, xmp))
                ? (FieldSource.Xmp, xmp)
                : (source, value);
        }

        return null;
    }

    /// <summary>The property with every layer's value when two of them differ in more than the layer's own limits explain.</summary>
    public static FieldConflict? Conflict(IptcProperty field, IReadOnlyDictionary<FieldSource, FieldValue> layers, Func<string, int> iimBytes)
    {
        if (layers.Count < 2)
        {
            return null;
        }

        var present = layers.ToList();
        for (var i = 0; i < present.Count; i++)
        {
            for (var j = i + 1; j < present.Count; j++)
            {
                var (one, other) = (present[i], present[j]);
                if (!Agree(field, one.Value, other.Value) &&
                    !(one.Key == FieldSource.Iim && IsTruncation(field, one.Value, other.Value, iimBytes)) &&
                    !(other.Key == FieldSource.Iim && IsTruncation(field, other.Value, one.Value, iimBytes)))
                {
                    return new FieldConflict(field.Id, layers.ToImmutableSortedDictionary());
                }
            }
        }

        return null;
    }

    private static bool Agree(IptcProperty field, FieldValue one, FieldValue other)
    {
        if (field.Kind == IptcKind.Date)
        {
            return PartialDate.TryParse(one.Text, out var date) && PartialDate.TryParse(other.Text, out var otherDate) && Agree(date, otherDate);
        }

        if (one.IsStructured || other.IsStructured)
        {
            return one.Equals(other);
        }

        // The order of keywords means nothing; the order of names does.
        return field.Form == XmpForm.Bag
            ? one.Items.Select(Plain).ToHashSet(StringComparer.Ordinal).SetEquals(other.Items.Select(Plain))
            : one.Items.Select(Plain).SequenceEqual(other.Items.Select(Plain), StringComparer.Ordinal);
    }

    /// <summary>Dates agree when one merely says less than the other: a day and a time on it, a time with and without offset.</summary>
    public static bool Agree(PartialDate one, PartialDate other)
    {
        if (one is { Precision: DatePrecision.Time, Offset: { } oneOffset } && other is { Precision: DatePrecision.Time, Offset: { } otherOffset })
        {
            return (one.Start - oneOffset - (other.Start - otherOffset)).Duration() < TimeSpan.FromSeconds(1);
        }

        return one.Precision == DatePrecision.Time && other.Precision == DatePrecision.Time
            ? (one.Start - other.Start).Duration() < TimeSpan.FromSeconds(1)
            : one.Start < other.End && other.Start < one.End;
    }

    private static bool IsLessExact(IptcProperty field, FieldValue iim, FieldValue whole) =>
        field.Kind == IptcKind.Date && PartialDate.TryParse(iim.Text, out var date) && PartialDate.TryParse(whole.Text, out var exact) &&
        date.Precision < exact.Precision && Agree(date, exact);

    /// <summary>Whether IIM holds the beginning of a longer text, as long as IIM can carry (less what is left of a character at the cut).</summary>
    private static bool IsTruncation(IptcProperty field, FieldValue iim, FieldValue whole, Func<string, int> iimBytes)
    {
        const int LargestCharacter = 4;
        return field.IimMaxBytes is { } limit && iim.Items.Length == whole.Items.Length && !Agree(field, iim, whole) &&
            iim.Items.Zip(whole.Items).All(pair =>
                Plain(pair.First) == Plain(pair.Second) ||
                (Plain(pair.Second).StartsWith(Plain(pair.First), StringComparison.Ordinal) && iimBytes(pair.First) > limit - LargestCharacter));
    }

    private static string Plain(string text) => string.Join('\n', PlainText.Clean(text).Split('\n').Select(line => line.TrimEnd())).Trim();
}
