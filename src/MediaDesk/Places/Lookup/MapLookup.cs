namespace MediaDesk.Places.Lookup;

/// <summary>Places by where they are.</summary>
internal static class MapLookup
{
    private const double EarthRadiusKm = 6371.0088;

    private static readonly string[] Directions = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

    public static NearestPlace? Nearest(PlaceLayers all, double latitude, double longitude, PlaceKind kind)
    {
        if (!IsPosition(latitude, longitude))
        {
            return null;
        }

        var from = PlaceTree.Point(latitude, longitude);
        var (best, square) = (-1, float.MaxValue);
        for (var layer = all.Layers.Count - 1; layer >= 0; layer--)
        {
            var index = all.Layers[layer];
            var first = all.FirstOf(layer);
            var (place, nearer) = PlaceTree.Nearest(
                index.TreeOrder, index.TreePoints, from, place => index.Kinds[place] == (byte)kind && !all.IsReplaced(first + place), square);
            if (place >= 0)
            {
                (best, square) = (first + place, nearer);
            }
        }

        return best < 0 ? null : Describe(all.PlaceOf(best), latitude, longitude);
    }

    /// <summary>The most likely places within a box: for labels on a map.</summary>
    public static IReadOnlyList<Place> Within(PlaceLayers all, GeoBox box, int limit, ReadOnlySpan<PlaceKind> kinds)
    {
        var found = new List<(int Weight, int Number)>();
        for (var layer = all.Layers.Count - 1; layer >= 0; layer--)
        {
            var index = all.Layers[layer];
            var latitudes = index.Latitudes;
            var longitudes = index.Longitudes;
            var (south, north) = (PlaceIndex.Units(box.South), PlaceIndex.Units(box.North));
            // Numbers are in the order of weight: the first that lie within are the ones.
            for (var (place, left) = (0, limit); place < index.Count && left > 0; place++)
            {
                if (latitudes[place] >= south && latitudes[place] <= north && latitudes[place] != PlaceIndex.NoPosition
                    && box.Holds(PlaceIndex.Degrees(latitudes[place]), PlaceIndex.Degrees(longitudes[place]))
                    && (kinds.IsEmpty || kinds.Contains((PlaceKind)index.Kinds[place])) && !all.IsReplaced(all.FirstOf(layer) + place))
                {
                    found.Add((index.Weights[place], all.FirstOf(layer) + place));
                    left--;
                }
            }
        }

        return [.. found.OrderByDescending(one => one.Weight).Take(limit).Select(one => all.PlaceOf(one.Number))];
    }

    public static bool IsPosition(double latitude, double longitude) => Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;

    /// <summary>Great-circle distance (haversine) and initial bearing from the place to the position.</summary>
    public static NearestPlace Describe(Place place, double latitude, double longitude)
    {
        var (fromLatitude, toLatitude) = (double.DegreesToRadians(place.Latitude!.Value), double.DegreesToRadians(latitude));
        var east = double.DegreesToRadians(longitude - place.Longitude!.Value);
        var (halfNorth, halfEast) = (Math.Sin((toLatitude - fromLatitude) / 2), Math.Sin(east / 2));
        var arc = (halfNorth * halfNorth) + (Math.Cos(fromLatitude) * Math.Cos(toLatitude) * halfEast * halfEast);
        var bearing = double.RadiansToDegrees(Math.Atan2(
            Math.Sin(east) * Math.Cos(toLatitude),
            (Math.Cos(fromLatitude) * Math.Sin(toLatitude)) - (Math.Sin(fromLatitude) * Math.Cos(toLatitude) * Math.Cos(east))));
        bearing = (bearing + 360) % 360;
        return new(place, 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, arc))), bearing, Directions[(int)Math.Round(bearing / 45) % 8]);
    }
}
