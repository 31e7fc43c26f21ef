using MediaDesk.Places;

namespace MediaDesk.Wording;

/// <summary>Reads when and where the photo was taken from the body of a caption.</summary>
internal sealed class SceneReader
{
    private const int MostOffers = 3;
    private const double WorthOffering = 0.3;

    /// <summary>A dateline names where the report is from; what the text itself shows counts more from this confidence on.</summary>
    private const double OverDateline = 0.66;

    private readonly CaptionText text;
    private readonly PublicationDate published;
    private readonly List<DateMention> dates;
    private readonly PlaceNames names;
    private readonly DatelineReader dateline;
    private readonly PlacePhrases phrases;
    private readonly BarePlaces bare;
    private readonly NameRuns runs;
    private HashSet<string>? countries;

    public SceneReader(CaptionText text, Gazetteer gazetteer, PublicationDate published, int languages)
    {
        (this.text, this.published) = (text, published);
        dates = DateScanner.Find(text, languages);
        names = new(text, gazetteer);
        var ends = new PhraseEnds(text, dates);
        runs = new(text, ends, names);
        dateline = new(text, ends, runs, names);
        dateline.Run();
        text.NumberSentences();
        phrases = new(text, ends, runs);
        bare = new(text, runs);
    }

    public ParsedCaption Read(ParsedCaption parsed)
    {
        var groups = phrases.Find();
        AddBare(groups);
        AddSites(groups);
        var (spans, offers) = (new List<ParsedSpan>(parsed.Spans), new List<ParsedSpan>(parsed.Offers));
        var rated = new DateChooser(text, dates, groups, dateline, published).Rate();
        var day = rated.Find(date => date.Value is not null);
        var date = day is { Value: not null, Confidence: >= CaptionReader.Enough } ? day.Value.Value.ToString() : null;
        foreach (var one in rated.Where(one => one.Value is not null && one.Confidence >= 0.2).DistinctBy(one => one.Value).Take(MostOffers))
        {
            var mention = dates[one.Number];
            var (start, length) = text.Span(mention.First, mention.Last);
            var span = new ParsedSpan("date", one.Value!.Value.ToString(), start, length, one.Rule, Math.Round(one.Confidence, 2));
            (span.Value == date ? spans : offers).Add(span);
        }

        var resolver = new PlaceResolver(names, Countries);
        var resolved = groups.Select(resolver.Resolve).OfType<ResolvedPlace>().ToList();
        var places = new PlaceChooser(text, dates).Rate(resolved, [.. rated.Where(one => rated[0] == one || (one.Value is not null && one.Value == day.Value)).Select(one => one.Number)]);
        var created = dateline.Place is null ? null : resolver.Resolve(dateline.Place);
        var (shown, createdPlace) = WritePlaces(places, created, spans, offers);
        return parsed with { Date = date, Place = shown, PlaceCreated = createdPlace, Spans = spans, Offers = offers };
    }

    private (ParsedPlace Shown, ParsedPlace Created) WritePlaces(List<RatedPlace> places, ResolvedPlace? created, List<ParsedSpan> spans, List<ParsedSpan> offers)
    {
        var writer = new PlaceWriter(text, names);
        var best = Corroborated(places);
        if (best is not null)
        {
            Complete(best.Place, places);
        }

        var (shown, shownSpans) = best is null ? (ParsedPlace.Unknown, []) : writer.Write(best);
        var isShown = best?.Confidence >= CaptionReader.Enough;
        var createdPlace = ParsedPlace.Unknown;
        if (created is { IsEmpty: false })
        {
            var fromDateline = new RatedPlace(created, created.City >= 0 ? created.IsCityKnown ? 0.85 : 0.7 : 0.66, "dateline");
            var isSame = best is not null && IsSame(best.Place, created);
            if (!isShown || (best!.Confidence < OverDateline && !isSame) || (isSame && best.Place.City < 0))
            {
                // Nothing shown is named: the scene is where the report is from.
                (shown, var written) = writer.Write(fromDateline);
                var venue = places.Find(one => one.Place is { Sublocation: >= 0, City: < 0, Country: < 0, Region: < 0, Group.Sentence: 0 or 1 });
                if (shown.Sublocation is null && venue is not null && writer.Write(venue with { Confidence = CaptionReader.Enough }) is var (inside, ofVenue))
                {
                    shown = shown with { Sublocation = inside.Sublocation };
                    written.AddRange(ofVenue.Where(span => span.Field == "sublocation"));
                }

                (isShown, shownSpans) = (true, written);
            }
            else if (isSame)
            {
                var (wider, widerSpans) = writer.Write(fromDateline);
                shown = Filled(shown, wider, widerSpans, shownSpans);
            }
            else
            {
                (createdPlace, var written) = writer.Write(fromDateline, "placeCreated.");
                spans.AddRange(written);
            }
        }

        (isShown ? spans : offers).AddRange(shownSpans);
        foreach (var other in places.Skip(1).Where(other => other.Confidence >= WorthOffering && other.Place.City >= 0 && (best is null || !IsSame(best.Place, other.Place))).Take(MostOffers - 1))
        {
            var (_, written) = writer.Write(other with { Confidence = Math.Min(other.Confidence, CaptionReader.Enough - 0.01) });
            offers.AddRange(written);
        }

        return (isShown ? shown : ParsedPlace.Unknown, createdPlace);
    }

