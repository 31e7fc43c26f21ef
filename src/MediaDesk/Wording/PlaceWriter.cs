using System.Collections.Frozen;
using System.Globalization;

namespace MediaDesk.Wording;

/// <summary>Turns the place chosen into the fields of a photo: names as the caption writes them, greater levels from the gazetteer where that is sure.</summary>
internal sealed class PlaceWriter(CaptionText text, PlaceNames places)
{
    private const double FromGazetteer = 0.9;

    private static readonly FrozenSet<string> Small =
        new[] { "of", "the", "and", "de", "del", "la", "le", "les", "al", "el", "du", "des", "di", "da", "do", "sur", "en", "am", "an", "der" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public (ParsedPlace Place, List<ParsedSpan> Spans) Write(RatedPlace rated, string prefix = "")
    {
        var place = rated.Place;
        var spans = new List<ParsedSpan>();
        var (sublocation, city, region, country) = (Text(place, place.Sublocation, isWhole: true), Text(place, place.City), Region(place), Text(place, place.Country));
        Add("sublocation", sublocation, place.Sublocation, rated.Rule, rated.Confidence);
        Add("city", city, place.City, rated.Rule, rated.Confidence);
        Add("region", region, place.Region, rated.Rule, rated.Confidence);
        Add("country", country, place.Country, rated.Rule, rated.Confidence);
        var level = place.City >= 0 ? place.City : place.Sublocation >= 0 ? place.Sublocation : place.Region;
        if (place is { IsSure: true, Known: { } known } && level >= 0 && (place.CountryCode is null || place.CountryCode == known.CountryCode))
        {
            if (region is null && known.Region is not null && place.City >= 0 | place.Sublocation >= 0)
            {
                region = Bare(known.Region);
                Add("region", region, level, "gazetteer", rated.Confidence * FromGazetteer);
            }

            if (country is null && known.Country is not null)
            {
                country = known.Country;
                Add("country", country, level, "gazetteer", rated.Confidence * FromGazetteer);
            }
        }

        var code = country is null ? null : place.CountryCode ?? place.Known?.CountryCode;
        if (country is null && place.CountryCode is { } implied && place.IsSure && level >= 0 && MediaDesk.Places.Countries.Name(implied) is { } name)
        {
            (country, code) = (name, implied);
            Add("country", country, level, "gazetteer", rated.Confidence * FromGazetteer);
        }

        Add("countryCode", code, place.Country >= 0 ? place.Country : level, place.Country >= 0 ? rated.Rule : "gazetteer", rated.Confidence);
        return (new(sublocation, city, region, country, code), spans);

        void Add(string field, string? value, int name, string rule, double confidence)
        {
            if (value is not null && name >= 0)
            {
                var at = place.Group.Names[name];
                var (start, length) = field is "sublocation" ? text.Span(at.Lead >= 0 ? at.Lead : at.First, at.Last) : text.Span(at.First, at.NameLast);
                spans.Add(new(prefix + field, value, start, length, rule, Math.Round(confidence, 2)));
            }
        }
    }

    /// <summary>"Izmir Province", "State of Berlin": the name without the word.</summary>
    private static string Bare(string region)
    {
        foreach (var word in (ReadOnlySpan<string>)[" Province", " Governorate", " Oblast", " Region", " Prefecture", " County", " Department", " District", " State", " Canton", " Emirate", " Voivodeship"])
        {
            if (region.EndsWith(word, StringComparison.Ordinal))
            {
                return region[..^word.Length];
            }
        }

        foreach (var words in (ReadOnlySpan<string>)["State of ", "Province of ", "Region of ", "Canton of ", "Free and Hanseatic City of "])
        {
            if (region.StartsWith(words, StringComparison.Ordinal))
            {
                return region[words.Length..];
            }
        }

        return region;
    }

    private string? Region(ResolvedPlace place)
    {
        if (place.Region < 0)
        {
            return null;
        }

        var name = place.Group.Names[place.Region];
        if (places.Of(name.First, name.NameLast).State is { } state && name.Type is not WordKinds.RegionNoun)
        {
            return state.Name;
        }

        // "Hebei Province": the name without the word.
        var last = name.NameLast > name.First && text.Has(name.NameLast, WordKinds.RegionNoun) ? name.NameLast - 1 : name.NameLast;
        return Written(name.First, last);
    }

    private string? Text(ResolvedPlace place, int index, bool isWhole = false)
    {
        if (index < 0)
        {
            return null;
        }

        var name = place.Group.Names[index];
        var isArticled = name.NameLast - name.First > 1 && text[name.First].IsName && text.Words(name.First, name.First) is "the";
        // "the Brooklyn borough": a word that says no more than the name; "Bab al-Hadeed district" is how it is called.
        var last = name.Type is WordKinds.Quarter && name.Last > name.NameLast && text.Words(name.Last, name.Last) is "borough" or "area" or "neighborhood" or "neighbourhood" ? name.NameLast : name.Last;
        return isWhole ? Written(name.Lead >= 0 ? name.Lead : isArticled ? name.First + 1 : name.First, last)
            : Written(name.First < name.NameLast && index == place.Country && text.Words(name.First, name.First) is "the" ? name.First + 1 : name.First, name.NameLast);
    }

    /// <summary>As the caption writes it; capitals throughout become normal case.</summary>
    private string Written(int first, int last)
    {
        var (start, length) = text.Span(first, last);
        var written = text.Text.Substring(start, length);
        for (var i = first; i <= last; i++)
        {
            if (text[i].Kind is TokenKind.Word && text[i].Case is not LetterCase.AllCapitals && !text[i].IsLowerWord)
            {
                return written;
            }
        }

        if (text[first].Case is not LetterCase.AllCapitals || length <= 3 || written.Contains('.', StringComparison.Ordinal))
        {
            return written;
        }

        var words = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(written.ToLowerInvariant()).Split(' ');
        return string.Join(' ', words.Select((word, index) => index > 0 && Small.Contains(word) ? word.ToLowerInvariant() : word));
    }
}
