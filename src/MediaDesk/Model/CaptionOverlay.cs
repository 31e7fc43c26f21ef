using System.Text.Json.Serialization;
using MediaDesk.Metadata;

namespace MediaDesk.Model;

/// <summary>What editors said about one photo, property by property; a null value is a field an editor cleared. Immutable.</summary>
public sealed class CaptionOverlay
{
    public static readonly CaptionOverlay Empty = new(new Dictionary<string, FieldValue?>());

    [JsonConstructor]
    public CaptionOverlay(IReadOnlyDictionary<string, FieldValue?> values) =>
        Values = new SortedDictionary<string, FieldValue?>(values.ToDictionary(), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, FieldValue?> Values { get; }

    public bool Covers(string property) => Values.ContainsKey(property);

    /// <summary>This overlay with an editor's value; null clears the field.</summary>
    public CaptionOverlay With(string property, FieldValue? value) =>
        new(new Dictionary<string, FieldValue?>(Values) { [property] = value });

    /// <summary>This overlay without a word about a property: what the file says stands again.</summary>
    public CaptionOverlay Without(string property) =>
        new(Values.Where(pair => pair.Key != property).ToDictionary());

    /// <summary>The current values of a photo whose file says <paramref name="reading"/>.</summary>
    public FieldValues Over(FieldValues reading) =>
        Values.Aggregate(reading, (fields, edit) => fields.With(edit.Key, edit.Value));
}
