namespace MediaDesk.Metadata.Iptc;

/// <summary>A property of the IPTC Photo Metadata Standard 2025.1 that a caption desk works with.</summary>
/// <param name="Id">The property id of the standard's technical reference, verbatim.</param>
/// <param name="Label">The name on screen.</param>
/// <param name="IsList">Whether the property may occur several times.</param>
/// <param name="IimDataset">The dataset number in IIM record 2.</param>
/// <param name="IimMaxBytes">The longest value IIM can carry, in octets, not characters; null where IIM sets none.</param>
/// <param name="Xmp">The XMP property, with its customary prefix.</param>
public sealed record NewsroomField(string Id, string Label, bool IsList, byte IimDataset, int? IimMaxBytes, string Xmp);
