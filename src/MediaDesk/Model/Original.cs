using MediaDesk.Metadata;

namespace MediaDesk.Model;

/// <summary>
/// A file as it arrived, stored once under its SHA-256 and never changed, with what it said (the reading). A photo delivered
/// again with other metadata has several originals.
/// </summary>
public sealed class Original
{
    /// <summary>Stands for the hash of a photo that has no file yet.</summary>
    public static readonly string NoSha256 = new('0', 64);

    public long Id { get; set; }

    public long MediaItemId { get; set; }

    /// <summary>Lower-case hex; unique on the desk.</summary>
    public required string Sha256 { get; set; }

    public required string FileName { get; set; }

    public long ByteSize { get; set; }

    public PhotoFormat Format { get; set; }

    /// <summary>Where it came from, for people: "upload", "command line", "samples" or the watched folder.</summary>
    public required string DeliveredBy { get; set; }

    public DateTime ReceivedUtc { get; set; }

    public MetadataReading Reading { get; set; } = new();

    public List<Rendition> Renditions { get; } = [];
}