    /// <summary>
    /// The likeliest place. A country or region beside the day bears out a town of its own that stands elsewhere in the sentence: "near the town of
    /// X, as Y continues, Z region, Ukraine, …".
    /// </summary>
    private static RatedPlace? Corroborated(List<RatedPlace> places)
    {
        const double tenable = 0.5;
        if (places.Count > 0 && places[0] is { Rule: "place-seen-from", Place: { City: < 0, CountryCode: null } view } from
            && places.Find(one => one.Confidence >= tenable && one.Place is { City: >= 0, IsCityKnown: true } && one.Place.Group.Sentence == view.Group.Sentence) is { } seen)
        {
            // "The skyline of X seen from the river Y in 2012."
            return seen with { Confidence = Math.Max(seen.Confidence, view.Group.Dates.Count > 0 ? CaptionReader.Enough : from.Confidence) };
        }

        if (places.Count == 0 || places[0].Place is { City: >= 0 } or { CountryCode: null })
        {
            return places.Count > 0 ? places[0] : null;
        }

        var wider = places[0];
        var town = places.Find(one => one.Confidence >= tenable && one.Place is { City: >= 0, Country: < 0 } && one.Place.Group.Sentence == wider.Place.Group.Sentence
            && (one.Place.CountryCode is null || one.Place.CountryCode == wider.Place.CountryCode));
        if (town is null)
        {
            return wider;
        }

        if (wider.Place.Region >= 0 && town.Place.Region < 0)
        {
            town.Place.Region = town.Place.Adopt(wider.Place.Group.Names[wider.Place.Region]);
        }

        if (wider.Place.Country >= 0)
        {
            town.Place.Country = town.Place.Adopt(wider.Place.Group.Names[wider.Place.Country]);
        }

        town.Place.CountryCode = wider.Place.CountryCode;
        return town with { Confidence = Math.Max(town.Confidence, wider.Confidence) };
    }

    /// <summary>What the dateline says beyond the text: region and country.</summary>
    private static ParsedPlace Filled(ParsedPlace shown, ParsedPlace wider, List<ParsedSpan> widerSpans, List<ParsedSpan> spans)
    {
        foreach (var span in widerSpans)
        {
            var own = spans.FindIndex(one => one.Field == span.Field);
            if (own < 0 || (spans[own].Rule == "gazetteer" && span.Rule != "gazetteer"))
            {
                if (own >= 0)
                {
                    spans.RemoveAt(own);
                }

                spans.Add(span);
                shown = span.Field switch
                {
                    "region" => shown with { Region = span.Value },
                    "country" => shown with { Country = span.Value, CountryCode = wider.CountryCode },
                    "countryCode" => shown with { CountryCode = span.Value },
                    _ => shown,
                };
            }
        }

        return shown;
    }

    private bool IsSame(ResolvedPlace one, ResolvedPlace other)
    {
        if (one.City >= 0 && other.City >= 0)
        {
            var (a, b) = (one.Group.Names[one.City], other.Group.Names[other.City]);
            return text.Words(a.First, a.NameLast).SequenceEqual(text.Words(b.First, b.NameLast))
                || (one.Known is { } place && other.Known is { } twin && place.Id == twin.Id);
        }

        return one.CountryCode is null || other.CountryCode is null || one.CountryCode == other.CountryCode;
    }

