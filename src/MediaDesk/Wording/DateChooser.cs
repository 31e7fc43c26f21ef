using MediaDesk.Metadata;

namespace MediaDesk.Wording;

/// <summary>A date that may be the day of the photo.</summary>
internal readonly record struct RatedDate(int Number, PartialDate? Value, double Confidence, string Rule);

/// <summary>
/// Says which of a caption's dates is the day the photo was taken. For: "taken on", beside the place, the first sentence, its end, a
/// weekday. Against: "since", "issued", "anniversary of", a period, "the 7 October attack", a later sentence.
/// </summary>
internal sealed class DateChooser(CaptionText text, IReadOnlyList<DateMention> dates, IReadOnlyList<PlaceGroup> groups, DatelineReader dateline, PublicationDate published)
{
    private const int WordsBack = 6;

    /// <summary>All of them, likeliest first.</summary>
    public List<RatedDate> Rate()
    {
        var rated = new List<RatedDate>(dates.Count);
        for (var number = 0; number < dates.Count; number++)
        {
            rated.Add(Rate(number));
        }

        // Of two as likely the later one: the background comes first in a sentence.
        rated.Sort((one, other) => one.Confidence != other.Confidence ? other.Confidence.CompareTo(one.Confidence) : other.Number.CompareTo(one.Number));
        return rated;
    }

    private RatedDate Rate(int number)
    {
        var date = dates[number];
        var (rule, score) = Form(date);
        if (number == dateline.Date)
        {
            return new(number, published.Resolve(date), date.IsWhole ? 0.9 : date.IsRelative ? 0.72 : score, "date-of-dateline");
        }

        var before = Before(date.First);
        if (before.Issued)
        {
            return new(number, published.Resolve(date), 0.2, "date-of-issue");
        }

        if (before.Taken)
        {
            (rule, score) = ("date-taken", score + 0.3);
        }
        else if (before.OtherDay)
        {
            score -= 0.45;
        }

        var isBeside = IsBesidePlace(number);
        if (isBeside && rule is not "date-taken")
        {
            (rule, score) = ("date-beside-place", score + 0.15);
        }

        var isEnd = IsEnd(date.Last);
        score += isEnd ? 0.08 : 0;
        score += before.On ? 0.04 : 0;
        if (date is { Month: null, Day: null, Year: not null } && IsYearOfScene(date))
        {
            (rule, score) = ("year-of-scene", score + 0.35);
        }

        score += date is { Weekday: not null, Day: not null } ? 0.05 : 0;
        score -= date.IsRange ? 0.3 : 0;
        // "the 7 October attack", "the Sept. 11 attacks".
        score -= !before.Taken && !isEnd && IsNounBehind(date, before.The) ? 0.45 : 0;
        score -= before.Aside && !isBeside && !isEnd ? 0.15 : 0;
        score -= text[date.First].Sentence > 0 && !IsEventLine(date) && rule is not "date-taken" ? isBeside && !before.Aside ? 0.2 : 0.35 : 0;
        if (IsEventLine(date))
        {
            (rule, score) = ("date-of-event-line", score + 0.15);
        }

        if (date is { IsWhole: true, Weekday: { } weekday } && (int)new DateTime(date.Year!.Value, date.Month!.Value, date.Day!.Value).DayOfWeek != weekday)
        {
            // A day that was no such weekday: one of the two is a slip.
            score -= 0.1;
        }

        return new(number, published.Resolve(date), Math.Clamp(score, 0, 0.98), rule);
    }

    private static (string Rule, double Score) Form(in DateMention date) => date switch
    {
        { IsWhole: true } => ("date", 0.78),
        { Month: not null, Day: not null } => ("date-without-year", 0.72),
        { Month: not null } => ("month", 0.55),
        { Weekday: not null } => ("weekday", 0.66),
        { DaysAgo: not null } => ("relative-day", 0.6),
        _ => ("year", 0.3),
    };

