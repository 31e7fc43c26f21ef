using MediaDesk.Cleaning;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.Cleaning;

/// <summary>Fields before and after rules, for people: invisible signs are shown.</summary>
internal static class CleaningWords
{
    /// <summary>The fields that differ, by their names on screen; null where one is empty.</summary>
    public static IEnumerable<(string Field, string? Before, string? After)> Changes(CleaningFields before, CleaningFields after) =>
        after.Unlike(before).Keys.Select(id => (NewsroomFields.Find(id)!.Label, Text(before, id), Text(after, id)));

    private static string? Text(CleaningFields fields, string id) =>
        id == NewsroomFields.Byline.Id ? (fields.Byline.Count == 0 ? null : string.Join("; ", fields.Byline.Select(Visible)))
        : id == NewsroomFields.BylineTitle.Id ? Visible(fields.BylineTitle)
        : id == NewsroomFields.CreditLine.Id ? Visible(fields.Credit)
        : id == NewsroomFields.Source.Id ? Visible(fields.Source)
        : Visible(fields.Caption);

    /// <summary>A blank too many is seen only with a mark.</summary>
    private static string? Visible(string? text) =>
        text is null ? null
        : text.Trim() != text || text.Contains("  ", StringComparison.Ordinal) || text.Any(sign => sign is '\u00A0' or '\t' || char.IsControl(sign))
            ? string.Concat(text.Select(sign => sign is ' ' ? '·' : sign is '\u00A0' ? '⍽' : sign is '\t' ? '→' : char.IsControl(sign) ? '␣' : sign)) : text;
}
