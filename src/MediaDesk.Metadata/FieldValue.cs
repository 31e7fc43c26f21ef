using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;

namespace MediaDesk.Metadata;

/// <summary>
/// The value of one IPTC property: a text or a structure, or for a property that may occur several times an ordered list of either.
/// Never empty: a property without a value is absent. In JSON a string, an object, or an array of strings or of objects.
/// </summary>
[JsonConverter(typeof(FieldValueJson))]
public sealed class FieldValue : IEquatable<FieldValue>
{
    /// <summary>Between names and keywords shown in one text box. A comma is no separator: it occurs in names ("King, Jr.").</summary>
    private const string Between = "; ";

    private ImmutableArray<string> items;

    private FieldValue(ImmutableArray<string> items, bool isList) => (this.items, Structures, IsList) = (items, [], isList);

    private FieldValue(ImmutableArray<FieldValues> structures, bool isList) => (Structures, IsList) = (structures, isList);

    /// <summary>
    /// The texts in order; exactly one when <see cref="IsList"/> is false. Of structures a line each that a person can read
    /// ("City: Paris; Country name: France"): to be shown and searched, not to be taken apart again.
    /// </summary>
    public ImmutableArray<string> Items => items.IsDefault ? items = [.. Structures.Select(Line)] : items;

    /// <summary>The structures in order, keyed by the ids of the standard; exactly one when <see cref="IsList"/> is false, none for texts.</summary>
    public ImmutableArray<FieldValues> Structures { get; }

    public bool IsList { get; }

    public bool IsStructured => !Structures.IsEmpty;

    /// <summary>The one text, or the list joined with "; ".</summary>
    public string Text => Items.Length == 1 ? Items[0] : string.Join(Between, Items);

    /// <summary>All texts in it, also those deep inside structures, without the names of the fields.</summary>
    public IEnumerable<string> AllTexts() =>
        IsStructured ? Structures.SelectMany(structure => structure.Values.SelectMany(value => value.AllTexts())) : Items;

    /// <summary>One text, or null when nothing but white space is left of it.</summary>
    public static FieldValue? Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new([text], isList: false);

    /// <summary>A list without its blank entries, or null when none is left.</summary>
    public static FieldValue? Of(IEnumerable<string?> texts)
    {
        var items = texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!).ToImmutableArray();
        return items.IsEmpty ? null : new(items, isList: true);
    }

    /// <summary>One structure, or null when it has no field.</summary>
    public static FieldValue? Of(FieldValues? structure) => structure is null or { Count: 0 } ? null : new([structure], isList: false);

    /// <summary>A list of structures without the empty ones, or null when none is left.</summary>
    public static FieldValue? Of(IEnumerable<FieldValues?> structures)
    {
        var filled = structures.Where(structure => structure is { Count: > 0 }).Select(structure => structure!).ToImmutableArray();
        return filled.IsEmpty ? null : new(filled, isList: true);
    }

    public bool Equals(FieldValue? other) =>
        other is not null && IsList == other.IsList && IsStructured == other.IsStructured
        && (IsStructured ? Structures.SequenceEqual(other.Structures) : Items.SequenceEqual(other.Items, StringComparer.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as FieldValue);

    public override int GetHashCode() => IsStructured
        ? Structures.Aggregate(IsList ? 3 : 2, HashCode.Combine)
        : Items.Aggregate(IsList ? 1 : 0, HashCode.Combine);

    public override string ToString() => Text;

    private static string Line(FieldValues structure)
    {
        var line = new StringBuilder();
        Append(structure, line);
        return line.ToString();
    }

    private static void Append(FieldValues structure, StringBuilder line)
    {
        var between = "";
        foreach (var (id, value) in structure)
        {
            var (field, language) = id.IndexOf('@') is >= 0 and var at ? (id[..at], id[(at + 1)..]) : (id, null);
            if (language == Iptc.LanguageVariant.DefaultLanguage)
            {
                continue;
            }

            line.Append(between);
            AppendWords(field, line);
            line.Append(language is null ? "" : $" ({language})");
            line.Append(": ");
            value.Append(line);
            between = Between;
        }
    }

    private void Append(StringBuilder line)
    {
        if (!IsStructured)
        {
            line.AppendJoin(", ", Items);
            return;
        }

        var between = "";
        foreach (var structure in Structures)
        {
            line.Append(between).Append('(');
            Append(structure, line);
            line.Append(')');
            between = ", ";
        }
    }

    /// <summary>"Country name" for <c>countryName</c>.</summary>
    private static void AppendWords(string id, StringBuilder line)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (i > 0 && char.IsUpper(id[i]) && char.IsLower(id[i - 1]))
            {
                line.Append(' ');
            }

            line.Append(i == 0 ? char.ToUpperInvariant(id[i]) : char.ToLowerInvariant(id[i]));
        }
    }
}
