using System.Globalization;
using MediaDesk.Places;

namespace MediaDesk.Web.Endpoints;

/// <summary>The gazetteer, for other programs.</summary>
internal static class PlacesEndpoints
{
    private const int DefaultLimit = 10;
    private const int LargestLimit = 100;
    private const int LongestName = 200;

    public static void MapPlaces(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/places", Complete)
            .WithName("CompletePlace")
            .WithSummary("Places whose name begins with q, the most likely first")
            .WithDescription("“kind” (country, region, district, city, site) may be given several times. “matchedName” is the other name that fits where “name” does not.")
            .Produces<IReadOnlyList<PlaceSuggestion>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/places/near", Near)
            .WithName("NearestPlace")
            .WithSummary("The nearest city to a position, with distance and direction")
            .Produces<NearestPlace>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapGet("/api/places/within", Within)
            .WithName("PlacesWithin")
            .WithSummary("The most likely places in a part of the map")
            .WithDescription("“box” is south,west,north,east in degrees; west greater than east crosses the date line.")
            .Produces<IReadOnlyList<Place>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IResult Complete(string? q, string? limit, string[]? kind, Gazetteer gazetteer, HttpResponse response)
    {
        if (q is null || q.Length > LongestName)
        {
            return Refusal.BadRequest($"“q” is the beginning of a name, up to {LongestName} letters.");
        }

        if (Limit(limit) is not { } most)
        {
            return Refusal.BadRequest($"“limit” is a number from 1 to {LargestLimit}.");
        }

        if (Kinds(kind) is not { } kinds)
        {
            return Refusal.BadRequest("“kind” is country, region, district, city or site.");
        }

        response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(gazetteer.Complete(q, most, kinds));
    }

    private static IResult Near(string? lat, string? lon, Gazetteer gazetteer)
    {
        if (!TryDegrees(lat, out var latitude) || !TryDegrees(lon, out var longitude) || gazetteer.Nearest(latitude, longitude) is not { } nearest)
        {
            return Refusal.BadRequest("“lat” is degrees from -90 to 90, “lon” degrees from -180 to 180.");
        }

        return TypedResults.Ok(nearest);
    }

    private static IResult Within(string? box, string? limit, string[]? kind, Gazetteer gazetteer)
    {
        var edges = (box ?? "").Split(',').Select(edge => TryDegrees(edge, out var degrees) ? degrees : double.NaN).ToArray();
        if (edges is not [>= -90 and <= 90 and var south, >= -180 and <= 180 and var west, >= -90 and <= 90 and var north, >= -180 and <= 180 and var east] || south > north)
        {
            return Refusal.BadRequest("“box” is south,west,north,east in degrees.");
        }

        if (Limit(limit) is not { } most)
        {
            return Refusal.BadRequest($"“limit” is a number from 1 to {LargestLimit}.");
        }

        return Kinds(kind) is { } kinds
            ? TypedResults.Ok(gazetteer.Within(new(south, west, north, east), most, kinds))
            : Refusal.BadRequest("“kind” is country, region, district, city or site.");
    }

    private static int? Limit(string? text) =>
        string.IsNullOrEmpty(text) ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LargestLimit ? limit
        : null;

    private static PlaceKind[]? Kinds(string[]? names)
    {
        var kinds = new List<PlaceKind>();
        foreach (var name in names ?? [])
        {
            if (!name.All(char.IsAsciiLetter) || !Enum.TryParse<PlaceKind>(name, ignoreCase: true, out var kind))
            {
                return null;
            }

            kinds.Add(kind);
        }

        return [.. kinds];
    }

    private static bool TryDegrees(string? text, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees);
}
