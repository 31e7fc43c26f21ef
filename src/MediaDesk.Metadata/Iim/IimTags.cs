namespace MediaDesk.Metadata.Iim;

/// <summary>Record and dataset numbers of IPTC-NAA Information Interchange Model 4.2 beyond those of the newsroom fields.</summary>
internal static class IimTags
{
    public const byte Marker = 0x1C;
    public const byte EnvelopeRecord = 1, ApplicationRecord = 2;

    /// <summary>In record 1.</summary>
    public const byte CodedCharacterSet = 90;

    /// <summary>In record 2.</summary>
    public const byte FixtureIdentifier = 22, DateCreated = 55, TimeCreated = 60;

    /// <summary>Of record 2 all but its version and the object preview are texts.</summary>
    public static bool IsText(IimDataset dataset) => dataset is { Record: ApplicationRecord, Number: > 0 and < 200 };
}
