namespace MediaDesk.Wording;

/// <summary>
/// Finds the phrases of a caption that may say where the photo was taken, by their prepositions and nouns: <c>in the village of
/// X, Y province, Z</c>, <c>at X near Y</c>, <c>Z's capital X</c>, and names directly before a date. What follows "from", "to", "against"
/// or "between" is none. A phrase is a bounded number of tokens, so the work grows with the text's length only.
/// </summary>
internal sealed class PlacePhrases(CaptionText text, PhraseEnds ends, NameRuns runs)
{
    private const int MostNames = 8;

    /// <summary>What names more places than this is a gazetteer and no caption.</summary>
    private const int MostGroups = 200;
    private const int MostAdjectives = 4;
    private const int LongestPhrase = 24;

    private readonly PhraseOpenings openings = new(text, ends);

    public List<PlaceGroup> Find()
    {
        var groups = new List<PlaceGroup>();
        for (var i = 0; i < text.Count && groups.Count < MostGroups;)
        {
            var group = text[i].Part is CaptionPart.Body ? At(i) : null;
            if (group is not null)
            {
                groups.Add(group);
                i = Math.Max(i, group.Last) + 1;
            }
            else
            {
                i++;
            }
        }

        return groups;
    }

    /// <summary>The group that begins with a token, if one does.</summary>
    private PlaceGroup? At(int i)
    {
        if (!openings.TryOpen(i, out var start, out var relation, out var rule))
        {
            return null;
        }

        var group = new PlaceGroup(i) { Sentence = text[i].Sentence, Rule = rule };
        if (text.IsBody(start) && text[start].IsLowerWord && text.Words(start, start) is "son" or "sa" or "ses" or "leur" or "leurs" && text.Words(i, i) is "dans")
        {
            start++;
        }

        if (!Phrase(ref start, relation, group.Names) || (text.Words(i, i) is "bei" && !runs.IsPlace(group.Names[0])))
        {
            // "bei Löscharbeiten": in German every noun has a capital.
            return null;
        }

        group.Last = start - 1;
        Continue(group);
        LookBack(group);
        return group;
    }

