namespace MediaDesk.Metadata.Iim;

/// <summary>Record and dataset numbers of IPTC-NAA Information Interchange Model 4.2 beyond those of the newsroom fields.</summary>
internal static class IimTags
{
    public const byte Marker = 0x1C;
    public const byte EnvelopeRecord = 1, ApplicationRecord = 2;

    /// <summary>In record 1.</summary>
    public const byte CodedCharacterSet = 90;

    /// <summary>In record 2.</summary>
    public const byte ObjectAttributeReference = 4, SubjectReference = 12, FixtureIdentifier = 22, DateCreated = 55, TimeCreated = 60;

    /// <summary>Of record 2 all but its version and the object preview are texts.</summary>
    public static bool IsText(IimDataset dataset) => dataset is { Record: ApplicationRecord, Number: > 0 and < 200 };

    /// <summary>Of record 1 all but its version, the file format and its version, and the escapes of 1:90 are texts.</summary>
    public static bool IsEnvelopeText(IimDataset dataset) => dataset is { Record: EnvelopeRecord, Number: not (0 or 20 or 22 or CodedCharacterSet) };
}
