using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.Captions;

/// <summary>A field's value as the text of one text box, and back.</summary>
internal static class FieldText
{
    public static string Of(FieldValue? value) => value?.Text ?? "";

    /// <summary>
    /// What a text means. Entries of a list stand between semicolons, keywords also between commas or lines; an entry that
    /// is in the list already stays whole, so that "Washington, D.C." does not fall apart when its neighbour is edited.
    /// </summary>
    /// <param name="current">The value the text grew from.</param>
    public static FieldValue? Parse(NewsroomField field, string text, FieldValue? current)
    {
        if (!field.IsList)
        {
            return FieldValue.Of(text.Trim());
        }

        var known = current?.Items.ToHashSet(StringComparer.Ordinal) ?? [];
        char[] within = field == NewsroomFields.Keywords ? [',', '\n'] : ['\n'];
        return FieldValue.Of(text
            .Split(';')
            .Select(part => part.Trim())
            .SelectMany(part => known.Contains(part) ? [part] : part.Split(within))
            .Select(part => part.Trim())
            .Where(part => part.Length > 0)
            .Distinct(StringComparer.Ordinal));
    }
}
