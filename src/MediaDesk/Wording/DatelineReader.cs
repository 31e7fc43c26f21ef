namespace MediaDesk.Wording;

/// <summary>
/// Reads what stands before the first sentence: <c>LAS VEGAS, NV - FEBRUARY 11:</c> (Getty), <c>London, UK. 12th March 2022.</c> (Alamy), <c>04 March 2024,
/// Berlin:</c> (dpa), <c>BEIJING, March 4, 2024 (Xinhua) --</c>, <c>RUSSIA, MOSCOW – MARCH 4, 2024:</c> (TASS), <c>19 Jan 2002:</c>.
/// </summary>
internal sealed class DatelineReader(CaptionText text, PhraseEnds ends, NameRuns runs, PlaceNames places)
{
    private const int LongestDateline = 24;

    /// <summary>Tokens of the dateline, from the beginning of the body; -1 where there is none.</summary>
    public int Last { get; private set; } = -1;

    public int First { get; private set; }

    public PlaceGroup? Place { get; private set; }

    /// <summary>The number of its date; -1 without one.</summary>
    public int Date { get; private set; } = -1;

    public void Run()
    {
        while (First < text.Count && (text[First].Part is not CaptionPart.Body || text[First].Kind is TokenKind.Break))
        {
            First++;
        }

        var group = new PlaceGroup(First) { Rule = "dateline" };
        var (date, i, isCapitals, isAgencyNamed) = (-1, First, true, false);
        while (i < text.Count && i - First < LongestDateline && text[i].Part is CaptionPart.Body)
        {
            if (ends.DateAt(i) is >= 0 and var number && date < 0 && ends.DateBehind(i) is var (_, last))
            {
                (date, i) = (number, last + 1);
            }
            else if (runs.NameEnd(i) is >= 0 and var nameLast)
            {
                for (var j = i; j <= nameLast; j++)
                {
                    isCapitals &= text[j].Case is LetterCase.AllCapitals || text[j].IsLowerWord;
                }

                group.Names.Add(new(i, nameLast, nameLast, group.Names.Count == 0 ? PlaceRelation.In : PlaceRelation.Within));
                i = nameLast + 1;
            }
            else if (text.IsMark(i, '(') && text.IsBody(i + 1) && text[i + 1].IsName && text.IsMark(i + 2, ')'))
            {
                (isAgencyNamed, i) = (true, i + 3);
            }
            else if (date < 0 && isCapitals && group.Names.Count > 0 && text.IsMark(i, '(') && ends.DateAt(i + 1) is >= 0 and var day && ends.DateBehind(i + 1) is var (_, dayLast) && text.IsMark(dayLast + 1, ')'))
            {
                // "SAN DIEGO (March 4, 2021) Sailors …": the navy's.
                Accept(group, day, dayLast + 1);
                return;
            }
            else
            {
                break;
            }

            if (i < text.Count && IsEnd(i, date >= 0, group, isCapitals, isAgencyNamed) is > 0 and var end)
            {
                Accept(group, date, end - 1);
                return;
            }

            while (i < text.Count && text[i].Part is CaptionPart.Body && text[i].Kind is TokenKind.Mark && text[i].Mark is ',' or '-' or '–' or '—' or '.' or '|' or '/' or ';')
            {
                i++;
            }
        }
    }

    /// <summary>Behind the dateline where it ends here; 0 where it goes on or is none.</summary>
    private int IsEnd(int i, bool hasDate, PlaceGroup group, bool isCapitals, bool isAgencyNamed)
    {
        var hasPlace = group.Names.Count > 0;
        var isKnown = hasPlace && group.Names.Exists(name => places.IsKnown(name.First, name.NameLast));
        if (text.IsMark(i, ':') && i + 1 < text.Count)
        {
            var isPlace = hasPlace && (isCapitals || hasDate || (isKnown && IsCityOfItsOwn(group))) && (isKnown || isCapitals && hasDate || hasDate && group.Names.Count > 1);
            return hasDate && !hasPlace || isPlace ? i + 1 : 0;
        }

        if (text[i].IsDash && !(text.IsJoined(i) && text.IsJoined(i + 1)))
        {
            var behind = i + 1;
            while (behind < text.Count && text[behind].IsDash)
            {
                behind++;
            }

            var goesOn = behind >= text.Count || text[behind].Kind is TokenKind.Break || ends.DateAt(behind) >= 0 || (!hasDate && text[behind].Case is LetterCase.AllCapitals && LeadsToDate(behind));
            return !goesOn && hasPlace && isKnown && (isCapitals || hasDate || isAgencyNamed) ? behind : 0;
        }

        // "Mar 5, 2021; Los Angeles, California, USA; …"
        if (text.IsMark(i, ';'))
        {
            return hasDate && isKnown ? i + 1 : 0;
        }

        // "London, UK. 12th March 2022."
        return text.IsMark(i, '.') && hasDate && hasPlace && isKnown && i + 1 < text.Count && text[i + 1].Part is CaptionPart.Body && text[i + 1].Kind is TokenKind.Word && group.Names.Count > 1 ? i + 1 : 0;
    }

    private bool LeadsToDate(int i)
    {
        for (var steps = 0; steps < 8 && text.IsBody(i) && (text[i].Case is LetterCase.AllCapitals || text[i].Kind is TokenKind.Mark); steps++, i++)
        {
            if (ends.DateAt(i) >= 0 || text.IsMark(i, ':'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"13.03.2020, Bayern, München:", "RUSSIA, MOSCOW –": the country or state stands before its town.</summary>
    private bool IsGreaterFirst(PlaceGroup group)
    {
        var (first, second) = (places.Of(group.Names[0].First, group.Names[0].NameLast), places.Of(group.Names[1].First, group.Names[1].NameLast));
        return second.Cities.Count > 0 && second.CountryCode is null && second.State is null
            && (first.CountryCode is { } country ? second.Cities.Exists(city => city.CountryCode == country)
                : first.State is { NeedsCapitals: false, NeedsStop: false } state ? second.Cities.Exists(city => city.CountryCode == state.CountryCode) && !(second.IsRegion && first.Cities.Count > 0)
                : first.Regions.Exists(region => second.Cities.Exists(city => city.CountryCode == region.CountryCode && city.Region == region.Region)) && !(second.IsRegion && first.Cities.Count > 0));
    }

    private bool IsCityOfItsOwn(PlaceGroup group)
    {
        const int people = 50_000;
        var name = group.Names[0];
        return places.Of(name.First, name.NameLast).Cities is [{ Population: > people }, ..];
    }

    private void Accept(PlaceGroup group, int date, int last)
    {
        (Last, Date) = (last, date);
        if (group.Names.Count > 0)
        {
            if (group.Names.Count == 2 && IsGreaterFirst(group))
            {
                var (greater, town) = (group.Names[0], group.Names[1]);
                (group.Names[0], group.Names[1]) = (town with { Relation = PlaceRelation.In }, greater with { Relation = PlaceRelation.Within });
            }

            Place = group;
            group.Last = group.Names.Max(name => name.Last);
            if (date >= 0)
            {
                group.Dates.Add(date);
            }
        }

        text.Claim(text[First].Start, text[last].End, CaptionPart.Dateline);
    }
}
