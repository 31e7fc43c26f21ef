using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.Article;

/// <summary>A field of a photo, what it says now, and what the article says.</summary>
/// <param name="Now">Null where it is empty.</param>
/// <param name="IsTyped">An editor has written what stands there now.</param>
internal sealed record FieldChoice(NewsroomField Field, FieldValue? Now, FieldValue Says, bool IsTyped)
{
    public bool IsSame => Equals(Now, Says);

    /// <summary>Whether it is taken: at first what fills an empty field or replaces what a file said, never what an editor typed.</summary>
    public bool IsTaken { get; set; } = !IsTyped && !Equals(Now, Says);

    public static FieldChoice Of(NewsroomField field, FieldValue says, MediaDetails photo)
    {
        var now = photo.Fields[field.Id];
        // Keywords are added to those that are there.
        var whole = field.IsList && field.Id == NewsroomFields.Keywords.Id && now is not null
            ? FieldValue.Of([.. now.Items, .. says.Items.Except(now.Items, StringComparer.OrdinalIgnoreCase)])!
            : says;
        return new(field, now, whole, photo.Edited.Contains(field.Id));
    }
}
