using MediaDesk.Metadata;

namespace MediaDesk.Wording;

/// <summary>
/// The day an article was published, as it says itself: a line that begins with "Published" or "Updated", a line that is a date, the
/// dateline of its first paragraph, a correction at its end.
/// </summary>
internal static class ArticleDate
{
    private const int LinesAtTop = 14;
    private const int LinesAtEnd = 8;
    private const int LongestLine = 400;

    public static PartialDate? Find(string article, List<ArticleLine> lines)
    {
        (PartialDate Date, int Rank)? best = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i >= LinesAtTop && i < lines.Count - LinesAtEnd)
            {
                continue;
            }

            if (OfLine(article.Substring(lines[i].Start, Math.Min(LongestLine, lines[i].Length)), i < LinesAtTop) is var (date, rank) && (best is null || rank < best.Value.Rank))
            {
                best = (date, rank);
            }
        }

        return best?.Date;
    }

    /// <summary>The date of a line and how well it says it: 0 published, 1 a date alone, 2 a dateline, 3 a correction.</summary>
    private static (PartialDate Date, int Rank)? OfLine(string line, bool isTop)
    {
        var text = new CaptionText(line);
        text.NumberSentences();
        var dates = DateScanner.Find(text, Lexicon.English | Lexicon.French | Lexicon.German | Lexicon.Spanish).FindAll(date => date.IsWhole);
        if (dates.Count == 0)
        {
            return null;
        }

        var date = dates[0];
        var day = PartialDate.OfDay(new(date.Year!.Value, date.Month!.Value, date.Day!.Value));
        for (var i = 0; i < date.First; i++)
        {
            if (text[i].Kind is TokenKind.Word && i < 8 && text.Words(i, i) is "published" or "updated" or "posted" or "publie" or "veroffentlicht" or "publicado" or "modified" or "first")
            {
                return (day, 0);
            }
        }

        var words = 0;
        for (var i = 0; i < text.Count; i++)
        {
            words += text[i].Kind is TokenKind.Word && (i < date.First || i > date.Last) && text[i].Length > 3 ? 1 : 0;
        }

        if (isTop && words <= 3)
        {
            return (day, 1);
        }

        if (isTop && IsDateline(text, date))
        {
            return (day, 2);
        }

        return text[0].Kind is TokenKind.Word && text.Words(0, 0) is "correction" or "update" or "editor" or "clarification" or "note" or "rectificatif" or "this" && date.First < 12 ? (day, 3) : null;
    }

    /// <summary>"DAMASCUS, Feb. 25, 2020 (Reuters) -": capitals, the date, a dash.</summary>
    private static bool IsDateline(CaptionText text, in DateMention date)
    {
        for (var i = 0; i < date.First; i++)
        {
            if (text[i].Kind is TokenKind.Word && text[i].Case is not LetterCase.AllCapitals)
            {
                return false;
            }
        }

        return date.First > 0;
    }
}