    /// <summary>A venue, region or country that another phrase of the sentence names for the place chosen.</summary>
    private static void Complete(ResolvedPlace place, List<RatedPlace> places)
    {
        foreach (var (other, _, _) in places)
        {
            if (ReferenceEquals(other, place) || (other.Group.Sentence != place.Group.Sentence && other.Group.Rule is not "place-of-event-line"))
            {
                continue;
            }

            if (place.Sublocation < 0 && other is { Sublocation: >= 0, City: < 0, Country: < 0, Region: < 0 } && other.Group.Sentence == place.Group.Sentence)
            {
                place.Sublocation = place.Adopt(other.Group.Names[other.Sublocation]);
            }

            if (place.Country < 0 && other is { Country: >= 0, City: < 0, Sublocation: < 0 } && other.Group.Rule is "place-of-event-line" or "place-at-end"
                && (place.CountryCode is null || place.CountryCode == other.CountryCode))
            {
                (place.Country, place.CountryCode) = (place.Adopt(other.Group.Names[other.Country]), other.CountryCode);
            }
        }
    }

    /// <summary>Names without a preposition before dates and at the ends of sentences.</summary>
    private void AddBare(List<PlaceGroup> groups)
    {
        for (var number = 0; number < dates.Count; number++)
        {
            var date = dates[number];
            if (date.Month is null || text[date.First].Part is not CaptionPart.Body || groups.Exists(group => group.Dates.Contains(number)))
            {
                continue;
            }

            var isLine = date.First > 0 && text[date.First - 1].IsDash;
            if (bare.EndingAt(BeforeDate(date.First), number, isLine ? "place-of-event-line" : "place-before-date") is { } group)
            {
                groups.Add(group);
            }
        }

        for (var i = 1; i < text.Count; i++)
        {
            var isEnd = text[i].Part is CaptionPart.Body && text.IsMark(i, '.') && (i + 1 == text.Count || text[i + 1].Sentence != text[i].Sentence);
            if (isEnd && text[i].Sentence == 0 && bare.EndingAt(i - 1, -1, "place-at-end") is { } group && !groups.Exists(other => other.Last >= group.First && other.First <= group.Last))
            {
                groups.Add(group);
            }
        }
    }

    /// <summary>A crossing, camp or square that the gazetteer knows, named without a preposition: "approaching the X crossing".</summary>
    private void AddSites(List<PlaceGroup> groups)
    {
        for (var i = 0; i < text.Count && text[i].Sentence <= 0; i++)
        {
            if (text[i].Sentence != 0 || !text[i].IsName || text.Has(i - 1, WordKinds.Origin) || runs.NameEnd(i) is not (>= 0 and var last))
            {
                continue;
            }

            var noun = runs.NounBehind(last);
            var isVenue = (noun > 0 && text.Has(noun, WordKinds.Venue)) || runs.TypeInside(i, last) is WordKinds.Venue;
            if (isVenue && names.Of(i, last).Sites.Count > 0 && !groups.Exists(group => group.First <= i && group.Last >= last))
            {
                // Its own country named beside it bears it out.
                var isBorneOut = names.Of(i, last).Sites.Exists(site => site.CountryCode is not null && Countries().Contains(site.CountryCode));
                var group = new PlaceGroup(i) { Last = Math.Max(noun, last), Rule = isBorneOut ? "place-known" : "place-named" };
                group.Names.Add(new(i, last, Math.Max(noun, last), PlaceRelation.At, WordKinds.Venue));
                groups.Add(group);
            }

            i = last;
        }
    }

    private int BeforeDate(int first)
    {
        var i = first - 1;
        while (i >= 0 && text[i].Part is CaptionPart.Body && (text[i].IsLowerWord && text.Words(i, i) is "on" or "le" or "in" || text[i].Kind is TokenKind.Mark && text[i].Mark is ',' or '-' or '–' or '—' or '('))
        {
            i--;
        }

        return Math.Max(i, 0);
    }

    /// <summary>The countries that the whole caption names, as such or by nationality: they decide between places of one name.</summary>
    private HashSet<string> Countries()
    {
        if (countries is not null)
        {
            return countries;
        }

        const int most = 400;
        countries = new(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(text.Count, most); i++)
        {
            if (text[i].Kind is not TokenKind.Word || !text[i].IsName || text[i].Part is not (CaptionPart.Body or CaptionPart.Dateline))
            {
                continue;
            }

            if (text[i].Entry?.Country is { } nation)
            {
                countries.Add(nation);
            }
            else if (runs.NameEnd(i) is >= 0 and var last && names.Of(i, last) is { IsKnown: true } known)
            {
                if ((known.CountryCode ?? known.State?.CountryCode) is { } code)
                {
                    countries.Add(code);
                }
            }
        }

        return countries;
    }
}
