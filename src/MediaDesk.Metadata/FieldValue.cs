using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>
/// The value of one IPTC property: one text, or for a property that may occur several times an ordered list of texts.
/// Never empty: a property without a value is absent. In JSON a string or an array of strings.
/// </summary>
[JsonConverter(typeof(FieldValueJson))]
public sealed class FieldValue : IEquatable<FieldValue>
{
    /// <summary>Between names and keywords shown in one text box. A comma is no separator: it occurs in names ("King, Jr.").</summary>
    private const string Between = "; ";

    private FieldValue(ImmutableArray<string> items, bool isList) => (Items, IsList) = (items, isList);

    /// <summary>The texts in order; exactly one when <see cref="IsList"/> is false.</summary>
    public ImmutableArray<string> Items { get; }

    public bool IsList { get; }

    /// <summary>The one text, or the list joined with "; ".</summary>
    public string Text => Items.Length == 1 ? Items[0] : string.Join(Between, Items);

    /// <summary>One text, or null when nothing but white space is left of it.</summary>
    public static FieldValue? Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new([text], isList: false);

    /// <summary>A list without its blank entries, or null when none is left.</summary>
    public static FieldValue? Of(IEnumerable<string?> texts)
    {
        var items = texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!).ToImmutableArray();
        return items.IsEmpty ? null : new(items, isList: true);
    }

    public bool Equals(FieldValue? other) =>
        other is not null && IsList == other.IsList && Items.SequenceEqual(other.Items, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as FieldValue);

    public override int GetHashCode() => Items.Aggregate(IsList ? 1 : 0, (hash, item) => HashCode.Combine(hash, item));

    public override string ToString() => Text;
}
