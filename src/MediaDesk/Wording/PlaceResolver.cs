using MediaDesk.Places;

namespace MediaDesk.Wording;

/// <summary>
/// Says which name of a place phrase is the country, the region, the city and the sublocation. The greater names decide what
/// the smaller ones mean: Paris in Texas, Tripoli in Lebanon, Georgia behind Atlanta.
/// </summary>
internal sealed class PlaceResolver(PlaceNames places, Func<IReadOnlySet<string>> countriesNearby)
{
    /// <summary>A city without a greater name beside it: below this many people it is too likely some other word.</summary>
    private const int TownOfItsOwn = 15_000;

    /// <summary>A city that is also the name of its region or of a state abroad.</summary>
    private const int CityBeforeRegion = 20_000;
    private const int CityBeforeState = 400_000;

    /// <summary>"northern Idlib" is the province, "eastern Aleppo" the city.</summary>
    private const int CityBeforeDirectedRegion = 300_000;

    /// <summary>How much greater the likeliest of one name must be than the next.</summary>
    private const int Dominance = 4;

    /// <summary>Two cities of a phrase this near to each other are a quarter and its city.</summary>
    private const double QuarterWithinKilometres = 30;

    public ResolvedPlace? Resolve(PlaceGroup group)
    {
        var names = group.Names;
        var known = new KnownName[names.Count];
        for (var i = 0; i < known.Length; i++)
        {
            known[i] = places.Of(names[i].First, names[i].NameLast);
        }

        KnownName.TakeTownsForCountries(names, known);
        var place = new ResolvedPlace(group);
        FindCountry(place, names, known);
        TakeTownsForTowns(place, names, known);
        FindRegion(place, names, known);
        FindCityAndSublocation(place, names, known);
        if (place.IsEmpty)
        {
            return null;
        }

        Identify(place, names, known);
        return place;
    }

    private static bool IsGreater(in PlaceName name) =>
        name.Relation is PlaceRelation.Within or PlaceRelation.Container or PlaceRelation.In;

    private static bool IsPlain(in PlaceName name) => name.Type is WordKinds.None or WordKinds.Settlement;

