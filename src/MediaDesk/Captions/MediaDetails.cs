using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;

namespace MediaDesk.Captions;

/// <summary>Everything the caption panel shows of one photo.</summary>
public sealed record MediaDetails
{
    public required long Id { get; init; }
    public required string FileName { get; init; }
    public required long Revision { get; init; }
    public required FieldValues Fields { get; init; }
    /// <summary>The current texts in other languages than the default, by the id of their <see cref="LanguageVariant"/>.</summary>
    public FieldValues Languages { get; init; } = FieldValues.Empty;
    /// <summary>Properties, and texts in other languages, whose current value is an editor's word.</summary>
    public required IReadOnlySet<string> Edited { get; init; }
    /// <summary>For each property whose value rules made of what the file says, the names of the rules in the order in which they worked; also where an editor's word covers it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> CleanedBy { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>Of these, where the value was taken because a text of the photo says it.</summary>
    public IReadOnlyDictionary<string, Understanding> Understood { get; init; } = new Dictionary<string, Understanding>();
    /// <summary>What its own texts say and its fields do not, in the order of the caption panel; without what editors have dismissed.</summary>
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];
    /// <summary>What the current original says; without one the record it was taken over from, as its fields alone.</summary>
    public required MetadataReading Reading { get; init; }
    /// <summary>Null while there is no file.</summary>
    public required PhotoFormat? Format { get; init; }
    public required long ByteSize { get; init; }
    /// <summary>Upright.</summary>
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required PictureState Picture { get; init; }
    /// <summary>Zeros while there is no file.</summary>
    public required string Sha256 { get; init; }
    public required DateTime AddedUtc { get; init; }
    public required DateTime? RemovedUtc { get; init; }
    /// <summary>Every delivery of this photo, newest first; more than one when it was delivered again.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    /// <summary>The current value of a property, with the languages of the texts inside it, or of a text in another language.</summary>
    public FieldValue? Now(string property) =>
        LanguageVariant.IsId(property) ? Languages[property]
        : !Edited.Contains(property) && IptcStandard.Find(property) is { Kind: IptcKind.Structure } known ? InnerLanguages.Named(known, Fields[property], Reading)
        : Fields[property];
}

/// <summary>One original of a photo. <paramref name="Differences"/> are the fields in which its reading differs from the delivery before it.</summary>
public sealed record Delivery(
    long OriginalId, string Sha256, string FileName, string DeliveredBy, DateTime ReceivedUtc, IReadOnlyList<FieldDifference> Differences);

/// <summary>A field before and after; null where it was empty.</summary>
public sealed record FieldDifference(string Field, FieldValue? Before, FieldValue? After);
