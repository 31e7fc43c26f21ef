namespace MediaDesk.Wording;

/// <summary>
/// Says which of a caption's place phrases is where the photo was taken. For: beside the day of the photo, a known city, greater places that
/// fit, the first sentence. Against: behind "after", "who" and the like, named for what happened there, a later sentence.
/// </summary>
internal sealed class PlaceChooser(CaptionText text, IReadOnlyList<DateMention> dates)
{
    private const int WordsBack = 12;

    /// <summary>All places, likeliest first.</summary>
    /// <param name="day">The numbers of the dates that are the day of the photo.</param>
    public List<RatedPlace> Rate(IReadOnlyList<ResolvedPlace> places, IReadOnlyCollection<int> day)
    {
        var rated = new List<RatedPlace>(places.Count);
        foreach (var place in places)
        {
            rated.Add(Rate(place, day));
        }

        rated.Sort((one, other) => one.Confidence != other.Confidence
            ? other.Confidence.CompareTo(one.Confidence)
            : other.Place.Group.First.CompareTo(one.Place.Group.First));
        return rated;
    }

    private RatedPlace Rate(ResolvedPlace place, IReadOnlyCollection<int> day)
    {
        var group = place.Group;
        var level = place.City >= 0 ? place.City : place.Region >= 0 ? place.Region : place.Country >= 0 ? place.Country : place.Sublocation;
        var relation = group.Names[level].Relation;
        var score = relation switch
        {
            PlaceRelation.In or PlaceRelation.Within => 0.5,
            PlaceRelation.Near or PlaceRelation.Edge => 0.5,
            PlaceRelation.At => 0.45,
            PlaceRelation.Modifier => 0.42,
            PlaceRelation.Container => 0.45,
            _ => 0.3,
        };

        var isBeside = group.Dates.Exists(day.Contains);
        if (place.City >= 0)
        {
            score += place.IsCityKnown ? place.IsSure ? 0.15 : 0.06 : 0.05;
            score += group.Names[place.City].Type is WordKinds.Settlement ? 0.08 : 0;
        }
        else
        {
            score -= place.Region >= 0 || (place.Sublocation >= 0 && place.Known is not null) ? 0.06 : place.Country >= 0 ? 0.1 : 0.25;
        }

        score += place.City >= 0 && (place.Country >= 0 || place.Region >= 0) ? 0.1 : 0;
        score += isBeside ? 0.2 : 0;
        score += IsEnd(group.Last) ? 0.05 : 0;
        score += group.Rule is "place-known" ? 0.2 : 0;
        if (group.Rule is "place-of-event-line")
        {
            score += place.City >= 0 ? 0.2 : -0.1;
        }
        else
        {
            score += group.Sentence == 0 ? 0.08 : -0.18;
        }

        var (isAside, isCalamity) = Before(group.First);
        score -= isCalamity ? 0.35 : 0;
        score -= isAside && !isBeside ? 0.2 : 0;
        return new(place, Math.Clamp(score, 0, 0.97), group.Rule);
    }

    private bool IsEnd(int last)
    {
        var next = last + 1;
        return next >= text.Count || text[next].Part is not CaptionPart.Body || text[next].Kind is TokenKind.Break || (text[next].Kind is TokenKind.Mark && text[next].Mark is '.' or '(');
    }

    /// <summary>Whether the phrase stands in a clause about something else, and whether it says where a calamity was.</summary>
    private (bool Aside, bool Calamity) Before(int first)
    {
        var (aside, calamity, steps) = (false, false, 0);
        var isNear = true;
        for (var i = first - 1; i >= 0 && steps < WordsBack * 2 && text[i].Part is CaptionPart.Body && text[i].Sentence == text[first].Sentence; i--, steps++)
        {
            ref var token = ref text[i];
            if (token.Kind is TokenKind.Mark)
            {
                isNear &= token.Mark is not ',';
                // A pair of commas closes an aside: "…, who was killed in X, in Y".
                if (token.Mark is ',' or ';' && !aside && steps == 0)
                {
                    continue;
                }

                continue;
            }

            if (isNear && token.IsLowerWord && token.Is(WordKinds.Calamity) && steps <= 3 && IsBackground(i))
            {
                calamity = true;
            }

            if (token.IsLowerWord && token.Is(WordKinds.Aside) && !IsDateNear(i))
            {
                aside = true;
            }
        }

        return (aside, calamity);
    }

    /// <summary>"victims of the shooting in", "after an attack in", "against the war in": a preposition in front of the calamity.</summary>
    private bool IsBackground(int i)
    {
        for (var j = i - 1; j >= 0 && i - j <= 6 && text[j].Kind is TokenKind.Word && text[j].Sentence == text[i].Sentence; j--)
        {
            if (text[j].IsLowerWord && text.Words(j, j) is "site" or "scene" or "aftermath" or "moment" or "lieu" or "lieux")
            {
                return false;
            }

            if (text[j].IsLowerWord && text.Words(j, j) is "after" or "following" or "against" or "over" or "for" or "since" or "about" or "apres" or "contre" or "sur" or "on" or "victims" or "victimes")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDateNear(int i)
    {
        foreach (var date in dates)
        {
            if (date.First == i + 1)
            {
                return true;
            }
        }

        return false;
    }
}
