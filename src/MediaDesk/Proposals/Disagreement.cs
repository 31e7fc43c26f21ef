using MediaDesk.Credits;
using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Places;

namespace MediaDesk.Proposals;

/// <summary>
/// Whether a field says something else than the texts of its photo. Only a plain contradiction counts: another spelling or script, a
/// part of the same place, a more precise date, a name that the text mentions too, and whatever the desk does not know are none.
/// </summary>
internal sealed class Disagreement(PhotoTexts texts, FieldValues fields, CreditReader credits, Gazetteer gazetteer)
{
    /// <summary>To contradict takes more than to fill in what is empty.</summary>
    private const double Sure = 0.75;

    /// <summary>Kilometres within which one town may be a part of the other.</summary>
    private const double SameArea = 30;

    /// <summary>Places of one name that are compared; a name of more is too common to say anything.</summary>
    private const int MostNamed = 12;

    /// <summary>Days from which on a date whose year had to be concluded is of another event.</summary>
    private const int OtherEvent = 60;

    /// <summary>Letters of a name below which it is an initial or a particle.</summary>
    private const int ShortestName = 3;

    /// <summary>Pairs of which wires write either, for the same place.</summary>
    private static readonly HashSet<(string, string)> Either =
    [
        ("CHN", "HKG"), ("CHN", "MAC"), ("CHN", "TWN"), ("ESH", "MAR"), ("ISR", "PSE"), ("PRI", "USA"), ("RUS", "UKR"), ("SRB", "XKX"), ("ISR", "SYR"),
        ("GUM", "USA"), ("DNK", "GRL"), ("CYP", "TUR"), ("AZE", "ARM"), ("GEO", "RUS"), ("IND", "PAK"), ("FRA", "REU"), ("FRA", "GLP"), ("FRA", "MTQ"), ("FRA", "GUF"), ("FRA", "MYT"),
    ];

    private readonly Lazy<string> caption = new(() => $" {TextNormaliser.Normalise(texts.CaptionText)} ");

    /// <summary>Of a value that is there.</summary>
    public bool Is(TextReading reading)
    {
        if (!reading.IsClear || reading.Confidence < Sure)
        {
            return false;
        }

        var (now, field) = (fields[reading.Field.Id]!, reading.Field);
        return field == NewsroomFields.DateCreated ? IsOfDates(now.Text, reading)
            : field == NewsroomFields.City ? IsOfPlaces(now.Text, reading.Value.Text, PlaceKind.Country)
            : field == NewsroomFields.ProvinceState ? reading.Rule != "gazetteer" && IsOfPlaces(now.Text, reading.Value.Text, null)
            : field == NewsroomFields.Country || field == NewsroomFields.CountryCode ? IsOfCountries(now.Text, texts.Caption.Place.CountryCode)
            : field == NewsroomFields.Byline ? IsOfBylines(now, reading)
            : field == NewsroomFields.CreditLine && IsOfCredits(reading);
    }

    /// <summary>Whether the fields put the photo into another country than the caption does, be it for a name that several towns bear.</summary>
    public bool IsElsewhere =>
        CountryNow is { } now && texts.Caption.Place.CountryCode is { } read && now != read && !Either.Contains(Pair(now, read));

    private string? CountryNow =>
        Countries.TryCode(fields.Text(NewsroomFields.CountryCode.Id), out var code) || Countries.TryCode(fields.Text(NewsroomFields.Country.Id), out code) ? code : null;

    private static bool IsOfDates(string now, TextReading reading)
    {
        // "on Monday" was counted from the very date it would contradict.
        if (!PartialDate.TryParse(now, out var stored) || !PartialDate.TryParse(reading.Value.Text, out var read) || !reading.Words.Any(char.IsDigit))
        {
            return false;
        }

        var isSame = stored.Start < read.End && read.Start < stored.End;
        var days = stored.Start > read.Start ? (stored.Start - read.Start).TotalDays : (read.Start - stored.Start).TotalDays;
        // The day before or after, in another time zone than the caption's.
        var isNight = stored.Precision is DatePrecision.Time && days < 2;
        return !isSame && !isNight && (HasYear(reading.Words) || days < OtherEvent);
    }

    private static bool HasYear(string words)
    {
        var digits = 0;
        foreach (var sign in words)
        {
            digits = char.IsAsciiDigit(sign) ? digits + 1 : 0;
            if (digits == 4)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfPlaces(string now, string read, PlaceKind? never)
    {
        if (IsAlike(now, read) || IsMentioned(now))
        {
            return false;
        }

        var (stored, meant) = (Named(now, CountryNow, never), Named(read, texts.Caption.Place.CountryCode, never));
        return stored.Count is > 0 and <= MostNamed && meant.Count is > 0 and <= MostNamed
            && !stored.Any(one => meant.Any(other => one.Id == other.Id || IsWithin(one, other) || IsWithin(other, one) || IsNear(one, other)));
    }

    private List<Place> Named(string name, string? country, PlaceKind? never) =>
        [.. gazetteer.FindWritten(name).Where(place => place.Kind != never && (country is null || place.CountryCode == country))];

    private bool IsWithin(Place inner, Place outer) => gazetteer.Ancestors(inner).Any(place => place.Id == outer.Id);

    private static bool IsNear(Place one, Place other) =>
        one.Kind is not (PlaceKind.Region or PlaceKind.Country) && other is { Latitude: { } latitude, Longitude: { } longitude, Kind: not (PlaceKind.Region or PlaceKind.Country) }
        && Gazetteer.Distance(one, latitude, longitude) is { DistanceKm: < SameArea };

    private bool IsOfCountries(string now, string? read) =>
        read is not null && texts.NamesCountry && Countries.TryCode(now, out var stored) && stored != read && !Either.Contains(Pair(stored, read))
        && !IsMentioned(Countries.Name(stored)!) && !IsMentioned(now);

    private bool IsOfBylines(FieldValue now, TextReading reading)
    {
        var people = now.Items.Select(name => credits.Read(name, [name])).ToList();
        // A desk, an agency or "STR" is no other photographer.
        if (people.Any(person => person.Agencies.Count > 0) || now.Items.Any(name => !name.Contains(' ', StringComparison.Ordinal) || IsMentioned(name)))
        {
            return false;
        }

        var stored = Names(now);
        return stored.Count > 0 && !Names(reading.Value).Overlaps(stored);
    }

    private static HashSet<string> Names(FieldValue people) =>
        people.Items.SelectMany(name => TextNormaliser.Normalise(name).Split(' ')).Where(word => word.Length >= ShortestName).ToHashSet(StringComparer.Ordinal);

    /// <summary>Two chains that share an agency are the same way told to different lengths.</summary>
    private bool IsOfCredits(TextReading reading)
    {
        var stored = credits.Read(fields).Agencies;
        var read = credits.Read(reading.Value.Text).Agencies;
        return stored.Count > 0 && read.Count > 0 && stored.All(agency => agency.Kind is not null) && read.All(agency => agency.Kind is not null)
            && !stored.Any(agency => read.Any(other => other.Key == agency.Key));
    }

    private bool IsMentioned(string name) =>
        TextNormaliser.Normalise(name) is { Length: > 0 } words && caption.Value.Contains($" {words} ", StringComparison.Ordinal);

    /// <summary>The same words, or one name within the other: New York and New York City.</summary>
    private static bool IsAlike(string one, string other)
    {
        var (a, b) = ($" {TextNormaliser.Normalise(one)} ", $" {TextNormaliser.Normalise(other)} ");
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
