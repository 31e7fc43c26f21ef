using MediaDesk.Credits;

namespace MediaDesk.Wording;

/// <summary>
/// Finds where a caption carries its credit: in brackets at its end, behind <c>Photo by</c>, <c>©</c> or <c>Mandatory Credit</c>, or bare behind the last
/// full stop (<c>REUTERS/…</c>, <c>NAME/AFP/Getty Images</c>). A text that is nothing else is a credit as a whole.
/// </summary>
internal sealed class CreditFinder(CaptionText text, AgencyCatalogue agencies)
{
    /// <summary>A credit longer than this many tokens is none.</summary>
    private const int LongestCredit = 60;

    private const int MostAgencyWords = 4;
    private const int LongestTail = 200;

    private readonly List<(int First, int Last)> found = [];
    private readonly PhotoByWords photoBy = new(text, agencies);

    /// <summary>The pieces of the text that are credits, in order and no more than two; they are claimed.</summary>
    public IReadOnlyList<(int Start, int End)> Find()
    {
        if (CreditLine.Is(text))
        {
            text.Claim(0, text.Text.Length, CaptionPart.Credit);
            return [(0, text.Text.Length)];
        }

        for (var i = 0; i < text.Count;)
        {
            i = text[i].Part is CaptionPart.Body ? Next(i) : i + 1;
        }

        FindBare();
        found.Sort();
        return Joined();
    }

    private int Next(int i)
    {
        if (text.IsMark(i, '(') || text.IsMark(i, '['))
        {
            var end = Closing(i);
            if (end > 0 && (LeadIn(i + 1) > 0 || photoBy.Behind(i + 1) > 0 || (NamesAgency(i + 1, end - 1) && IsTail(end + 1))))
            {
                return Take(i, end);
            }

            // A bracket that the field's length cut off.
            return end < 0 && LeadIn(i + 1) > 0 && EndOfLine(i) is var cut && cut - i < LongestCredit ? Take(i, cut) : i + 1;
        }

        if (IsOpening(i) && LeadIn(i) is > 0 and var behind)
        {
            return Take(i, EndOfBare(behind));
        }

        if (IsOpening(i) && photoBy.Behind(i) is > 0 and var by)
        {
            return Take(i, EndOfBare(by));
        }

        return i + 1;
    }

    /// <summary>Whether a credit may begin here: at the beginning of a line or behind a stop; © and # anywhere.</summary>
    private bool IsOpening(int i) =>
        i == 0 || text[i - 1].Kind is TokenKind.Break || text[i - 1].Part is not CaptionPart.Body || text.IsMark(i, '©') || text.IsMark(i, '#')
        || (text[i - 1].Kind is TokenKind.Mark && text[i - 1].Mark is '.' or '!' or '?' or '"' or '”' or ')' or '|' or '-' or '–' or '—' or ';' or ':' or '’' or '…' or '*' or ']');

    /// <summary>Behind the words that lead to a credit; 0 where there are none.</summary>
    private int LeadIn(int i)
    {
        if (i >= text.Count)
        {
            return 0;
        }

        if (text.IsMark(i, '©'))
        {
            return i + 1;
        }

        if (text.IsMark(i, '#'))
        {
            // #APPhoto
            return i + 1 < text.Count && text.IsJoined(i + 1) && text[i + 1].Kind is TokenKind.Word && agencies.FindNormal(text.Words(i + 1, i + 1).ToString()) is not null ? i + 2
                : i + 1 < text.Count && text.Words(i + 1, i + 1) is "apphoto" ? i + 2 : 0;
        }

        if (text[i].Kind is not TokenKind.Word)
        {
            return 0;
        }

        switch (text.Words(i, i))
        {
            case "photo" or "photos" or "picture" or "pictures" or "image" or "images" or "photograph" or "photographs" or "foto" or "fotos" or "pic" or "bild" or "photographie" or "imagen" or "handout":
                var next = i + 1;
                if (Word(next) is "credit" or "credits" or "courtesy" or "illustration" or "provided" or "supplied" or "copyright" or "handout")
                {
                    next++;
                    next += Word(next) is "should" && Word(next + 1) is "read" ? 2 : 0;
                }

                return Word(next) is "by" or "courtesy" or "via" or "von" or "par" or "por" or "from" && (text[next].IsLowerWord || text[next].Case is LetterCase.AllCapitals) && IsCreditBehind(next + 1) ? next + 1
                    : text.IsMark(next, ':') || text.IsMark(next, '/') ? next + 1
                    : next > i + 1 && Word(next - 1) is "read" ? next
                    : 0;
            case "credit" or "credits" or "credito":
                return text.IsMark(i + 1, ':') || text.IsMark(i + 1, '/') ? i + 2 : 0;
            case "mandatory" when Word(i + 1) is "credit" or "photo":
                return text.IsMark(i + 2, ':') || Word(i + 2) is "photo" ? i + 2 : 0;
            case "obligatorio" or "obligatoire":
                return text.IsMark(i + 1, ':') ? i + 2 : 0;
            case "courtesy":
                return i + 1;
            case "copyright" or "crédit" or "credit photo":
                return i + 1;
            default:
                return 0;
        }
    }

