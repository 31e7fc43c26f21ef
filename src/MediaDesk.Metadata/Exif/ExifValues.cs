using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Exif;

/// <summary>What an EXIF block says.</summary>
internal sealed partial record ExifValues
{
    public int? Orientation { get; init; }

    public string? ImageDescription { get; init; }

    public string? Artist { get; init; }

    public string? Copyright { get; init; }

    public PartialDate? Taken { get; init; }

    public CameraFacts? Camera { get; init; }

    public GpsPosition? Gps { get; init; }

    public ByteRange? Thumbnail { get; init; }

    /// <summary>ImageUniqueID, which the standard names as the twin of its Digital Image GUID.</summary>
    public string? UniqueId { get; init; }

    /// <summary>What the block says of a property: the five that the standard finds a twin for in EXIF.</summary>
    public FieldValue? Value(IptcProperty property) => property.Id switch
    {
        "description" => FieldValue.Of(ImageDescription),
        "copyrightNotice" => FieldValue.Of(Copyright),
        "dateCreated" => FieldValue.Of(Taken?.ToString()),
        "creatorNames" => FieldValue.Of(Names(Artist ?? "")),
        "digitalImageGuid" => FieldValue.Of(UniqueId),
        _ => null,
    };

    /// <summary>Several names are joined with "; ", a name that holds a semicolon or a quote stands in quotes (MWG 2.0, 5.4).</summary>
    private static IEnumerable<string> Names(string artist) => artist.Contains('"', StringComparison.Ordinal)
        ? Name().Matches(artist).Select(match => match.Groups["quoted"] is { Success: true } quoted
            ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal)
            : match.Groups["plain"].Value.Trim())
        : artist.Split(';', StringSplitOptions.TrimEntries);

    [GeneratedRegex("""\G\s*(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^;]*?))\s*(?:;|$)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
