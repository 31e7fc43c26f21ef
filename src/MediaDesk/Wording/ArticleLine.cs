namespace MediaDesk.Wording;

/// <summary>A line of an article that has text. <paramref name="IsApart"/>: an empty line or the end of a block of HTML stands before it.</summary>
internal readonly record struct ArticleLine(int Start, int Length, bool IsApart)
{
    private const int LongestTag = 256;

    public int End => Start + Length;

    /// <summary>The lines in order, without blanks around them; block tags of HTML end a line as line breaks do.</summary>
    public static List<ArticleLine> Split(string article)
    {
        var lines = new List<ArticleLine>();
        var (start, breaks) = (0, 2);
        for (var i = 0; i <= article.Length;)
        {
            var length = i == article.Length ? 1 : BreakAt(article, i);
            if (length == 0)
            {
                i++;
                continue;
            }

            var line = article.AsSpan(start, i - start);
            var blanks = line.Length - line.TrimStart().Length;
            if (line.Trim().Length is > 0 and var text)
            {
                lines.Add(new(start + blanks, text, breaks > 1));
                breaks = 0;
            }

            breaks += i < article.Length && article[i] == '<' ? 2 : 1;
            i += length;
            start = i;
        }

        return lines;
    }

    private static int BreakAt(string article, int i)
    {
        switch (article[i])
        {
            case '\r' when i + 1 < article.Length && article[i + 1] == '\n':
                return 2;
            case '\n' or '\r' or '\u2028' or '\u2029':
                return 1;
            case '<' when i + 1 < article.Length:
                var name = i + (article[i + 1] == '/' ? 2 : 1);
                var isBlock = false;
                foreach (var tag in (ReadOnlySpan<string>)["p", "br", "div", "figure", "figcaption", "li", "ul", "h1", "h2", "h3", "h4", "img", "section", "article", "blockquote", "tr", "td", "table", "script", "style", "header", "footer", "picture", "body", "html"])
                {
                    var end = name + tag.Length;
                    isBlock |= end < article.Length && !char.IsAsciiLetterOrDigit(article[end]) && string.Compare(article, name, tag, 0, tag.Length, StringComparison.OrdinalIgnoreCase) == 0;
                }

                return isBlock && article.AsSpan(i, Math.Min(LongestTag, article.Length - i)).IndexOf('>') is > 0 and var close ? close + 1 : 0;
            default:
                return 0;
        }
    }
}
