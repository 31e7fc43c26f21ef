using System.Text.Json;
using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Cli;

/// <summary>What <c>--set id=value</c> and <c>--clear id</c> ask for, brought into the form the desk keeps.</summary>
internal static class FieldSettings
{
    /// <summary>The changes by property id, or a sentence about the first thing that is not understood.</summary>
    public static (Dictionary<string, FieldValue?> Changes, string? Fault) Read(string[] set, string[] clear)
    {
        var changes = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);
        foreach (var group in set.Select(Split).GroupBy(setting => setting.Id, StringComparer.Ordinal))
        {
            if (Fault(group.Key) is { } unknown)
            {
                return (changes, unknown);
            }

            var (value, fault) = Value(IptcStandard.Find(group.Key)!, [.. group.Select(setting => setting.Value)]);
            if (fault is not null)
            {
                return (changes, fault);
            }

            var input = FieldInput.Read(group.Key, value);
            if (input.Fault is not null)
            {
                return (changes, input.Fault);
            }

            changes[group.Key] = input.Value;
        }

        foreach (var id in clear)
        {
            if (Fault(id) is { } unknown)
            {
                return (changes, unknown);
            }

            if (!changes.TryAdd(id, null))
            {
                return (changes, $"{id} cannot be both set and cleared.");
            }
        }

        return (changes, changes.Count == 0 ? "Nothing is to be written: say what with --set ID=VALUE or --clear ID." : null);
    }

    private static (string Id, string? Value) Split(string setting) =>
        setting.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (setting[..at].Trim(), setting[(at + 1)..]) : (setting.Trim(), null);

    /// <summary>Why an id is no property, with the one that is most like it.</summary>
    private static string? Fault(string id)
    {
        if (IptcStandard.Find(id) is not null)
        {
            return null;
        }

        var near = IptcStandard.Properties.MinBy(property => Math.Min(Distance(property.Id, id), Distance(property.Label, id)))!;
        return $"There is no property “{CliOutput.Plain(id)}”. Did you mean {near.Id} ({near.Label})?";
    }

    private static (FieldValue? Value, string? Fault) Value(IptcProperty property, IReadOnlyList<string?> texts)
    {
        if (texts.Contains(null))
        {
            return (null, $"--set {property.Id} needs a value: --set {property.Id}=VALUE.");
        }

        if (!property.IsList && texts.Count > 1)
        {
            return (null, $"{property.Id} stands there once; it was set {texts.Count} times.");
        }

        return property.Kind == IptcKind.Structure ? Structures(property, texts!) : (property.IsList ? FieldValue.Of(texts) : FieldValue.Of(texts[0]), null);
    }

    /// <summary>An object each, or one array of them.</summary>
    private static (FieldValue?, string?) Structures(IptcProperty property, IEnumerable<string> texts)
    {
        try
        {
            var values = texts.Select(text => JsonSerializer.Deserialize<FieldValue>(text)).OfType<FieldValue>().ToList();
            var structures = values.SelectMany(value => value.Structures).ToList();
            return values.TrueForAll(value => value.IsStructured)
                ? (property.IsList ? FieldValue.Of(structures) : structures.Count == 1 ? FieldValue.Of(structures[0]) : FieldValue.Of(structures), null)
                : (null, NeedsFields(property));
        }
        catch (JsonException)
        {
            return (null, NeedsFields(property));
        }
    }

    private static string NeedsFields(IptcProperty property) =>
        $"{property.Id} is made of fields: give JSON, such as {{\"{property.Structure!.Fields[0].Id}\":\"…\"}}. Its fields: {string.Join(", ", property.Structure.Fields.Select(field => field.Id))}.";

    /// <summary>How many letters must be typed otherwise (Levenshtein), upper and lower case alike.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = corner + (char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]) ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
