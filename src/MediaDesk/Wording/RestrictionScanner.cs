using System.Collections.Frozen;
using System.Globalization;
using MediaDesk.Credits;
using MediaDesk.Metadata;

namespace MediaDesk.Wording;

/// <summary>
/// Finds what may not be done with a photo: <c>RESTRICTED TO EDITORIAL USE</c>, <c>NO SALES</c>, <c>FRANCE OUT</c>, <c>MANDATORY CREDIT "AFP PHOTO / X"</c>,
/// <c>14 days only</c>. In capitals anything of such a shape counts, else the phrases in <c>words.json</c>, alone between stops.
/// </summary>
internal sealed class RestrictionScanner(CaptionText text, List<ParsedSpan> spans, PartialDate? published)
{
    private const int LongestPhrase = 60;
    private const int LongestNote = 200;

    private static readonly FrozenSet<string> Openers = new[]
    {
        "no", "not", "strictly", "restricted", "editorial", "mandatory", "attention", "embargo", "embargoed", "distributed", "restriction", "restrictions", "use", "one", "handout", "only",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Opening = Openers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Behind ATTENTION EDITORS all that is in capitals is a restriction.</summary>
    private bool isForEditors;

    public void Run()
    {
        for (var i = 0; i < text.Count;)
        {
            var end = IsSegmentStart(i) ? EndOf(i) : 0;
            if (end > i)
            {
                Take(i, end - 1);
                i = end;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Behind the restriction that begins here; 0 where none does.</summary>
    private int EndOf(int i) => OutEnd(i) is > 0 and var outside ? outside : PhraseEnd(i) is > 0 and var phrase ? phrase : DaysEnd(i) is > 0 and var days ? days : CapitalsEnd(i);

    private bool IsSegmentStart(int i)
    {
        if (text[i].Kind is not (TokenKind.Word or TokenKind.Number) || text[i].Part is not CaptionPart.Body)
        {
            return false;
        }

        if (text[i].IsName && OutEnd(i) > 0)
        {
            return true;
        }

        if (i == 0 || text[i - 1].Part is CaptionPart.Restriction or CaptionPart.Markup || text[i - 1].Kind is TokenKind.Break)
        {
            return true;
        }

        return text[i - 1].Kind is TokenKind.Mark && text[i - 1].Mark is '.' or '-' or '–' or '—' or ';' or ':' or '/' or '|' or '*' or '(' or ')' or '[' or ']' or ',' or '"' or '”' or '!'
            || (text[i].Case is LetterCase.AllCapitals && (text[i - 1].Case is not LetterCase.AllCapitals || IsNoteToEditors(i) || (RestrictionPhrases.Begin(text.Words(i, i)) && SentenceEnd(i) > 0)));
    }

    private bool IsSegmentEnd(int i) =>
        i >= text.Count || text[i].Kind is TokenKind.Break || text[i].Part is not CaptionPart.Body
        || (text[i].Kind is TokenKind.Mark && text[i].Mark is '.' or '-' or '–' or '—' or ';' or ':' or '/' or '|' or '*' or ')' or ']' or ',' or '!' or '"' or '”');

    /// <summary>FRANCE OUT, AUSTRALIA AND NEW ZEALAND OUT, Belgium OUT, MAGS OUT: countries or media that may not use it.</summary>
    private int OutEnd(int i)
    {
        const int mostWords = 3;
        var (at, end) = (i, OutBehind(i));
        while (at < end)
        {
            var next = 0;
            for (var last = Math.Min(at + mostWords, end) - 1; last >= at && next == 0; last--)
            {
                next = text[last].Kind is TokenKind.Word && CreditRestrictions.IsOutlet(text.Words(at, last).ToString()) ? last + 1 : 0;
            }

            if (next == 0)
            {
                return 0;
            }

            at = next;
            while (at < end && (text[at].Kind is TokenKind.Mark || text.Words(at, at) is "and" or "or"))
            {
                at++;
            }
        }

        return end > i ? end + 1 : 0;
    }

    /// <summary>The OUT to which names in capitals lead, without a stop between; 0 for none.</summary>
    private int OutBehind(int i)
    {
        const int longest = 12;
        for (var at = i; at < Math.Min(text.Count, i + longest) && text[at].Part is CaptionPart.Body; at++)
        {
            ref var token = ref text[at];
            if (at > i && token.Case is LetterCase.AllCapitals && text.Words(at, at) is "out")
            {
                return at;
            }

            var isBetween = token.Kind is TokenKind.Mark && token.Mark is ',' or '/' or '&';
            if (!token.IsName && !(at > i && isBetween))
            {
                return 0;
            }
        }

        return 0;
    }

    private int PhraseEnd(int i)
    {
        if (text[i].Kind is not TokenKind.Word || !RestrictionPhrases.Begin(text.Words(i, i)))
        {
            return 0;
        }

        if (text[i].IsName && SentenceEnd(i) is > 0 and var sentence)
        {
            return sentence;
        }

        for (var last = Math.Min(text.Count - 1, i + RestrictionPhrases.MostWords); last > i; last--)
        {
            if (text[last].Kind is not (TokenKind.Word or TokenKind.Number))
            {
                continue;
            }

            if (RestrictionPhrases.Contain(text.Words(i, last)) && (IsSegmentEnd(last + 1) || text[i].Case is LetterCase.AllCapitals))
            {
                return OutletEnd(last + 1);
            }
        }

        return 0;
    }

    /// <summary>NO SALES IN SOUTH KOREA: in capitals the country goes with it.</summary>
    private int OutletEnd(int end)
    {
        const int mostWords = 3;
        for (var last = end + mostWords; last > end && end < text.Count && text[end].Case is LetterCase.AllCapitals && text.Words(end, end) is "in"; last--)
        {
            if (last < text.Count && text[end + 1].Case is LetterCase.AllCapitals && text[last].Kind is TokenKind.Word && text[last].Part is CaptionPart.Body && CreditRestrictions.IsOutlet(text.Words(end + 1, last).ToString()))
            {
                return last + 1;
            }
        }

        return end;
    }

    /// <summary>"No use with unauthorized audio, video, …": a sentence that opens so is one to its stop.</summary>
    private int SentenceEnd(int i)
    {
        for (var last = Math.Min(text.Count, i + RestrictionPhrases.MostOpeningWords) - 1; last > i; last--)
        {
            if (text[last].Kind is not TokenKind.Word || !RestrictionPhrases.OpenSentence(text.Words(i, last)))
            {
                continue;
            }

            var end = last + 1;
            while (end < text.Count && end - i < LongestNote && text[end].Kind is not TokenKind.Break && text[end].Part is CaptionPart.Body && !(text.IsMark(end, '.') && !text.IsJoined(end + 1)) && !text.IsMark(end, ')'))
            {
                end++;
            }

            return end;
        }

        return 0;
    }

    /// <summary>"14 days only", "available for 14 days", "for use within 30 days".</summary>
    private int DaysEnd(int i)
    {
        const int longest = 10;
        var (number, hasUse) = (-1, false);
        for (var j = i; j < Math.Min(text.Count, i + longest) && text[j].Kind is TokenKind.Word or TokenKind.Number && text[j].Part is CaptionPart.Body; j++)
        {
            var word = text.Words(j, j);
            if (text[j].Kind is TokenKind.Number)
            {
                number = j;
            }
            else if (number == j - 1 && word is "day" or "days" or "jours" or "tage" or "dias" && number >= 0)
            {
                var last = j;
                while (last + 1 < text.Count && text[last + 1].Kind is TokenKind.Word && text.Words(last + 1, last + 1) is "only" or "use" or "usage" or "from" or "transmission" or "publication" or "editorial" or "after" or "date" or "of" or "seulement")
                {
                    last++;
                }

                hasUse |= last > j;
                return hasUse && IsSegmentEnd(last + 1) ? last + 1 : 0;
            }
            else if (word is "available" or "use" or "only" or "within" or "usage" or "valid" or "disponible" or "nutzung" or "for" or "no" or "not" or "editorial" or "free")
            {
                hasUse |= word is not ("for" or "no" or "not");
            }
            else if (word is not ("a" or "of" or "the" or "is" or "be" or "used" or "after" or "up" or "to" or "period" or "pendant" or "nur"))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>A run of capitals that opens as restrictions do, or ends in OUT.</summary>
    private int CapitalsEnd(int i)
    {
        if (text[i].Case is not LetterCase.AllCapitals)
        {
            return 0;
        }

        if (IsNoteToEditors(i))
        {
            isForEditors = true;
            return NoteEnd(i);
        }

        var last = i;
        var (lower, isSentence) = (0, text.Words(i, i) is "attention" or "embargo" or "embargoed");
        while (last + 1 < text.Count && last - i < LongestPhrase && text[last + 1].Part is CaptionPart.Body && text[last + 1].Kind is not TokenKind.Break)
        {
            ref var next = ref text[last + 1];
            var isStop = next.Kind is TokenKind.Mark && next.Mark is '.' or ';' or '|' or '*' or '(' or ')' || (next.IsDash && !isSentence) || (next.IsMark(',') && !isSentence) || (next.IsMark('/') && !isSentence);
            var isQuote = next.Kind is TokenKind.Mark && next.Mark is '"' or '“' or '”' or '\'' or ':' or ',' or '/' or '-' or '–';
            lower += next.IsLowerWord ? 1 : 0;
            if (isStop || lower > 0 || (next.Kind is TokenKind.Mark && !isQuote) || (next.Kind is TokenKind.Word && next.Case is LetterCase.Capital && next.Length > 1))
            {
                break;
            }

            last++;
        }

        while (last > i && text[last].Kind is TokenKind.Mark)
        {
            last--;
        }

        // "NO USE AFTER JUNE 1, 2023".
        if (text[last].Number is > 0 and <= 31 && text.IsMark(last + 1, ',') && last + 2 < text.Count && text[last + 2] is { Kind: TokenKind.Number, Length: 4 })
        {
            last += 2;
        }

        return last > i && (isForEditors || (Opening.Contains(text.Words(i, i)) && IsRestrictive(i, last))) ? QuoteEnd(i, last) + 1 : 0;
    }

    /// <summary>ATTENTION EDITORS, NOTE TO EDITORS, EDITORS NOTE.</summary>
    private bool IsNoteToEditors(int i) =>
        i + 1 < text.Count && text[i + 1].Case is LetterCase.AllCapitals
        && ((text.Words(i, i) is "attention" && text.Words(i + 1, i + 1) is "editors") || (text.Words(i, i) is "editors" && text.Words(i + 1, i + 1) is "note")
            || (text.Words(i, i) is "note" && i + 2 < text.Count && text.Words(i + 2, i + 2) is "editors"));

    /// <summary>In small letters the note goes to the end of its line, in capitals to the end of its sentence.</summary>
    private int NoteEnd(int i)
    {
        var end = i + 2;
        var isSmall = false;
        while (end < text.Count && text[end].Kind is not TokenKind.Break && text[end].Part is CaptionPart.Body && end - i < LongestNote && (isSmall || !text.IsMark(end, '.')))
        {
            isSmall |= text[end].IsLowerWord;
            end++;
        }

        return end;
    }

    private bool IsRestrictive(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (text[i].Kind is TokenKind.Word && text.Words(i, i) is "use" or "sales" or "sale" or "resales" or "archive" or "archives" or "marketing" or "advertising" or "credit" or "editors" or "only"
                or "internet" or "commercial" or "party" or "clients" or "until" or "tv" or "print" or "licensing" or "syndication" or "editorial" or "embargoed" or "crop" or "cropping")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>MANDATORY CREDIT "AFP PHOTO / Some Name": what is quoted belongs to it in any letters.</summary>
    private int QuoteEnd(int first, int last)
    {
        var isCredit = false;
        for (var i = first; i <= last; i++)
        {
            isCredit |= text[i].Kind is TokenKind.Word && text.Words(i, i) is "credit";
        }

        if (!isCredit)
        {
            return last;
        }

        var (from, quotes) = (last + 1, 0);
        for (var i = first; i <= last; i++)
        {
            quotes += IsQuote(i) ? 1 : 0;
        }

        if (quotes == 0 && text.IsMark(from, ':'))
        {
            from++;
        }

        if (quotes % 2 == 0 && !(from < text.Count && IsQuote(from)))
        {
            return last;
        }

        for (var i = quotes % 2 == 0 ? from + 1 : from; i < Math.Min(text.Count, from + LongestPhrase) && text[i].Kind is not TokenKind.Break; i++)
        {
            if (IsQuote(i))
            {
                return i;
            }
        }

        return last;
    }

    private bool IsQuote(int i) => text[i].Kind is TokenKind.Mark && text[i].Mark is '"' or '“' or '”' or '«' or '»';

    private void Take(int first, int last)
    {
        var start = text[first].Start;
        var value = text.Text[start..text[last].End].Trim();
        spans.Add(new("restrictions", value, start, value.Length, "restriction", 0.95));
        if (Ends(first, last) is { } until)
        {
            spans.Add(new("restrictionsEnd", until.ToString(), start, value.Length, "restriction-ends", 0.9));
        }

        text.Claim(start, text[last].End, CaptionPart.Restriction);
        // The stops between restrictions go with them.
        for (var i = first - 1; i >= 0 && text[i].Kind is TokenKind.Mark && text[i].Mark is '-' or '–' or '—' or '/' or '|' or '*' or '(' or '['; i--)
        {
            text[i].Part = CaptionPart.Restriction;
        }

        for (var i = last + 1; i < text.Count && text[i].Kind is TokenKind.Mark && text[i].Mark is '-' or '–' or '—' or '/' or '|' or '*' or ')' or ']' or ';' or '.' or ',' or '!'; i++)
        {
            text[i].Part = CaptionPart.Restriction;
        }
    }

    /// <summary>The last day of use: so many days from publication, or the day it names.</summary>
    private PartialDate? Ends(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (text[i].Kind is TokenKind.Number && i < last && text[i].Number is > 0 and <= 3660 && text.Words(i + 1, i + 1) is "day" or "days" or "jours" or "tage" or "dias"
                && published is { Precision: DatePrecision.Day or DatePrecision.Time } day)
            {
                return PartialDate.OfDay(day.Start.AddDays(text[i].Number));
            }

            if (i > first && text[i - 1].Kind is TokenKind.Word && text.Words(i - 1, i - 1) is "until" or "after" or "before" or "till" && DateScanner.At(text, i, Lexicon.English) is { IsWhole: true } date)
            {
                return PartialDate.OfDay(new DateTime(date.Year!.Value, date.Month!.Value, date.Day!.Value, CultureInfo.InvariantCulture.Calendar));
            }
        }

        return null;
    }
}