    /// <summary>One phrase behind its preposition: adjectives, nouns and the name. Leaves <paramref name="at"/> behind it.</summary>
    private bool Phrase(ref int at, PlaceRelation relation, List<PlaceName> names)
    {
        var (type, adjectives, isArticle, isDirected, lead) = (WordKinds.None, 0, false, false, -1);
        string? country = null;
        (int First, int Last)? container = null;
        var limit = at + LongestPhrase;
        for (var i = at; i < limit && text.IsBody(i) && ends.DateAt(i) < 0;)
        {
            ref var token = ref text[i];
            if (token.Kind is TokenKind.Word or TokenKind.Number && runs.NameEnd(i) is >= 0 and var last)
            {
                if (NationalityEnd(i, last, ref country) is > 0 and var behind)
                {
                    i = behind;
                    continue;
                }

                if (adjectives > 0 && type is WordKinds.None)
                {
                    return false;
                }

                if (text[last].IsPossessive)
                {
                    (container, i) = ((i, last), last + 1);
                    at = i;
                    continue;
                }

                var (nameLast, first) = (last, i);
                var noun = last + 1;
                if (text.Has(noun, WordKinds.Settlement | WordKinds.RegionNoun | WordKinds.Quarter) && text[noun].IsLowerWord && openings.IsOf(noun + 1) && LeadsToName(noun + 2))
                {
                    if (TypeOf(noun) is WordKinds.Quarter)
                    {
                        // "the Mong Kok district of Hong Kong".
                        names.Add(new(first, last, noun, relation, WordKinds.Quarter, country));
                        (relation, i, at) = (PlaceRelation.Within, noun + 2, noun + 2);
                        continue;
                    }

                    // "the Damascus suburb of Douma".
                    (container, type, i) = ((first, last), TypeOf(noun), noun + 2);
                    continue;
                }

                if (isArticle && type is WordKinds.None && text.IsBody(noun) && text[noun].IsLowerWord && !text.Has(noun, WordKinds.RegionNoun))
                {
                    relation = PlaceRelation.Modifier;
                }
                else if (runs.NounBehind(last) is > 0 and var typed)
                {
                    (last, type) = (typed, text.Has(typed, WordKinds.Venue) ? WordKinds.Venue : TypeOf(typed));
                }

                names.Add(new(first, nameLast, last, relation, type is WordKinds.None ? runs.TypeInside(first, nameLast) : type, country, isDirected, lead));
                AddContainer(names, container);
                at = last + 1;
                return true;
            }

            if (token.Kind is not TokenKind.Word)
            {
                break;
            }

            if (token.Is(WordKinds.Determiner) && token.IsLowerWord)
            {
                isArticle = text.Words(i, i) is "a" or "an" or "un" or "une" or "ein" or "einem" or "einer";
                i++;
            }
            else if (token.IsLowerWord && token.Is(WordKinds.Direction) && !(adjectives > 0))
            {
                isDirected |= text.Words(i, i) is not ("downtown" or "central" or "midtown" or "uptown" or "inner" or "outer" or "centre" or "greater");
                if (openings.IsOf(i + 1))
                {
                    relation = PlaceRelation.Relative;
                    i++;
                }

                i++;
            }
            else if (token.IsLowerWord && token.Is(WordKinds.Settlement | WordKinds.RegionNoun | WordKinds.Quarter | WordKinds.Edge | WordKinds.Venue) && TryNoun(ref i, ref type, ref relation, ref lead))
            {
                adjectives = 0;
            }
            else if (token.IsLowerWord && ++adjectives <= MostAdjectives && !token.Is(WordKinds.Anchor | WordKinds.Near | WordKinds.Origin | WordKinds.Aside | WordKinds.Connector | WordKinds.Looking)
                && (token.Entry is null || !token.Is(WordKinds.Venue | WordKinds.Event) || token.Is(WordKinds.Settlement)))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        // "in Aleppo's old city": the possessor is all there is.
        if (container is { } alone)
        {
            names.Add(new(alone.First, alone.Last, alone.Last, PlaceRelation.Modifier, Country: country));
            return true;
        }

        return false;
    }

    /// <summary>"village of X", "the capital, X", "capital X", "outskirts of X".</summary>
    private bool TryNoun(ref int i, ref WordKinds type, ref PlaceRelation relation, ref int lead)
    {
        var kind = TypeOf(i);
        if (text.Has(i, WordKinds.Venue) && kind is not WordKinds.Edge)
        {
            // "the port of Cadiz", "stade Vélodrome"; but "a temple in X".
            var name = openings.IsOf(i + 1) ? i + 2 : i + 1;
            while (name > i + 1 && text.Has(name, WordKinds.Determiner) && text[name].IsLowerWord)
            {
                name++;
            }

            if (!text.IsBody(name) || ends.DateAt(name) >= 0 || runs.NameEnd(name) < 0)
            {
                return false;
            }

            (lead, type, i) = (i, kind is WordKinds.Settlement ? kind : WordKinds.Venue, name);
            return true;
        }

        if (openings.IsOf(i + 1))
        {
            if (kind is WordKinds.Edge)
            {
                relation = relation is PlaceRelation.In or PlaceRelation.At ? PlaceRelation.Edge : relation;
            }
            else
            {
                type = kind;
            }

            i += 2;
            return true;
        }

        var next = text.IsMark(i + 1, ',') ? i + 2 : i + 1;
        if (kind is not WordKinds.Edge && text.IsBody(next) && ends.DateAt(next) < 0 && runs.NameEnd(next) >= 0 && (next == i + 1 || text.Words(i, i) is "capital" or "capitale"))
        {
            (type, i) = (kind, next);
            return true;
        }

        return false;
    }

    /// <summary>The greater places, dates and further phrases that follow the first name.</summary>
    private void Continue(PlaceGroup group)
    {
        while (group.Names.Count < MostNames)
        {
            var i = group.Last + 1;
            if (TryParenthesis(group, i))
            {
                continue;
            }

            var isComma = text.IsMark(i, ',');
            i += isComma ? 1 : 0;
            if (ends.DateBehind(i) is var (number, last))
            {
                group.Dates.Add(number);
                group.Last = last;
                continue;
            }

            var start = i;
            if (!text.IsBody(i) || text[i].Sentence != group.Sentence)
            {
                return;
            }

            if (!isComma && TownOfVenue(group, i))
            {
                continue;
            }

            var count = group.Names.Count;
            if (ends.Border(i) is > 0 and var border && Phrase(ref border, PlaceRelation.Relative, group.Names))
            {
                group.Last = ends.And(border) is > 0 and var both && Phrase(ref both, PlaceRelation.Relative, group.Names) ? both - 1 : border - 1;
            }
            else if (openings.TryOpen(i, out var name, out var relation, out _) && relation is not PlaceRelation.Loose && Phrase(ref name, relation, group.Names))
            {
                if (isComma && relation is PlaceRelation.In && group.Names[count].Relation is PlaceRelation.In && runs.AreApart(group.Names, count))
                {
                    // "killed in Saada, in Sanaa": another scene.
                    group.Names.RemoveRange(count, group.Names.Count - count);
                    return;
                }

                group.Last = name - 1;
            }
            else if (isComma && Phrase(ref start, PlaceRelation.Within, group.Names))
            {
                if (!runs.IsGreaterPlace(group.Names, group.Names.Count - 1))
                {
                    group.Names.RemoveAt(group.Names.Count - 1);
                    return;
                }

                group.Last = start - 1;
            }
            else if (isComma && ends.Distance(i) is > 0 and var behind && Phrase(ref behind, PlaceRelation.Relative, group.Names))
            {
                group.Last = behind - 1;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>"stade Vélodrome de Marseille", "estadio Centenario de Montevideo", "the Old City of Mosul", "au Festival de Cannes": the town behind the "of".</summary>
    private bool TownOfVenue(PlaceGroup group, int i)
    {
        if (!openings.IsOf(i) || group.Names[^1].Type is not (WordKinds.Venue or WordKinds.Quarter or WordKinds.Event) || runs.NameEnd(i + 1) is not (>= 0 and var last) || !runs.IsKnownCity(i + 1, last))
        {
            return false;
        }

        group.Names.Add(new(i + 1, last, last, PlaceRelation.Within));
        group.Last = last;
        return true;
    }

    /// <summary>A date or a venue directly in front: "on May 3, 2023 in X", "the Y Tower in X".</summary>
    private void LookBack(PlaceGroup group)
    {
        if (ends.DateBefore(group.First) is >= 0 and var date)
        {
            group.Dates.Insert(0, date);
            return;
        }

        if (text.IsBody(group.First - 1) && text[group.First - 1].Kind is TokenKind.Break)
        {
            return;
        }

        if (runs.VenueBefore(group.First) is var (first, last))
        {
            group.Names.Insert(0, new(first, last, last, PlaceRelation.At, WordKinds.Venue));
        }
    }

    private bool TryParenthesis(PlaceGroup group, int i)
    {
        if (!text.IsMark(i, '(') || !text.IsBody(i + 1) || runs.NameEnd(i + 1) is not (>= 0 and var last) || !text.IsMark(last + 1, ')'))
        {
            return false;
        }

        if (runs.AreOne(group.Names[^1], i + 1, last))
        {
            // "Kyiv (Kiev)"
            group.Last = last + 1;
            return true;
        }

        group.Names.Add(new(i + 1, last, last, PlaceRelation.Within));
        if (!runs.IsRegionOrCountry(group.Names[^1]) && !runs.IsDistrictOf(group.Names[^1], group.Names[^2]))
        {
            group.Names.RemoveAt(group.Names.Count - 1);
            return false;
        }

        group.Last = last + 1;
        return true;
    }

    /// <summary>Behind "Spanish" in "the Spanish town of", which is a help and no name; 0 where it is none.</summary>
    private int NationalityEnd(int i, int last, ref string? country)
    {
        var end = text.Has(i, WordKinds.PairStart) && last > i && Lexicon.Words.Find(text.Words(i, i + 1)) is { } pair && pair.Is(WordKinds.Demonym) ? i + 1 : i;
        var entry = end > i ? Lexicon.Words.Find(text.Words(i, end)) : text[i].Entry;
        if (last != end || entry?.Is(WordKinds.Demonym) != true || text[end].IsPossessive || !text.IsBody(end + 1) || !text[end + 1].IsLowerWord)
        {
            return 0;
        }

        country = entry.Country;
        return end + 1;
    }

    private void AddContainer(List<PlaceName> names, (int First, int Last)? container)
    {
        if (container is var (first, last))
        {
            names.Add(new(first, last, last, PlaceRelation.Container, text[last].IsPossessive ? WordKinds.None : runs.TypeInside(first, last)));
        }
    }

    private bool LeadsToName(int i)
    {
        while (text.Has(i, WordKinds.Determiner) && text[i].IsLowerWord)
        {
            i++;
        }

        return text.IsBody(i) && runs.NameEnd(i) >= 0;
    }

    private WordKinds TypeOf(int i)
    {
        ref var token = ref text[i];
        foreach (var kind in (ReadOnlySpan<WordKinds>)[WordKinds.Settlement, WordKinds.RegionNoun, WordKinds.Quarter, WordKinds.Edge, WordKinds.Venue])
        {
            if (token.Is(kind))
            {
                return kind;
            }
        }

        return WordKinds.None;
    }
}