    /// <summary>"Photo by" opens a credit, and so does "Image via"; "Image from the sky" does not.</summary>
    private bool IsCreditBehind(int i) => text.IsBody(i) && !(text[i].IsLowerWord && text[i].Is(WordKinds.Determiner));

    private ReadOnlySpan<char> Word(int i) => i < text.Count && text[i].Kind is TokenKind.Word ? text.Words(i, i) : "";

    private int Closing(int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(text.Count, open + LongestCredit) && text[i].Kind is not TokenKind.Break; i++)
        {
            if (text.IsMark(i, '(') || text.IsMark(i, '['))
            {
                depth++;
            }
            else if ((text.IsMark(i, ')') || text.IsMark(i, ']')) && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private int EndOfLine(int i)
    {
        var end = i + LongestCredit;
        while (i < end && i + 1 < text.Count && text[i + 1].Kind is not TokenKind.Break && text[i + 1].Part is CaptionPart.Body)
        {
            i++;
        }

        return i;
    }

    /// <summary>The end of a credit without brackets: of its line, or a full stop with prose behind.</summary>
    private int EndOfBare(int i)
    {
        for (var last = i - 1; ; last++)
        {
            var next = last + 1;
            if (next >= text.Count || text[next].Kind is TokenKind.Break || text[next].Part is not CaptionPart.Body || next - i > LongestCredit)
            {
                return last;
            }

            if (text.IsMark(next, '.') && next + 1 < text.Count && text[next].Sentence >= 0 && text[next + 1].Sentence != text[next].Sentence && text[next + 1].Kind is not TokenKind.Break && !IsTail(next + 1))
            {
                return next;
            }
        }
    }

    /// <summary>Whether nothing but brackets, stops and claimed text follows in the line.</summary>
    private bool IsTail(int i)
    {
        for (var end = i + LongestTail; i < text.Count && text[i].Kind is not TokenKind.Break; i++)
        {
            if (i > end)
            {
                return false;
            }

            if (text.IsMark(i, '(') && Closing(i) is > 0 and var close)
            {
                i = close;
            }
            else if (text[i].Part is CaptionPart.Body && text[i].Kind is not TokenKind.Mark)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one of the names between separators is an agency.</summary>
    private bool NamesAgency(int first, int last)
    {
        for (var i = first; i <= last;)
        {
            var end = i;
            while (end <= last && text[end].Kind is TokenKind.Word or TokenKind.Number && Word(end) is not "via" || (end <= last && (text.IsMark(end, '.') || text.IsMark(end, '&') || text.IsMark(end, '-'))))
            {
                end++;
            }

            if (end > i && end - i <= 8 && IsAgency(i, end - 1))
            {
                return true;
            }

            i = Math.Max(end, i) + 1;
        }

        return false;
    }

    private bool IsAgency(int first, int last)
    {
        while (first <= last && text[first].Kind is TokenKind.Mark)
        {
            first++;
        }

        while (last >= first && text[last].Kind is TokenKind.Mark)
        {
            last--;
        }

        return first <= last && agencies.FindNormal(text.Words(first, last).ToString()) is { IsLink: true };
    }

    /// <summary>Behind the last full stop of a line: NAME/AGENCY, AGENCY/NAME, or an agency alone.</summary>
    private void FindBare()
    {
        for (var last = text.Count - 1; last >= 0; last--)
        {
            if (text[last].Part is not CaptionPart.Body || text[last].Kind is TokenKind.Break)
            {
                continue;
            }

            var end = last;
            var first = end;
            while (first > 0 && text[first - 1].Sentence == text[end].Sentence && text[first - 1].Kind is not TokenKind.Break && text[first - 1].Part is CaptionPart.Body && end - first < LongestCredit)
            {
                first--;
            }

            if (BareStart(first, end) is >= 0 and var start)
            {
                if (found.Count == 0)
                {
                    Take(start, end);
                }
                else
                {
                    // "PA Photo. Photo credit should read: …": said again below, and no part of the caption.
                    text.Claim(text[start].Start, text[end].End, CaptionPart.Credit);
                }

                return;
            }

            // Only the last sentence of a line may be one.
            while (last > 0 && text[last - 1].Kind is not TokenKind.Break)
            {
                last--;
            }
        }
    }

    private int BareStart(int first, int end)
    {
        var slash = -1;
        for (var i = end; i >= first; i--)
        {
            if (text.IsMark(i, '/') || Word(i) is "via")
            {
                slash = i;
            }
            else if (text[i].Kind is TokenKind.Mark && text[i].Mark is ',' or '"' or '”' or '(' or ')')
            {
                break;
            }
        }

        if (slash < 0)
        {
            return end - first < 6 && text[first].Start > 0 && (IsAgency(first, end) || IsPhotoOfAgency(first, end)) ? first : -1;
        }

        if (!NamesAgency(first, end) && !NamesAgency(slash + 1, end) && !NamesAgencyBefore(slash))
        {
            return -1;
        }

        // What stands between the full stop and the first slash is names; prose in small letters is the caption's end.
        var start = slash;
        while (start > first && IsNameOfCredit(start - 1))
        {
            start--;
        }

        // "… fourth round match against X REUTERS/Name": an agency in front of its slash opens the credit.
        for (var agency = start == first ? slash : Math.Max(first, slash - MostAgencyWords); agency < slash; agency++)
        {
            if (!text.IsMark(slash, '/') || !IsAgency(agency, slash - 1))
            {
                continue;
            }

            return agency;
        }

        return start;
    }

    /// <summary>"PA Archive Photo", and in capitals "BELGA PHOTO JANE DOE".</summary>
    private bool IsPhotoOfAgency(int first, int end)
    {
        end -= text.IsMark(end, '.') ? 1 : 0;
        var photo = first + 1;
        while (photo <= end && Word(photo) is not "photo")
        {
            photo++;
        }

        if (photo > end || !IsAgency(first, photo - 1))
        {
            return false;
        }

        for (var i = photo + 1; i <= end; i++)
        {
            if (text[i].Kind is not TokenKind.Word || text[i].Case is not LetterCase.AllCapitals)
            {
                return false;
            }
        }

        return end == photo || (end - photo is >= 2 and <= 4 && text[photo].Case is LetterCase.AllCapitals);
    }

    private bool NamesAgencyBefore(int slash) => slash > 0 && IsAgency(slash - 1, slash - 1);

    private bool IsNameOfCredit(int i)
    {
        ref var token = ref text[i];
        if (token.Kind is TokenKind.Mark)
        {
            return (token.Mark is '.' && i > 0 && text.IsJoined(i) && text[i - 1].Kind is TokenKind.Word && (text[i - 1].Length <= 3 || text[i - 1].Is(WordKinds.Abbreviation))) || token.Mark is '&' or '-' or '/';
        }

        return (token.IsName && !token.Is(WordKinds.Month | WordKinds.Weekday)) || (token.Kind is TokenKind.Word && token.Number >= 0)
            || (token.IsLowerWord && (token.Is(WordKinds.Connector) || Word(i) is "and" or "der" or "van" or "von" or "the"))
            || text[i].Number >= 0 && token.Length < 4;
    }

    private int Take(int first, int last)
    {
        found.Add((first, last));
        text.Claim(text[first].Start, text[last].End, CaptionPart.Credit);
        return last + 1;
    }

    /// <summary>Pieces with nothing but blanks and stops between them are one credit: AFP's and Getty's behind each other.</summary>
    private List<(int Start, int End)> Joined()
    {
        var joined = new List<(int Start, int End)>();
        var lastToken = -2;
        foreach (var (first, last) in found)
        {
            var isNext = joined.Count > 0;
            for (var i = lastToken + 1; isNext && i < first; i++)
            {
                isNext = text[i].Kind is TokenKind.Mark;
            }

            if (isNext)
            {
                joined[^1] = (joined[^1].Start, text[last].End);
            }
            else
            {
                joined.Add((text[first].Start, text[last].End));
            }

            lastToken = last;
        }

        return joined;
    }
}
