using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;

namespace MediaDesk.Export;

/// <summary>All that the desk says of a photo now, texts in other languages included.</summary>
/// <param name="Fields">By property id, or that of a <see cref="LanguageVariant"/>.</param>
/// <param name="IsSaid">Whether the file itself says just that already.</param>
internal sealed record CurrentMetadata(FieldValues Fields, bool IsSaid)
{
    public static CurrentMetadata Of(FieldValues fields, CaptionOverlay overlay, MetadataReading reading)
    {
        var all = InnerLanguages.Over(new(fields.Concat(overlay.LanguagesOver(reading))), reading, isOfTheFile: id => !overlay.Covers(id));
        return new(all, all.Equals(InnerLanguages.Said(reading)) && !reading.Sources.ContainsValue(FieldSource.Sidecar));
    }
}
