using System.Globalization;
using System.Text.RegularExpressions;
using MediaDesk.Language;
using MediaDesk.Places;

namespace MediaDesk.Search.Query;

/// <summary>Reads the values of the fields that take something else than words: facts, traits, distances and parts of the map.</summary>
internal static partial class QueryValues
{
    /// <summary>Kilometres around a place when none are written.</summary>
    public const double UsualDistance = 25;

    /// <summary>Kilometres; farther is no longer near.</summary>
    public const double LongestDistance = 1000;

    private const double KmPerMile = 1.609344;

    public static QueryNode.Known Known(QueryField field, QueryToken name, QueryToken value)
    {
        if (QueryFields.TryParse(value.Text, out QueryFact fact))
        {
            return new(fact, field == QueryField.Missing);
        }

        throw NotAmong(field, name, value, QueryFields.Facts, QueryFields.NearFact(value.Text));
    }

    public static QueryNode.Trait Trait(QueryField field, QueryToken name, QueryToken value) =>
        QueryTrait.Find(field, value.Text) is { } trait
            ? new(field, trait)
            : throw NotAmong(field, name, value, QueryTrait.Of(field), QueryFields.NearTrait(field, value.Text));

    public static QueryNode.Like Like(QueryField field, QueryToken name, QueryToken value) =>
        long.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var photo)
            ? new(field, photo)
            : throw new QueryFaultException(
                name.Position, value.End - name.Position, $"{field.Name()}: takes the number of a photo, such as {field.Name()}:12; it stands in the address of a photo.");

    /// <param name="distance"><c>~50km</c> as written, or null.</param>
    /// <exception cref="QueryFaultException">No place, or a distance that is none.</exception>
    public static QueryNode.Near Near(string place, string? distance, int position, int length)
    {
        if (TextNormaliser.Normalise(place).Length == 0)
        {
            throw new QueryFaultException(position, length, "There is no letter and no digit after near: to look for.");
        }

        var km = UsualDistance;
        if (distance is not null)
        {
            var match = Distance().Match(distance);
            km = match.Success ? double.Parse(match.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : 0;
            km *= match.Groups["unit"].Value.ToLowerInvariant() switch { ['m', 'i', ..] => KmPerMile, "m" => 0.001, _ => 1 };
            // As precise as it is written: the tree and its text stay the same.
            km = Math.Round(km, 3);
        }

        if (km is <= 0 or > LongestDistance)
        {
            throw new QueryFaultException(
                position, length, $"A distance is written ~50km or ~30mi, up to {LongestDistance} km.", $"near:\"{Plain(place)}\"~{(km > LongestDistance ? LongestDistance : UsualDistance)}km");
        }

        if (Position().Match(place) is not { Success: true } numbers)
        {
            return new(Plain(place), null, km) { Written = (position, length) };
        }

        var (latitude, longitude) = (Number(numbers.Groups["lat"]), Number(numbers.Groups["lon"]));
        return Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new(null, new(latitude, longitude), km) { Written = (position, length) }
            : throw new QueryFaultException(position, length, "Latitudes go from -90 to 90 and longitudes from -180 to 180, in this order.");
    }

    public static QueryNode.Within Within(QueryToken name, QueryToken value)
    {
        var (position, length) = (name.Position, value.End - name.Position);
        if (Corners().Match(value.Text) is not { Success: true } match)
        {
            throw new QueryFaultException(position, length, "A part of the map is written box:south,west,north,east in degrees, such as box:35.5,36.1,36.4,37.2.");
        }

        var (south, west, north, east) = (Number(match.Groups["s"]), Number(match.Groups["w"]), Number(match.Groups["n"]), Number(match.Groups["e"]));
        if (Math.Abs(south) > 90 || Math.Abs(north) > 90 || Math.Abs(west) > 180 || Math.Abs(east) > 180)
        {
            throw new QueryFaultException(position, length, "Latitudes go from -90 to 90 and longitudes from -180 to 180; the order is south,west,north,east.");
        }

        if (south > north)
        {
            throw new QueryFaultException(
                position, length, "The south of the box lies north of its north.",
                QueryWriter.Write(new QueryNode.Within(new(north, west, south, east))));
        }

        return new(new GeoBox(south, west, north, east));
    }

    private static QueryFaultException NotAmong(QueryField field, QueryToken name, QueryToken value, IReadOnlyList<string> words, string? near) => new(
        name.Position, value.End - name.Position,
        $"{field.Name()}: takes one of {string.Join(", ", words)}." + (near is null ? "" : $" Did you mean {near}?"),
        near is null ? null : $"{field.Name()}:{near}");

    private static string Plain(string place) => place.Replace("\"", "", StringComparison.Ordinal);

    private static double Number(Group group) => Math.Round(double.Parse(group.ValueSpan, CultureInfo.InvariantCulture), 5);

    public static bool IsUnit(string text) => Unit().IsMatch(text);

    [GeneratedRegex("^(km|mi|miles?|m)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^~(?<n>\d{1,7}([.,]\d{1,3})?)(?<unit>km|mi|miles?|m)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Distance();

    [GeneratedRegex(@"^(?<lat>-?\d{1,3}(\.\d{1,15})?)\s*,\s*(?<lon>-?\d{1,3}(\.\d{1,15})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Position();

    [GeneratedRegex(@"^(?<s>-?\d{1,3}(\.\d{1,15})?)\s*,\s*(?<w>-?\d{1,3}(\.\d{1,15})?)\s*,\s*(?<n>-?\d{1,3}(\.\d{1,15})?)\s*,\s*(?<e>-?\d{1,3}(\.\d{1,15})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Corners();
}
