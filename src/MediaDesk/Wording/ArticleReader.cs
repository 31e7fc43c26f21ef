using System.Buffers;
using MediaDesk.Credits;
using MediaDesk.Metadata;

namespace MediaDesk.Wording;

/// <summary>
/// Finds the photo blocks in the prose of a pasted article: a line of keywords (or none), the caption, the credit behind it or in a
/// line of its own. Text and HTML alike; tags part lines and are never more than text.
/// </summary>
public sealed class ArticleReader(CaptionReader captions, CurrentAgencies agencies)
{
    /// <summary>A caption is a few sentences; a longer paragraph is prose, whatever it ends with.</summary>
    private const int LongestCaption = 2_500;

    private static readonly SearchValues<char> NoKeyword = SearchValues.Create(".!?:()/\"“”<>");

    /// <param name="published">ISO 8601; else the article's own "published" line, dateline or correction says it.</param>
    public IReadOnlyList<ArticlePhoto> Read(string? article, string? published = null)
    {
        if (string.IsNullOrWhiteSpace(article))
        {
            return [];
        }

        var lines = ArticleLine.Split(article);
        var reference = PartialDate.TryParse(published, out var given) ? given.ToString() : ArticleDate.Find(article, lines)?.ToString();
        var photos = new List<ArticlePhoto>();
        var taken = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (Block(article, lines, i, taken) is not var (first, last))
            {
                continue;
            }

            var keywords = first - 1 > taken ? Keywords(article, lines[first - 1]) : [];
            var (start, end) = (lines[first].Start, lines[last].End);
            var photo = captions.Read(article[start..end], reference);
            if (photo.Caption is null || (photo.Byline.Count == 0 && photo.Agencies.Count == 0))
            {
                continue;
            }

            photos.Add(new(keywords, Moved(photo, start), start, end - start));
            taken = i = last;
        }

        return photos;
    }

    /// <summary>The lines of the photo block whose credit stands in a line; null where it is prose.</summary>
    private (int First, int Last)? Block(string article, List<ArticleLine> lines, int i, int taken)
    {
        var line = lines[i];
        if (line.Length > LongestCaption || !MayHoldCredit(article.AsSpan(line.Start, line.Length)))
        {
            return null;
        }

        var text = new CaptionText(article.Substring(line.Start, line.Length));
        text.NumberSentences();
        var credits = new CreditFinder(text, agencies.Catalogue).Find();
        if (credits.Count == 0 || IsFooter(text))
        {
            return null;
        }

        var (start, end) = credits[^1];
        var chain = CreditReader.Read(text.Text[start..end], [], agencies.Catalogue);
        if (chain.Agencies.Count == 0 && chain.Photographers.Count == 0)
        {
            return null;
        }

        var hasBody = false;
        for (var token = 0; token < text.Count; token++)
        {
            hasBody |= text[token].Part is CaptionPart.Body && text[token].Kind is TokenKind.Word;
        }

        if (hasBody)
        {
            return (i, i);
        }

        // The credit alone: its caption is the line above, or below where a Mandatory Credit comes first.
        if (i - 1 > taken && !line.IsApart && lines[i - 1].Length <= LongestCaption && Keywords(article, lines[i - 1]).Length == 0)
        {
            return (i - 1, i);
        }

        var isFirst = text.Text.StartsWith("mandatory", StringComparison.OrdinalIgnoreCase);
        return isFirst && i + 1 < lines.Count && !lines[i + 1].IsApart ? (i, i + 1) : null;
    }

    /// <summary>A quick look before a line is cut into tokens: no credit is without one of these.</summary>
    private static bool MayHoldCredit(ReadOnlySpan<char> line) =>
        line.ContainsAny("/©(|") || line.Contains(':') || line.Contains("via", StringComparison.OrdinalIgnoreCase) || line.Contains("photo", StringComparison.OrdinalIgnoreCase);

    /// <summary>"© 2024 …", "All rights reserved": the foot of the page, and no photo.</summary>
    private static bool IsFooter(CaptionText text)
    {
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if ((text[i].Kind is TokenKind.Word && text.Words(i, i) is "rights" && text.Words(i + 1, i + 1) is "reserved")
                || (i < 3 && (text.IsMark(i, '©') || (text[i].Kind is TokenKind.Word && text.Words(i, i) is "copyright")) && text[i + 1].Kind is TokenKind.Number && text[i + 1].Length == 4))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"russia, syria, idlib": words between commas and no sentence; or what stands behind "Keywords:".</summary>
    private static string[] Keywords(string article, ArticleLine line)
    {
        const int longestLine = 600;
        const int mostWords = 4;
        if (line.Length > longestLine)
        {
            return [];
        }

        var text = article.AsSpan(line.Start, line.Length).Trim();
        var isNamed = false;
        foreach (var name in (ReadOnlySpan<string>)["keywords:", "tags:", "mots-clés:", "mots clés:"])
        {
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                isNamed = true;
                text = text[name.Length..];
            }
        }

        var words = text.ToString().Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var isList = words.Length > 1 && Array.TrueForAll(words, word => word.Split(' ').Length <= mostWords && !word.AsSpan().ContainsAny(NoKeyword))
            // Names of people in a row are prose ("Smith, Jones, Miller"): keywords are mostly in small letters.
            && words.Count(word => char.IsLower(word[0]) || char.IsDigit(word[0])) * 2 >= words.Length;
        return isList || isNamed ? words : [];
    }

    private static ParsedCaption Moved(ParsedCaption photo, int start) => photo with
    {
        Spans = [.. photo.Spans.Select(span => span with { Start = span.Start + start })],
        Offers = [.. photo.Offers.Select(span => span with { Start = span.Start + start })],
    };
}
