using MediaDesk.Metadata;
using MediaDesk.Model;

namespace MediaDesk.Captions;

/// <summary>Everything the caption panel shows of one photo.</summary>
public sealed record MediaDetails
{
    public required long Id { get; init; }
    public required string FileName { get; init; }
    public required long Revision { get; init; }
    public required FieldValues Fields { get; init; }
    /// <summary>Properties whose current value is an editor's word.</summary>
    public required IReadOnlySet<string> Edited { get; init; }
    /// <summary>What the current original says.</summary>
    public required MetadataReading Reading { get; init; }
    public required PhotoFormat Format { get; init; }
    public required long ByteSize { get; init; }
    /// <summary>Upright.</summary>
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required PictureState Picture { get; init; }
    public required string Sha256 { get; init; }
    public required DateTime AddedUtc { get; init; }
    public required DateTime? RemovedUtc { get; init; }
    /// <summary>Every delivery of this photo, newest first; more than one when it was delivered again.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }
}

/// <summary>One original of a photo. <paramref name="Differences"/> are the fields in which its reading differs from the delivery before it.</summary>
public sealed record Delivery(
    long OriginalId, string Sha256, string FileName, string DeliveredBy, DateTime ReceivedUtc, IReadOnlyList<FieldDifference> Differences);

/// <summary>A field before and after; null where it was empty.</summary>
public sealed record FieldDifference(string Field, FieldValue? Before, FieldValue? After);
