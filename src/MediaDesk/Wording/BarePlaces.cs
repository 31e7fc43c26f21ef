namespace MediaDesk.Wording;

/// <summary>Finds places that no preposition announces.</summary>
internal sealed class BarePlaces(CaptionText text, NameRuns runs)
{
    private const int MostNames = 8;

    /// <summary>
    /// Names that stand without a preposition directly before a date or the end of a sentence: "Festival, Hong Kong, China, 24 August 2018",
    /// "Press Day, Santa Monica, USA - 03 Feb 2026", "…, Indonesia."; null where there are none or what stands there is not known.
    /// </summary>
    public PlaceGroup? EndingAt(int end, int date, string rule)
    {
        PlaceGroup? group = null;
        for (var last = end; group is null || group.Names.Count < MostNames;)
        {
            while (last > 0 && text[last].Kind is TokenKind.Mark && text[last].Mark is ',' or '-' or '–' or '—' or ')')
            {
                last--;
            }

            // "Donetsk region, Ukraine".
            var noun = last > 0 && text.IsBody(last) && text[last].IsLowerWord && text.Has(last, WordKinds.RegionNoun) ? last-- : -1;
            if (!text.IsBody(last) || runs.NameBefore(last) is not (>= 0 and var first) || text[first].Sentence != text[end].Sentence)
            {
                break;
            }

            var name = new PlaceName(first, last, Math.Max(noun, last), PlaceRelation.Within, noun > 0 ? WordKinds.RegionNoun : runs.TypeInside(first, last) is WordKinds.Venue ? WordKinds.Venue : WordKinds.None);
            if (!(runs.IsGreaterPlace([name], 0) || (group is not null && name.Type is WordKinds.Venue)) || runs.TypeInside(first, last) is WordKinds.Event || (group is null && !text.IsMark(first - 1, ',') && !IsLineStart(first) && date < 0))
            {
                break;
            }

            group ??= new(first) { Last = end, Sentence = text[end].Sentence, Rule = rule };
            group.Names.Insert(0, name);
            last = first - 1;
            if (last < 0 || !text.IsMark(last, ','))
            {
                break;
            }
        }

        // "its ally Russia on …": a single name stands behind a comma.
        var before = group is null ? -1 : group.Names[0].First - 1;
        if (group is null || IsAway(before) || (group.Names.Count == 1 && text.IsBody(before) && text[before].Kind is TokenKind.Word && text[before].Sentence == group.Sentence))
        {
            return null;
        }

        group.Names[0] = group.Names[0] with { Relation = PlaceRelation.In };
        if (date >= 0)
        {
            group.Dates.Add(date);
        }

        return group;
    }

    /// <summary>"from Kabul, Afghanistan, on …": where somebody comes from, goes or belongs.</summary>
    private bool IsAway(int i) => text.IsBody(i) && text[i].IsLowerWord && text.Has(i, WordKinds.Origin) || text.IsMark(i, '/');

    private bool IsLineStart(int i) => i == 0 || text[i - 1].Kind is TokenKind.Break;
}
