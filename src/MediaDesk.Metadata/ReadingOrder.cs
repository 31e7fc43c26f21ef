namespace MediaDesk.Metadata;

/// <summary>Which layer of a file is believed where they disagree.</summary>
public enum ReadingOrder
{
    /// <summary>XMP, IIM (first when it was edited after XMP was written), EXIF, whose texts cameras fill with their own name.</summary>
    Newsroom,

    /// <summary>EXIF first where it has a twin, then as the newsroom does; the location shown before the older place properties. MWG Guidelines 2.0, 5.</summary>
    Mwg,
}
