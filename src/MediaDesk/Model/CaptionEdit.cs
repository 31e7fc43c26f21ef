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

    /// <summary>IPTC property id, or that of a <see cref="Metadata.Iptc.LanguageVariant"/>.</summary>
    public required string Property { get; set; }

    /// <summary>Null where the field was empty.</summary>
    public FieldValue? Before { get; set; }

    /// <summary>Whether <see cref="Before"/> was what the file says, cleaned or not, rather than an editor's word: undo then uncovers that.</summary>
    public bool BeforeFromFile { get; set; }

    public FieldValue? After { get; set; }

    public bool AfterFromFile { get; set; }

    /// <summary>For a value taken because the photo's own text says it, the IPTC property id of that text; else null.</summary>
    public string? UnderstoodFrom { get; set; }

    /// <summary>The convention by which <see cref="UnderstoodFrom"/> was read; null together with it.</summary>
    public string? UnderstoodBy { get; set; }

    /// <summary>Both as one.</summary>
    public Understanding? Understood => UnderstoodFrom is null || UnderstoodBy is null ? null : new(UnderstoodFrom, UnderstoodBy);
}