    /// <summary>Long Beach, Winter Park and College Station are towns where no town stands behind them: "at Villa Park in Birmingham".</summary>
    private static void TakeTownsForTowns(ResolvedPlace place, List<PlaceName> names, KnownName[] known)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is { Type: WordKinds.Venue, Lead: < 0 } name && name.Last == name.NameLast && CityAt(place, known[i]) is { } town && !HasCityBehind(place, names, known, i) && (place.CountryCode is not null || names.Count > 1 || town.Population >= TownOfItsOwn))
            {
                names[i] = name with { Type = WordKinds.None };
            }
        }
    }

    private void FindCountry(ResolvedPlace place, List<PlaceName> names, KnownName[] known)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            if (known[i].CountryCode is not { } code || !IsPlain(names[i]) || names[i].Relation is PlaceRelation.Modifier)
            {
                continue;
            }

            // Near a country, or beside it, is outside it; off its coast is it.
            if (names[i].Relation is PlaceRelation.Relative || (names[i].Relation is PlaceRelation.Near && names.FindIndex(name => name.Type is not WordKinds.Venue) < i))
            {
                continue;
            }

            // Georgia: a state where something before it lies in that state.
            if (known[i].State is { } state && IsInState(names, known, i, state))
            {
                continue;
            }

            (place.Country, place.CountryCode) = (i, code);
            return;
        }
    }

    private bool IsInState(List<PlaceName> names, KnownName[] known, int index, RegionSpelling state)
    {
        for (var i = 0; i < index; i++)
        {
            if (known[i].Cities.Exists(city => city.CountryCode == state.CountryCode && city.Region == state.Name))
            {
                return true;
            }
        }

        return index == 0 && names[index].Relation is PlaceRelation.In && countriesNearby().Contains(state.CountryCode);
    }

    private static void FindRegion(ResolvedPlace place, List<PlaceName> names, KnownName[] known)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            if (i == place.Country || names[i].Relation is PlaceRelation.Near or PlaceRelation.Relative or PlaceRelation.Modifier)
            {
                continue;
            }

            var isTyped = names[i].Type is WordKinds.RegionNoun || (names[i].Type is WordKinds.Quarter && known[i].Regions.Count + known[i].Districts.Count > 0 && (names.Count == 1 || i > 0));
            if (isTyped || (IsPlain(names[i]) && names[i].Type is WordKinds.None && (known[i].IsRegion || IsDistrictOfTown(names, known, i) || (i > 0 && place.CountryCode is { } code && known[i].Cities.Count == 0 && known[i].Districts.Exists(district => district.CountryCode == code))) && IsRegionHere(place, names, known, i)))
            {
                place.Region = i;
                place.CountryCode ??= known[i].State?.CountryCode ?? Only(known[i].Regions);
                return;
            }
        }

        static string? Only(List<Place> regions) =>
            regions.Count > 0 && regions.TrueForAll(region => region.CountryCode == regions[0].CountryCode) ? regions[0].CountryCode : null;
    }

    /// <summary>"Blendecques, dans le Pas-de-Calais", "Seaham, County Durham": a department or county around a town that lies in it.</summary>
    private static bool IsDistrictOfTown(List<PlaceName> names, KnownName[] known, int i) =>
        i > 0 && names[i].Relation is PlaceRelation.Within or PlaceRelation.In && known[i].Districts.Count > 0
        && Array.Exists(known[..i], town => town.Cities.Exists(city => known[i].Districts.Exists(district => district.CountryCode == city.CountryCode && district.Name == city.District)));

    /// <summary>A name that may be a region is one behind a smaller place, or where no city of its size bears it.</summary>
    private static bool IsRegionHere(ResolvedPlace place, List<PlaceName> names, KnownName[] known, int i)
    {
        var state = known[i].State;
        var country = place.CountryCode;
        if (country is not null && state?.CountryCode != country && !known[i].Regions.Exists(region => region.CountryCode == country) && !known[i].Districts.Exists(district => district.CountryCode == country))
        {
            return false;
        }

        // "Uri, north of Srinagar": the town in the country of what it is beside, not a canton elsewhere.
        if (i + 1 < names.Count && names[i + 1].Relation is PlaceRelation.Near or PlaceRelation.Relative && known[i + 1].Cities is [var beside, ..] && known[i].Cities.Exists(city => city.CountryCode == beside.CountryCode))
        {
            return false;
        }

        var smaller = -1;
        for (var j = 0; j < names.Count && smaller < 0; j++)
        {
            smaller = j != i && j < i && IsPlain(names[j]) && names[j].Relation is not PlaceRelation.Relative && known[j].CountryCode is null ? j : -1;
        }

        var largest = known[i].Cities.Find(city => country is null || city.CountryCode == country)?.Population ?? 0;
        if (smaller < 0)
        {
            return state is not null && !state.NeedsCapitals && !state.NeedsStop ? largest < CityBeforeState : largest < (names[i].IsDirected ? CityBeforeDirectedRegion : CityBeforeRegion);
        }

        // "in Kreuzberg, Berlin": Berlin is a state of Germany, and the city is meant unless the smaller one is a town of the state.
        var isTownOfIt = known[smaller].Cities.Exists(city => state is not null
            ? city.CountryCode == state.CountryCode && city.Region == state.Name
            : known[i].Regions.Exists(region => region.CountryCode == city.CountryCode && region.Region == city.Region)
                || known[i].Districts.Exists(district => district.CountryCode == city.CountryCode && district.Name == city.District));
        return state is not null || isTownOfIt || largest < CityBeforeState;
    }

    private void FindCityAndSublocation(ResolvedPlace place, List<PlaceName> names, KnownName[] known)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (i == place.Country || i == place.Region || names[i].Type is WordKinds.Event)
            {
                continue;
            }

            if (names[i].Relation is PlaceRelation.Near or PlaceRelation.Relative or PlaceRelation.Edge && names[i].Type is not WordKinds.Venue)
            {
                continue;
            }

            var isCity = CityAt(place, known[i]) is not null;
            if (names[i].Type is WordKinds.Venue or WordKinds.Quarter)
            {
                place.Sublocation = place.Sublocation < 0 ? i : place.Sublocation;
            }
            else if (!isCity && known[i].Sites.Count > 0 && place.Sublocation < 0)
            {
                place.Sublocation = i;
            }
            else if (IsCity(place, names, known, i))
            {
                if (place.City < 0)
                {
                    place.City = i;
                    // "the port of Cadiz": the port, and the city.
                    place.Sublocation = place.Sublocation < 0 && names[i].Lead >= 0 ? i : place.Sublocation;
                }
                else if (IsQuarterOf(place, names, known, place.City, i) || (names[i].Relation is PlaceRelation.In && names[place.City].Type is not WordKinds.Settlement && !places.ArePartedByComma(names[i - 1], names[i])))
                {
                    place.Sublocation = place.Sublocation < 0 ? place.City : place.Sublocation;
                    place.City = i;
                }
            }
            else if (names[i].Relation is PlaceRelation.At or PlaceRelation.In && HasCityBehind(place, names, known, i) && known[i].CountryCode is null)
            {
                place.Sublocation = place.Sublocation < 0 ? i : place.Sublocation;
            }
        }

        // "near X", "on the outskirts of X", "south of X": X where nothing nearer is named.
        for (var i = 0; i < names.Count && place.City < 0; i++)
        {
            if (i != place.Country && i != place.Region && names[i].Relation is PlaceRelation.Near or PlaceRelation.Edge or PlaceRelation.Relative
                && names[i].Type is not (WordKinds.Event or WordKinds.RegionNoun) && known[i].CountryCode is null)
            {
                if (names[i].Type is WordKinds.Venue or WordKinds.Quarter)
                {
                    place.Sublocation = place.Sublocation < 0 ? i : place.Sublocation;
                }
                else if (IsCity(place, names, known, i))
                {
                    place.City = i;
                }
            }
        }

        // "Berlin airport", "church of X": the city that is part of the name.
        if (place.City < 0 && place.Sublocation >= 0 && names[place.Sublocation] is { Type: WordKinds.Venue } venue && (venue.Last > venue.NameLast || venue.Lead >= 0)
            && CityAt(place, known[place.Sublocation]) is { Population: >= CityBeforeRegion })
        {
            place.City = place.Sublocation;
        }

        if (place.City < 0 && place.Sublocation >= 0 && places.CityInside(names[place.Sublocation], place.CountryCode) is { } inside)
        {
            place.City = place.Adopt(inside);
        }

        if (place is { City: < 0, Sublocation: >= 0, CountryCode: null, Region: < 0 } && names[place.Sublocation].Last == names[place.Sublocation].NameLast && places.TownOfVenue(names[place.Sublocation]) is { } ofVenue)
        {
            place.City = place.Adopt(ofVenue);
        }

        // "at the Cannes Film Festival": where nothing else is named.
        for (var i = 0; i < names.Count && place is { City: < 0, Sublocation: < 0, Region: < 0, Country: < 0 }; i++)
        {
            if (names[i].Type is WordKinds.Event && places.TownOfEvent(names[i]) is { } town)
            {
                place.City = place.Adopt(town);
            }
        }

        // Singapore, Monaco, Luxembourg: a country that is a city.
        if (place.City < 0 && place.Country >= 0 && place.CountryCode is { } code && (Lexicon.Words.CityStates.Contains(code) || places.IsCalledCity(names[place.Country])) && names[place.Country].Relation is not PlaceRelation.Container)
        {
            place.City = place.Country;
            place.Country = -1;
        }
    }

    private static bool HasCityBehind(ResolvedPlace place, List<PlaceName> names, KnownName[] known, int index)
    {
        for (var i = index + 1; i < names.Count; i++)
        {
            if (i != place.Country && i != place.Region && IsPlain(names[i]) && known[i].CountryCode is null && names[i].Relation is not (PlaceRelation.Near or PlaceRelation.Relative or PlaceRelation.Edge)
                && (CityAt(place, known[i]) is not null || names[i].Relation is PlaceRelation.In) && !(known[i].State is not null && i == names.Count - 1 && names[i].Relation is PlaceRelation.Within))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name is a city: known as one where the phrase says, or said to be one by a noun or by the greater places behind it.</summary>
    private static bool IsCity(ResolvedPlace place, List<PlaceName> names, KnownName[] known, int i)
    {
        var name = names[i];
        if (IsPlain(name) && known[i].CountryCode is { } state && i != place.Country && Lexicon.Words.CityStates.Contains(state))
        {
            // Hong Kong, China.
            return true;
        }

        if (!IsPlain(name) || known[i].CountryCode is not null)
        {
            return false;
        }

        if (CityAt(place, known[i]) is { } city)
        {
            var isPlaced = place.CountryCode is not null || name.Type is WordKinds.Settlement || name.Country is not null || names.Count > 1;
            return isPlaced || city.Population >= TownOfItsOwn || place.Group.Dates.Count > 0;
        }

        if (name.Relation is PlaceRelation.Within or PlaceRelation.Container or PlaceRelation.Modifier)
        {
            return false;
        }

        var isBetterSublocation = name.Relation is PlaceRelation.At || HasCityBehind(place, names, known, i);
        var isBesideKnown = i + 1 < names.Count && names[i + 1].Relation is PlaceRelation.Near or PlaceRelation.Relative or PlaceRelation.Edge && known[i + 1].IsKnown;
        isBetterSublocation &= !(name.Relation is PlaceRelation.At && PlaceNames.IsOneWord(name) && !HasCityBehind(place, names, known, i));
        return name.Type is WordKinds.Settlement || (!isBetterSublocation && (place.Country > i || place.Region > i || isBesideKnown));
    }

    private static Place? CityAt(ResolvedPlace place, KnownName known) =>
        place.CountryCode is { } code ? known.Cities.Find(city => city.CountryCode == code) : known.Cities.Count > 0 ? known.Cities[0] : null;

    /// <summary>"in Kreuzberg, Berlin", "in Montmartre, Paris": the first is a part of the second.</summary>
    private static bool IsQuarterOf(ResolvedPlace place, List<PlaceName> names, KnownName[] known, int small, int great)
    {
        if (names[small].Type is WordKinds.Settlement || names[great].Relation is PlaceRelation.Near or PlaceRelation.Relative || CityAt(place, known[great]) is not { } city)
        {
            return false;
        }

        if (CityAt(place, known[small]) is not { } part)
        {
            return true;
        }

        return part.CountryCode == city.CountryCode && part.Population * 3 < city.Population && city.Latitude is { } latitude && city.Longitude is { } longitude
            && Gazetteer.Distance(part, latitude, longitude) is { DistanceKm: < QuarterWithinKilometres };
    }

    /// <summary>Which place of the gazetteer is meant, and whether that is sure.</summary>
    private void Identify(ResolvedPlace place, List<PlaceName> names, KnownName[] known)
    {
        var region = place.Region >= 0 ? known[place.Region] : null;
        if (place.City >= 0)
        {
            var cities = places.Of(names[place.City].First, names[place.City].NameLast).Cities;
            var demonym = names[place.City].Country;
            var fitting = cities.FindAll(city => (place.CountryCode is null || city.CountryCode == place.CountryCode) && IsIn(city, region));
            if (fitting.Count == 0 && region is not null)
            {
                fitting = cities.FindAll(city => place.CountryCode is not null && city.CountryCode == place.CountryCode);
            }

            if (demonym is not null && fitting.Exists(city => city.CountryCode == demonym))
            {
                fitting.RemoveAll(city => city.CountryCode != demonym);
            }

            place.IsCityKnown = fitting.Count > 0;
            if (fitting.Count == 0)
            {
                place.Known = region?.Regions.Find(one => one.CountryCode == place.CountryCode);
                place.IsSure = place.CountryCode is not null;
                return;
            }

            // What it is near to or south of tells the country too.
            if (demonym is null && place.CountryCode is null && names.FindIndex(name => name.Relation is PlaceRelation.Near or PlaceRelation.Relative) is >= 0 and var near && near != place.City
                && known[near].Cities is [var beside, ..] && fitting.Exists(city => city.CountryCode == beside.CountryCode))
            {
                demonym = beside.CountryCode;
                fitting.RemoveAll(city => city.CountryCode != demonym);
            }

            var isPlaced = place.Country >= 0 || region is not null || demonym is not null;
            place.IsSure = fitting.Count == 1 || fitting[0].Population >= Dominance * fitting[1].Population || (isPlaced && fitting[0].CountryCode == fitting[1].CountryCode);
            if (!place.IsSure && fitting.FindAll(city => city.CountryCode is not null && countriesNearby().Contains(city.CountryCode)) is { Count: > 0 } nearby)
            {
                (fitting, place.IsSure) = (nearby, true);
            }

            place.Known = fitting[0];
            place.CountryCode ??= place.IsSure ? fitting[0].CountryCode : null;
            return;
        }

        var site = place.Sublocation >= 0 ? known[place.Sublocation].Sites : null;
        if (site is { Count: > 0 })
        {
            place.Known = site.Find(one => place.CountryCode is null || one.CountryCode == place.CountryCode);
            place.IsSure = place.Known is not null;
        }
        else if (region is not null)
        {
            place.Known = region.Regions.Find(one => place.CountryCode is null || one.CountryCode == place.CountryCode);
            place.IsSure = place.CountryCode is not null;
        }
        else
        {
            place.IsSure = place.Country >= 0;
        }
    }

    private static bool IsIn(Place city, KnownName? region) =>
        region is null
        || (region.State is { } state && state.CountryCode == city.CountryCode && (state.Name == city.Region || state.Name is "D.C."))
        || region.Regions.Exists(one => one.CountryCode == city.CountryCode && one.Region == city.Region)
        || region.Districts.Exists(one => one.CountryCode == city.CountryCode && one.Name == city.District);
}
