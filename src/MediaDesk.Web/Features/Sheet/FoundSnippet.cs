using MediaDesk.Metadata.Iptc;
using MediaDesk.Search;
using MediaDesk.Search.Marks;
using MediaDesk.Web.Controls;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>Why a photo is among the results, in two lines: the text around the first words that were found, of the caption if it has some.</summary>
internal static class FoundSnippet
{
    private const int Before = 24, Whole = 110;

    private static readonly string[] Told = [NewsroomFields.Caption.Id, NewsroomFields.Headline.Id, NewsroomFields.Keywords.Id];

    /// <summary>The pieces of the snippet; none where nothing was found in what the cell does not show anyway.</summary>
    public static IReadOnlyList<(string Text, bool IsFound)> Of(SheetPhoto photo)
    {
        if (Told.Select(field => photo.Marks.FirstOrDefault(mark => mark.Field == field)).FirstOrDefault(mark => mark is not null) is not { } first)
        {
            return [];
        }

        var text = photo.Fields[first.Field]!.Items[first.Item];
        var start = first.Start <= Before ? 0 : AtWord(text, first.Start - Before, first.Start);
        var end = Math.Min(text.Length, Math.Max(start + Whole, first.Start + first.Length));
        return MarkedText.Pieces(text, photo.Marks.Where(mark => mark.Field == first.Field && mark.Item == first.Item), start, end);
    }

    /// <summary>The next beginning of a word, not behind <paramref name="limit"/>.</summary>
    private static int AtWord(string text, int from, int limit)
    {
        var blank = text.IndexOf(' ', from, limit - from);
        return blank < 0 ? limit : blank + 1;
    }
}
