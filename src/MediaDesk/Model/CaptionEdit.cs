using MediaDesk.Metadata;

namespace MediaDesk.Model;

/// <summary>The change of one field of one photo.</summary>
public sealed class CaptionEdit
{
    public long Id { get; set; }

    public long EntryId { get; set; }

    public long MediaItemId { get; set; }

    /// <summary>The <see cref="MediaItem.Revision"/> this change made.</summary>
    public long Revision { get; set; }

    /// <summary>IPTC property id.</summary>
    public required string Property { get; set; }

    /// <summary>Null where the field was empty.</summary>
    public FieldValue? Before { get; set; }

    /// <summary>Whether <see cref="Before"/> was what the file says rather than an editor's word: undo then uncovers the reading.</summary>
    public bool BeforeFromFile { get; set; }

    public FieldValue? After { get; set; }

    public bool AfterFromFile { get; set; }
}
