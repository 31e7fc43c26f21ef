namespace MediaDesk.Wording;

/// <summary>
/// Names as captions write them: words with capitals and the small words between them (<c>Bab al-Hawa</c>, <c>St. John's</c>, <c>Church of the
/// Nativity</c>, <c>780 3rd Avenue</c>), never over a comma, never into a date.
/// </summary>
internal sealed class NameRuns(CaptionText text, PhraseEnds ends, PlaceNames places)
{
    private const int LongestRun = 9;
    private const int WordsBeforeNoun = 2;

    /// <summary>The last token of the name that begins with a token; -1 where none does.</summary>
    public int NameEnd(int i)
    {
        if (!text.IsBody(i) || ends.DateAt(i) >= 0)
        {
            return -1;
        }

        if (text[i].Kind is TokenKind.Number || text[i].Number >= 0)
        {
            return NumberedEnd(i);
        }

        var last = i;
        if (!text[i].IsName)
        {
            // el Fasher, al Bab.
            var isArticle = text[i].IsLowerWord && text.Words(i, i) is "al" or "el" or "as" or "ash" or "ad" or "an" or "la" or "le" or "les" or "los" or "las" or "l" or "den"
                && IsNameWord(i + 1) && !text[i].Is(WordKinds.Anchor) && (text.Words(i, i) is "al" or "el" or "as" or "ash" or "ad") && !text.Has(i + 1, WordKinds.Venue) && places.IsKnown(i, i + 1);
            if (!isArticle)
            {
                return -1;
            }

            last = i + 1;
        }

        while (last - i < LongestRun && Next(i, last) is > 0 and var next)
        {
            last = next;
        }

        return last;
    }

