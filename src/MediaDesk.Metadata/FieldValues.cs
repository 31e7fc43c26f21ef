using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>The values of a photo by IPTC property id (<see cref="Iptc.IptcProperty.Id"/>), or of a structure by the ids of its fields, in a stable order. Immutable.</summary>
[JsonConverter(typeof(FieldValuesJson))]
public sealed class FieldValues : IReadOnlyDictionary<string, FieldValue>, IEquatable<FieldValues>
{
    public static readonly FieldValues Empty = new([]);

    /// <summary>By id in ordinal order: a photo has ten or twenty, and millions of photos are read.</summary>
    private readonly KeyValuePair<string, FieldValue>[] values;

    /// <exception cref="ArgumentException">A property occurs twice.</exception>
    public FieldValues(IEnumerable<KeyValuePair<string, FieldValue>> values)
    {
        this.values = [.. values];
        if (IsAscending(this.values))
        {
            return;
        }

        Array.Sort(this.values, (one, other) => string.CompareOrdinal(one.Key, other.Key));
        if (!IsAscending(this.values))
        {
            throw new ArgumentException("A property occurs twice.", nameof(values));
        }
    }

    /// <summary>Of a property that is given twice the last value, as JSON has it.</summary>
    internal static FieldValues OfLast(List<KeyValuePair<string, FieldValue>> values)
    {
        if (IsAscending(CollectionsMarshal.AsSpan(values)))
        {
            return new(values);
        }

        var last = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var (id, value) in values)
        {
            last[id] = value;
        }

        return new(last);
    }

    /// <summary>The value of a property, or null when it has none.</summary>
    public FieldValue? this[string id] => TryGetValue(id, out var value) ? value : null;

    FieldValue IReadOnlyDictionary<string, FieldValue>.this[string key] => this[key] ?? throw new KeyNotFoundException($"There is no property {key}.");

    public int Count => values.Length;

    public IEnumerable<string> Keys => values.Select(pair => pair.Key);

    public IEnumerable<FieldValue> Values => values.Select(pair => pair.Value);

    /// <summary>The text of a property, or null when it has none.</summary>
    public string? Text(string id) => this[id]?.Text;

    /// <summary>These values with one property set, or with null cleared.</summary>
    public FieldValues With(string id, FieldValue? value)
    {
        var changed = values.Where(pair => pair.Key != id);
        return new(value is null ? changed : changed.Append(KeyValuePair.Create(id, value)));
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FieldValue value)
    {
        var (from, to) = (0, values.Length - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var order = string.CompareOrdinal(values[middle].Key, key);
            if (order == 0)
            {
                value = values[middle].Value;
                return true;
            }

            (from, to) = order < 0 ? (middle + 1, to) : (from, middle - 1);
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() => values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(FieldValues? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as FieldValues);

    public override int GetHashCode() => values.Aggregate(0, (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    /// <summary>Whether the ids go up: how they are kept, and so how they mostly come.</summary>
    private static bool IsAscending(ReadOnlySpan<KeyValuePair<string, FieldValue>> values)
    {
        for (var at = 1; at < values.Length; at++)
        {
            if (string.CompareOrdinal(values[at - 1].Key, values[at].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }
}
