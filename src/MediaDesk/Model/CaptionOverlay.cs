using System.Text.Json.Serialization;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

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

    /// <summary>The current values of a photo whose file says <paramref name="reading"/>; of texts in several languages those in the default one.</summary>
    public FieldValues Over(FieldValues reading) => Over(reading, Values.Where(edit => !LanguageVariant.IsId(edit.Key)));

    /// <summary>
    /// The current texts in other languages, by the id of their <see cref="LanguageVariant"/>: of properties that have a text in the
    /// default language, without which they stand beside nothing.
    /// </summary>
    public FieldValues LanguagesOver(MetadataReading reading)
    {
        var fields = Over(reading.Fields);
        var texts = Over(LanguageVariant.In(reading), Values.Where(edit => LanguageVariant.IsId(edit.Key)));
        return new(texts.Where(text => LanguageVariant.Find(text.Key) is { } variant && fields.ContainsKey(variant.Property.Id)));
    }

    private static FieldValues Over(FieldValues said, IEnumerable<KeyValuePair<string, FieldValue?>> edits) =>
        edits.Aggregate(said, (fields, edit) => fields.With(edit.Key, edit.Value));
}
