using MediaDesk.Language;
using MediaDesk.Places;

namespace MediaDesk.Wording;

/// <summary>What the gazetteer and the lists know of the names of one caption; each is looked up once.</summary>
internal sealed class PlaceNames(CaptionText text, Gazetteer gazetteer)
{
    /// <summary>More places of one name than this are not looked at: the likely ones come first.</summary>
    private const int MostOfOneName = 24;

    /// <summary>A city that its name alone is enough for.</summary>
    private const int GreatCity = 100_000;

    private readonly Dictionary<(int First, int Last), KnownName> known = [];

    public bool IsKnown(int first, int last) => Of(first, last).IsKnown;

    public KnownName Of(int first, int last)
    {
        if (!known.TryGetValue((first, last), out var name))
        {
            known[(first, last)] = name = LookUp(first, last);
        }

        return name;
    }

    /// <summary>Whether a comma stands between two names.</summary>
    public bool ArePartedByComma(in PlaceName one, in PlaceName other)
    {
        for (var i = one.Last + 1; i < other.First; i++)
        {
            if (text.IsMark(i, ','))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name is one word, as most villages are.</summary>
    public static bool IsOneWord(in PlaceName name) => name.First == name.NameLast;

    /// <summary>"Vatican City", "Kuwait City": a country's name that says it is a city.</summary>
    public bool IsCalledCity(in PlaceName name) => text.Words(name.First, name.NameLast).EndsWith(" city", StringComparison.Ordinal);

    /// <summary>"Cannes Film Festival", "Berlin Fashion Week", "Boston Marathon": the city at the beginning of an event that is called after where it is.</summary>
    public PlaceName? TownOfEvent(in PlaceName name)
    {
        var last = name.NameLast;
        var words = last > name.First ? text.Words(last - 1, last) : "";
        var ofTown = words is "film festival" or "fashion week" or "motor show" or "auto show" or "book fair" or "air show" or "jazz festival" ? last - 2 : text.Words(last, last) is "marathon" or "carnival" ? last - 1 : -1;
        while (ofTown > name.First && text.Words(ofTown, ofTown) is "international" or "city" or "men s" or "women s" or "couture" or "menswear")
        {
            ofTown--;
        }

        return ofTown >= name.First && Of(name.First, ofTown) is { CountryCode: null, Cities: [{ Population: > GreatCity / 2 }, ..] } ? name with { NameLast = ofTown, Last = ofTown } : null;
    }

    /// <summary>"London Airport", "Cologne Cathedral": the great city in front of the noun; null where there is none.</summary>
    public PlaceName? TownOfVenue(in PlaceName name)
    {
        var last = name.NameLast - 1;
        if (last < name.First || text.Words(name.NameLast, name.NameLast) is not ("airport" or "zoo" or "cathedral" or "docks" or "harbour" or "harbor"))
        {
            return null;
        }

        last -= last > name.First && text.Words(last, last) is "international" ? 1 : 0;
        return Of(name.First, last) is { CountryCode: null, State: null, Cities: [{ Population: > GreatCity }, ..] } ? name with { NameLast = last, Last = last, Type = WordKinds.None } : null;
    }

    /// <summary>"Port of Nogales", "stade Vélodrome de Marseille": the known city behind the "of", a great one where the country is not told; null where there is none.</summary>
    public PlaceName? CityInside(in PlaceName name, string? countryCode)
    {
        for (var i = name.First + 1; i < name.NameLast; i++)
        {
            if (text[i].IsLowerWord && text.Words(i, i) is "of" or "de" or "du" or "di" && text.Words(i - 1, i - 1) is not ("gulf" or "bay" or "sea" or "strait" or "lake" or "golfe" or "baie" or "mer")
                && (countryCode is null ? Of(i + 1, name.NameLast) is { CountryCode: null, State: null, Cities: [{ Population: > GreatCity }, ..] } : Of(i + 1, name.NameLast).Cities.Exists(city => city.CountryCode == countryCode)))
            {
                return name with { First = i + 1, Last = name.NameLast, Type = WordKinds.None };
            }
        }

        return null;
    }

    private KnownName LookUp(int first, int last)
    {
        var words = text.Words(first, last);
        var name = new KnownName();
        if (Lexicon.Words.TryRegion(words, out var region) && IsSpelledSo(first, last, region))
        {
            name.State = region;
        }

        Add(name, words);
        if (!name.IsKnown && words.StartsWith("the ", StringComparison.Ordinal))
        {
            Add(name, words[4..]);
        }
        else if (!name.IsKnown && words.EndsWith(" city", StringComparison.Ordinal))
        {
            Add(name, words[..^5]);
        }

        name.CountryCode ??= Lexicon.Words.Country(words);
        return name;
    }

    private void Add(KnownName name, ReadOnlySpan<char> words)
    {
        if (words is "asia" or "europe" or "africa" or "america" or "north america" or "south america" or "oceania")
        {
            return;
        }

        var places = gazetteer.Find(words);
        for (var i = 0; i < places.Count && i < MostOfOneName; i++)
        {
            var place = places[i];
            switch (place.Kind)
            {
                case PlaceKind.Country:
                    // Two letters are a code, and captions name countries.
                    name.CountryCode ??= IsCity(places, words, place) ? null : words.Length > 3 || words is "usa" or "us" or "u s" or "uk" or "u k" or "uae" ? place.CountryCode : null;
                    break;
                case PlaceKind.Region:
                    name.Regions.Add(place);
                    break;
                case PlaceKind.City:
                    name.Cities.Add(place);
                    break;
                case PlaceKind.Site:
                    name.Sites.Add(place);
                    break;
                case PlaceKind.District:
                    name.Districts.Add(place);
                    break;
            }
        }
    }

    /// <summary>Tunis: the great city of a country that other languages than those of the desk call so.</summary>
    private static bool IsCity(IReadOnlyList<Place> places, ReadOnlySpan<char> words, Place country)
    {
        foreach (var place in places)
        {
            if (place.Kind is PlaceKind.City && place.CountryCode == country.CountryCode && place.Population > GreatCity && words.SequenceEqual(TextNormaliser.Normalise(place.Name)) && !words.SequenceEqual(TextNormaliser.Normalise(country.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSpelledSo(int first, int last, RegionSpelling region)
    {
        if (region.NeedsCapitals)
        {
            return text[first].Case is LetterCase.AllCapitals || (first == last && text[first].Case is LetterCase.Capital && text[first].Length > 2 && text[first].End > 0 && text.Text[text[first].End - 1] == '.');
        }

        return !region.NeedsStop || text.IsMark(last + 1, '.') || text.Text[text[last].End - 1] == '.' || text[first].Case is LetterCase.AllCapitals;
    }
}
