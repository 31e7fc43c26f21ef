using System.Collections.Immutable;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata;

/// <summary>
/// The one precedence table: in which order the layers of a file are asked for a property. XMP and IIM change places when the IIM
/// block was edited after the XMP was written (Photoshop's digest of it no longer holds): MWG Guidelines 2.0, 3.4.
/// </summary>
public static class FieldSources
{
    private static readonly ImmutableArray<FieldSource> Newsroom = [FieldSource.Xmp, FieldSource.Iim, FieldSource.Exif];
    private static readonly ImmutableArray<FieldSource> NewsroomWithNewerIim = [FieldSource.Iim, FieldSource.Xmp, FieldSource.Exif];
    private static readonly ImmutableArray<FieldSource> Mwg = [FieldSource.Exif, FieldSource.Xmp, FieldSource.Iim];
    private static readonly ImmutableArray<FieldSource> MwgWithNewerIim = [FieldSource.Exif, FieldSource.Iim, FieldSource.Xmp];

    /// <summary>The layers in the order in which they are believed. A layer that cannot carry a property never has a value of it.</summary>
    /// <param name="iimIsNewer">Whether the IIM block was edited by software that knows no XMP.</param>
    public static ImmutableArray<FieldSource> Order(ReadingOrder order, bool iimIsNewer) => (order, iimIsNewer) switch
    {
        (ReadingOrder.Mwg, false) => Mwg,
        (ReadingOrder.Mwg, true) => MwgWithNewerIim,
        (_, true) => NewsroomWithNewerIim,
        _ => Newsroom,
    };

    /// <summary>
    /// The field of the location shown that MWG order takes before an older place property, or null for all other properties. MWG
    /// Guidelines 2.0, 5.7.
    /// </summary>
    public static string? LocationField(IptcProperty property) => property.Id switch
    {
        "sublocationName" => "sublocation",
        "cityName" => "city",
        "provinceState" => "provinceState",
        "countryName" => "countryName",
        _ => null,
    };
}