    /// <summary>A noun that belongs to a name: "Idlib province", "Amstor shopping mall"; 0 where none follows.</summary>
    public int NounBehind(int last)
    {
        const WordKinds small = WordKinds.Anchor | WordKinds.Near | WordKinds.Origin | WordKinds.Aside | WordKinds.Determiner | WordKinds.Connector;
        for (var i = last + 1; i <= last + 1 + WordsBeforeNoun && text.IsBody(i) && text[i].IsLowerWord; i++)
        {
            if (text.Has(i, WordKinds.Venue | WordKinds.Quarter) || (i == last + 1 && text.Has(i, WordKinds.RegionNoun | WordKinds.Settlement)))
            {
                return i;
            }

            if (text.Has(i, small) || text[i].IsPossessive)
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>What a noun within a name says: "Hebei Province", "Copps Coliseum", "Estadio Carlos Belmonte".</summary>
    public WordKinds TypeInside(int first, int last)
    {
        if (text.Has(last, WordKinds.RegionNoun) && last > first)
        {
            return WordKinds.RegionNoun;
        }

        if (text.Has(last, WordKinds.Quarter) && last > first)
        {
            return WordKinds.Quarter;
        }

        if (last > first && text.Words(first, last) is "old city" or "old town" or "walled city" or "new town" or "inner city" or "green zone" or "chinatown" or "city centre" or "city center" or "old quarter" or "medina" or "french quarter")
        {
            return WordKinds.Quarter;
        }

        if (first == last)
        {
            // Halle and Bath are towns; Parliament is none.
            return text.Has(first, WordKinds.Event) ? WordKinds.Event : text.Has(first, WordKinds.Venue) && places.Of(first, last).Cities.Count == 0 ? WordKinds.Venue : WordKinds.None;
        }

        if (text.Has(last, WordKinds.Venue))
        {
            return WordKinds.Venue;
        }

        for (var i = first; i <= last; i++)
        {
            if (text.Has(i, WordKinds.Event))
            {
                return WordKinds.Event;
            }
        }

        for (var i = first; i < last; i++)
        {
            // "the Canary Island of La Palma".
            if (text.Words(i, i) is "island" && text[i + 1].IsLowerWord && text.Words(i + 1, i + 1) is "of")
            {
                return WordKinds.RegionNoun;
            }
        }

        for (var i = first; i <= last; i++)
        {
            if (text.Has(i, WordKinds.Venue) && text[i].IsName)
            {
                return WordKinds.Venue;
            }
        }

        return text[first].Number >= 0 ? WordKinds.Venue : WordKinds.None;
    }

    /// <summary>A venue that ends directly before a token: "the Brooklyn Bridge in …", "the Amstor mall in …".</summary>
    public (int First, int Last)? VenueBefore(int i)
    {
        var last = i - 1;
        if (text.IsMark(last, ','))
        {
            last--;
        }

        if (!text.IsBody(last) || text[last].Sentence != text[i].Sentence || !text.Has(last, WordKinds.Venue))
        {
            return null;
        }

        // Behind the capitals there may be nouns in small letters.
        var capital = last;
        while (capital > 0 && last - capital <= WordsBeforeNoun && text[capital].IsLowerWord && text.IsBody(capital))
        {
            capital--;
        }

        if (!text.IsBody(capital) || !text[capital].IsName || text[capital].IsPossessive || text[capital].Is(WordKinds.Opener | WordKinds.Determiner | WordKinds.Demonym))
        {
            return null;
        }

        var first = capital;
        while (first > 0 && capital - first < LongestRun && IsNameWord(first - 1) && NameEnd(first - 1) >= capital)
        {
            first--;
        }

        return NameEnd(first) >= capital ? (first, last) : null;
    }

    /// <summary>The first token of the name that ends with a token; -1 where none does.</summary>
    public int NameBefore(int last)
    {
        if (!IsNameWord(last) || text[last].IsPossessive)
        {
            return -1;
        }

        var first = last;
        while (first > 0 && last - first < LongestRun && (IsNameWord(first - 1) || (text.Has(first - 1, WordKinds.Connector) && text[first - 1].IsLowerWord && !text.Has(first - 1, WordKinds.Anchor | WordKinds.Origin) && first > 1 && IsNameWord(first - 2))))
        {
            first--;
        }

        while (first < last && !(IsNameWord(first) && NameEnd(first) == last))
        {
            first++;
        }

        return first;
    }

    /// <summary>Whether a name behind a comma is a greater place around the names before it, and not somebody's name.</summary>
    public bool IsGreaterPlace(List<PlaceName> names, int index)
    {
        var name = names[index];
        return name.Type is WordKinds.RegionNoun or WordKinds.Quarter or WordKinds.Settlement || name.Relation is PlaceRelation.Relative
            || places.IsKnown(name.First, name.NameLast);
    }

    public bool IsKnownCity(int first, int last) => places.Of(first, last) is { CountryCode: null, Cities.Count: > 0 };

    /// <summary>Whether a name is that of a place, or has a noun with it that says so.</summary>
    public bool IsPlace(in PlaceName name) => name.Type is not WordKinds.None || places.IsKnown(name.First, name.NameLast);

    /// <summary>Whether two names are spellings of one city.</summary>
    public bool AreOne(in PlaceName name, int first, int last)
    {
        var other = places.Of(first, last);
        return places.Of(name.First, name.NameLast).Cities is [var city, ..] && other.Cities.Exists(one => one.Id == city.Id);
    }

    /// <summary>"Castelnaudary (Aude)": a department or county in which the town lies.</summary>
    public bool IsDistrictOf(in PlaceName district, in PlaceName town)
    {
        var (greater, smaller) = (places.Of(district.First, district.NameLast), places.Of(town.First, town.NameLast));
        return greater.Districts.Exists(one => smaller.Cities.Exists(city => city.CountryCode == one.CountryCode && city.District == one.Name))
            || (greater.Districts.Count > 0 && smaller.Cities.Count == 0);
    }

    public bool IsRegionOrCountry(in PlaceName name) => places.Of(name.First, name.NameLast) is { } known && (known.CountryCode is not null || known.IsRegion);

    /// <summary>Whether names added to a group are another city than one that it has already.</summary>
    public bool AreApart(List<PlaceName> names, int added)
    {
        var isCity = IsPlainCity(names[added]);
        var greater = places.Of(names[added].First, names[added].NameLast);
        for (var i = 0; isCity && i < added; i++)
        {
            if (IsPlainCity(names[i]) && names[i].Relation is PlaceRelation.In or PlaceRelation.Near)
            {
                var smaller = places.Of(names[i].First, names[i].NameLast);
                return !greater.Regions.Exists(region => smaller.Cities.Exists(city => city.CountryCode == region.CountryCode && city.Region == region.Region))
                    && !greater.Districts.Exists(district => smaller.Cities.Exists(city => city.CountryCode == district.CountryCode && city.District == district.Name));
            }
        }

        return false;

        bool IsPlainCity(in PlaceName name) => name.Type is WordKinds.None or WordKinds.Settlement && !name.IsDirected && places.Of(name.First, name.NameLast) is { CountryCode: null, Cities.Count: > 0 };
    }

    private bool IsNameWord(int i) => text.IsBody(i) && text[i].IsName && ends.DateAt(i) < 0;

    /// <summary>780 3rd Avenue, 10 Downing Street: a number leads to a street.</summary>
    private int NumberedEnd(int i)
    {
        const int longest = 5;
        var street = -1;
        for (var last = i + 1; last <= i + longest && text.IsBody(last) && text[last].Kind is TokenKind.Word; last++)
        {
            if (text.Has(last, WordKinds.Venue))
            {
                street = last;
            }
            else if (!text[last].IsName && text[last].Number < 0)
            {
                break;
            }
        }

        return street;
    }

    /// <summary>Where the name goes on behind <paramref name="last"/>; 0 where it ends.</summary>
    private int Next(int first, int last)
    {
        var next = last + 1;
        if (!text.IsBody(next) || text[next].Kind is TokenKind.Break)
        {
            return 0;
        }

        if (text[last].IsPossessive && !(IsNameWord(next) && (text.Words(first, first) is "st" or "saint" or "ste" || !places.Of(first, last).IsGreat)))
        {
            return 0;
        }

        if (text.IsMark(next, '.'))
        {
            var isShort = text.IsJoined(next) && text[last].Length <= 3 && (text[last].Length == 1 || text.Words(last, last) is "st" or "ste" or "mt" or "ft" or "dr");
            return isShort && IsNameWord(next + 1) ? next + 1 : 0;
        }

        if (text[next].Kind is TokenKind.Number)
        {
            return text.Has(last, WordKinds.Venue) && ends.DateAt(next) < 0 && text[next].Length < 4 ? next : 0;
        }

        if (text[next].Kind is not TokenKind.Word)
        {
            return 0;
        }

        if (IsNameWord(next))
        {
            return next;
        }

        if (text.Words(next, next) is "and" or "et" or "und" or "y")
        {
            // Bosnia and Herzegovina, Tyne and Wear.
            return IsNameWord(next + 1) && places.IsKnown(first, next + 1) ? next + 1 : 0;
        }

        if (!text[next].IsLowerWord || !text.Has(next, WordKinds.Connector) || text.Has(next, WordKinds.Aside))
        {
            return 0;
        }

        var word = text.Words(next, next);
        var behind = next + 1;
        if (word is "of" or "for")
        {
            if (!text.Has(last, WordKinds.Venue | WordKinds.RegionNoun) && text.Words(last, last) is not ("republic" or "kingdom" or "isle" or "gulf" or "bay" or "university"))
            {
                return 0;
            }

            behind = text.IsBody(behind) && text[behind].IsLowerWord && text.Words(behind, behind) is "the" ? behind + 1 : behind;
        }
        else if (text.Has(next, WordKinds.Anchor | WordKinds.Origin) && !(word is "de" or "du" or "des" or "d" or "del" or "la" or "von") && !places.IsKnown(first, Math.Min(behind, text.Count - 1)))
        {
            return 0;
        }
        else if (word is "the" || (text.Has(next, WordKinds.Origin) && !text.Has(first, WordKinds.Venue) && !places.IsKnown(first, Math.Min(behind, text.Count - 1))))
        {
            return 0;
        }

        if (word is "den" or "der" or "dem" && !places.IsKnown(first, Math.Min(behind, text.Count - 1)))
        {
            // "in Berlin den Weihnachtsmarkt": an article.
            return 0;
        }

        // "de la", "de l'".
        if (text.IsBody(behind) && text[behind].IsLowerWord && text.Has(behind, WordKinds.Connector) && IsNameWord(behind + 1))
        {
            behind++;
        }

        return IsNameWord(behind) ? behind : 0;
    }
}
