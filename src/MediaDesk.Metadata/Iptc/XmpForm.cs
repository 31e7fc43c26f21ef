namespace MediaDesk.Metadata.Iptc;

/// <summary>The RDF container an XMP property stands in. ISO 16684-1, 7.7 to 7.9.</summary>
public enum XmpForm
{
    /// <summary>None: one value, or the fields of one structure.</summary>
    One,

    /// <summary>Alternatives, one for each language.</summary>
    Alt,

    /// <summary>A list whose order means nothing.</summary>
    Bag,

    /// <summary>A list in order.</summary>
    Seq,
}
