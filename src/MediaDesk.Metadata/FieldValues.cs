using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>The values of a photo by IPTC property id (<see cref="Iptc.IptcProperty.Id"/>), or of a structure by the ids of its fields, in a stable order. Immutable.</summary>
[JsonConverter(typeof(FieldValuesJson))]
public sealed class FieldValues : IReadOnlyDictionary<string, FieldValue>, IEquatable<FieldValues>
{
    public static readonly FieldValues Empty = new([]);

    private readonly SortedDictionary<string, FieldValue> values;

    public FieldValues(IEnumerable<KeyValuePair<string, FieldValue>> values) =>
        this.values = new(values.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The value of a property, or null when it has none.</summary>
    public FieldValue? this[string id] => values.GetValueOrDefault(id);

    FieldValue IReadOnlyDictionary<string, FieldValue>.this[string key] => values[key];

    public int Count => values.Count;

    public IEnumerable<string> Keys => values.Keys;

    public IEnumerable<FieldValue> Values => values.Values;

    /// <summary>The text of a property, or null when it has none.</summary>
    public string? Text(string id) => this[id]?.Text;

    /// <summary>These values with one property set, or with null cleared.</summary>
    public FieldValues With(string id, FieldValue? value)
    {
        var changed = values.Where(pair => pair.Key != id);
        return new(value is null ? changed : changed.Append(KeyValuePair.Create(id, value)));
    }

    public bool ContainsKey(string key) => values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FieldValue value) => values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(FieldValues? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as FieldValues);

    public override int GetHashCode() => values.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));
}