    private bool IsBesidePlace(int number)
    {
        foreach (var group in groups)
        {
            if (group.Dates.Contains(number))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "backstage at the Apollo in 1978.", "performs during her tour in 2009": a year that ends the only sentence with a date, and nothing in it
    /// that speaks of the past, of a clause about something else or of a calamity.
    /// </summary>
    private bool IsYearOfScene(in DateMention date)
    {
        const int longest = 60;
        if (!IsEnd(date.Last) || text[date.First].Sentence > 0 || !(text.IsBody(date.First - 1) && text.Words(date.First - 1, date.First - 1) is "in" or "en" or "im"))
        {
            return false;
        }

        foreach (var other in dates)
        {
            if (other != date && (other.Month is not null || other.Year is not null))
            {
                return false;
            }
        }

        for (var i = date.First - 2; i >= 0 && date.First - i < longest && text[i].Part is CaptionPart.Body && text[i].Sentence == text[date.First].Sentence; i--)
        {
            if (text[i].IsLowerWord && (text[i].Is(WordKinds.Aside | WordKinds.Calamity) || (text[i].Is(WordKinds.OtherDay) && date.First - i <= WordsBack && !IsViewpoint(i)) || SpeaksOfPast(i) || (date.First - i <= WordsBack && text.Words(i, i) is { Length: > 4 } word && word.EndsWith("ed", StringComparison.Ordinal) && !text[i].Is(WordKinds.Taken))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"seen from the river": where the camera stood, and no beginning of a time.</summary>
    private bool IsViewpoint(int i) => text.Words(i, i) is "from" && i > 0 && text[i - 1].Kind is TokenKind.Word && text.Words(i - 1, i - 1) is "seen" or "viewed" or "pictured" or "photographed";

    private bool SpeaksOfPast(int i) =>
        text.Words(i, i) is "was" or "were" or "had" or "has" or "have" or "been" or "won" or "became" or "began" or "took" or "made" or "came" or "went" or "left" or "lost" or "fell" or "held" or "built" or "first" or "last" or "former"
            or "fut" or "etait" or "avait" or "ete" or "fue" or "era" or "habia" or "wurde" or "war" or "hatte" or "will" or "would";

    /// <summary>"Event, City, Country - 03 Feb 2026": a line that ends in a dash and a date.</summary>
    private bool IsEventLine(in DateMention date) =>
        date.IsWhole && date.First > 1 && text[date.First - 1].IsDash
        && (date.Last + 1 >= text.Count || text[date.Last + 1].Kind is TokenKind.Break || text[date.Last + 1].Part is not CaptionPart.Body);

    private bool IsEnd(int last)
    {
        var next = last + 1;
        while (next < text.Count && text[next].Part is CaptionPart.Body && text[next].Kind is TokenKind.Mark && text[next].Mark is ')' or ']' or '"' or '”')
        {
            next++;
        }

        return next >= text.Count || text[next].Kind is TokenKind.Break || text[next].Part is not CaptionPart.Body || (text[next].Kind is TokenKind.Mark && text[next].Mark is '.' or '(' or ';' or '-' or '–' or '—');
    }

    private bool IsNounBehind(in DateMention date, bool isDefinite)
    {
        var last = date.Last;
        var next = last + 1;
        return text.IsBody(next) && text[next].Kind is TokenKind.Word && text[next].Sentence == text[last].Sentence
            && !text.Has(next, WordKinds.Anchor | WordKinds.Near | WordKinds.Origin | WordKinds.Aside | WordKinds.Connector | WordKinds.Determiner | WordKinds.Taken)
            && (text.Has(next, WordKinds.Calamity | WordKinds.Event) || (text[next].IsName && (isDefinite || !date.IsWhole) && !text[next].Is(WordKinds.Opener)));
    }

    private (bool Taken, bool Issued, bool OtherDay, bool On, bool The, bool Aside) Before(int first)
    {
        var (taken, issued, otherDay, on, the, aside) = (false, false, false, false, false, false);
        var isNear = true;
        for (var i = first - 1; i >= 0 && first - i <= WordsBack * 2 && text[i].Part is CaptionPart.Body && text[i].Sentence == text[first].Sentence; i--)
        {
            ref var token = ref text[i];
            if (token.Kind is TokenKind.Break)
            {
                break;
            }

            if (token.Kind is TokenKind.Mark)
            {
                // "Picture date:", "(issued …".
                isNear &= token.Mark is ':' or '(' or '"' || token.IsDash;
                continue;
            }

            if (isNear)
            {
                var word = text.Words(i, i);
                on |= word is "on" or "le" or "am" or "el";
                the |= word is "the" && i == first - 1;
                taken |= token.Is(WordKinds.Taken) || (word is "date" && i > 0 && text.Words(i - 1, i - 1) is "picture" or "photo") || word is "this" && i == first - 1;
                issued |= token.Is(WordKinds.Issued) && !taken && !HasTaken(i) || (word is "date" && i > 0 && text.Words(i - 1, i - 1) is "issue");
                otherDay |= token.Is(WordKinds.OtherDay) && first - i <= 3;
                isNear = token.Is(WordKinds.Anchor | WordKinds.Origin | WordKinds.Determiner | WordKinds.Taken | WordKinds.Issued | WordKinds.OtherDay | WordKinds.Direction | WordKinds.Weekday) || word is "date" or "on" or "dated" or "early" or "late" or "of" or "and";
            }

            aside |= token.Is(WordKinds.Aside) && token.IsLowerWord;
        }

        return (taken, issued || (!taken && (on ? IsIssuedBy(first) : IsUndated(first))), otherDay, on, the, aside);
    }

    /// <summary>"in this undated photo released by …": whatever day follows is not that of the photo.</summary>
    private bool IsUndated(int first)
    {
        const int longest = 40;
        for (var i = first - 1; i >= 0 && first - i < longest && text[i].Part is CaptionPart.Body && text[i].Sentence == text[first].Sentence; i--)
        {
            if (text[i].Kind is TokenKind.Word && text.Words(i, i) is "undated")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"released by the ministry on": whoever stands between.</summary>
    private bool IsIssuedBy(int first)
    {
        const int longest = 9;
        for (var i = first - 2; i > 0 && first - i < longest && text.IsBody(i) && text[i].Kind is TokenKind.Word && !text[i].Is(WordKinds.Anchor | WordKinds.Near); i--)
        {
            if (text[i].Is(WordKinds.Issued))
            {
                return !HasTaken(i) && text.Words(i + 1, i + 1) is "by" or "par";
            }
        }

        return false;
    }

    /// <summary>"taken and released on": taken that day.</summary>
    private bool HasTaken(int i) => text.Has(i - 2, WordKinds.Taken) || text.Has(i + 2, WordKinds.Taken);
}
