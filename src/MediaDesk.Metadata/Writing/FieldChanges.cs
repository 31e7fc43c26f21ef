using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Writing;

/// <summary>What is to be written into each layer of a file so that afterwards all software reads the same.</summary>
/// <param name="Asked">The fields that shall change, with the texts they will read back as; null clears.</param>
/// <param name="Xmp">
/// Those, and the fields that so far only IIM said or said more newly: once the digest holds again, software that knows XMP no longer
/// looks into IIM (MWG Guidelines 2.0, 3.4).
/// </param>
/// <param name="NewIim">What a file without IIM gets: those asked for, and the fields its XMP says.</param>
internal sealed record FieldChanges(
    IReadOnlyDictionary<NewsroomField, FieldValue?> Asked,
    IReadOnlyDictionary<NewsroomField, FieldValue?> Xmp,
    IReadOnlyDictionary<NewsroomField, FieldValue?> NewIim)
{
    /// <summary>Leaves out what the file says already. Throws on an id that is no newsroom field.</summary>
    public static FieldChanges Of(MetadataReading before, IReadOnlyDictionary<string, FieldValue?> changes)
    {
        var asked = changes
            .Select(change => (Field: NewsroomFields.Find(change.Key) ?? throw new ArgumentException($"“{change.Key}” is no newsroom field.", nameof(changes)), change.Value))
            .Select(change => (change.Field, Value: Writable(change.Field, change.Value)))
            .Where(change => !Equals(before.Fields[change.Field.Id], change.Value))
            .ToDictionary(change => change.Field, change => change.Value);
        return new(asked, With(asked, before, FieldSource.Iim), With(asked, before, FieldSource.Xmp));
    }

    private static Dictionary<NewsroomField, FieldValue?> With(Dictionary<NewsroomField, FieldValue?> asked, MetadataReading before, FieldSource source) =>
        asked.Concat(
            from said in before.Sources
            where said.Value == source && NewsroomFields.Find(said.Key) is { } field && !asked.ContainsKey(field)
            select KeyValuePair.Create(NewsroomFields.Find(said.Key)!, before.Fields[said.Key])).ToDictionary();

    private static FieldValue? Writable(NewsroomField field, FieldValue? value)
    {
        if (value is null)
        {
            return null;
        }

        var texts = value.Items.Select(item => XmpDocument.Writable(PlainText.Clean(item)));
        if (field.IsList)
        {
            return FieldValue.Of(texts);
        }

        var text = string.Join("; ", texts);
        return FieldValue.Of(field == NewsroomFields.DateCreated && PartialDate.TryParse(text, out var date) ? date.ToString() : text);
    }
}
