using System.Collections.Frozen;
using System.Collections.Immutable;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata;

/// <summary>
/// The one precedence table: in which order the layers of a file are asked for a property. Newsroom order: XMP, then IIM, then EXIF,
/// whose texts cameras fill with their own name. XMP and IIM change places when the IIM block was edited after the XMP was written
/// (Photoshop's digest of it no longer holds): MWG Guidelines 2.0, 3.4.
/// </summary>
public static class FieldSources
{
    private static readonly ImmutableArray<FieldSource> WithoutExif = [FieldSource.Xmp, FieldSource.Iim];
    private static readonly ImmutableArray<FieldSource> WithExif = [FieldSource.Xmp, FieldSource.Iim, FieldSource.Exif];

    private static readonly FrozenDictionary<string, ImmutableArray<FieldSource>> Orders = new Dictionary<string, ImmutableArray<FieldSource>>
    {
        [NewsroomFields.Caption.Id] = WithExif,
        [NewsroomFields.Byline.Id] = WithExif,
        [NewsroomFields.CopyrightNotice.Id] = WithExif,
        [NewsroomFields.DateCreated.Id] = WithExif,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The layers that can carry a property, first the one that is believed.</summary>
    /// <param name="iimIsNewer">Whether the IIM block was edited by software that knows no XMP.</param>
    public static ImmutableArray<FieldSource> Order(NewsroomField field, bool iimIsNewer)
    {
        var order = Orders.GetValueOrDefault(field.Id, WithoutExif);
        return iimIsNewer ? [FieldSource.Iim, FieldSource.Xmp, .. order.Skip(2)] : order;
    }
}
