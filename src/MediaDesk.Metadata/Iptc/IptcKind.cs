namespace MediaDesk.Metadata.Iptc;

/// <summary>What the value of a property is.</summary>
public enum IptcKind
{
    Text,

    /// <summary>A text that may stand there in several languages (XMP's language alternative).</summary>
    LanguageAlternative,

    Uri,

    /// <summary>ISO 8601, possibly partial.</summary>
    Date,

    /// <summary>Kept as the text the file has, so that nothing is rounded.</summary>
    Number,

    Structure,
}
