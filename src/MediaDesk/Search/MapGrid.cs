using MediaDesk.Places;

namespace MediaDesk.Search;

/// <summary>The map cut into cells of one or of ten degrees.</summary>
internal static class MapGrid
{
    /// <summary>With more cells than this of one degree those of ten are used.</summary>
    private const int MostCells = 150;

    public static int Row(double latitude, int size) => (int)Math.Floor((latitude + 90) / size);

    /// <summary>180 degrees east is where -180 degrees begin.</summary>
    public static int Column(double longitude, int size) => (int)Math.Floor(((longitude + 180) % 360) / size);

    /// <summary>The cells that a box touches, and their size in degrees.</summary>
    public static (IReadOnlyList<(int Row, int Column)> Cells, int Size) Cover(GeoBox box)
    {
        var fine = Cells(box, 1);
        return fine.Count <= MostCells ? (fine, 1) : (Cells(box, 10), 10);
    }

    /// <summary>The box around a circle: at a pole, and where it would reach around the earth, all longitudes.</summary>
    public static GeoBox Around(double latitude, double longitude, double km)
    {
        var high = double.RadiansToDegrees(km / EarthRadiusKm) + 1e-6;
        var (south, north) = (Math.Max(-90, latitude - high), Math.Min(90, latitude + high));
        var sine = Math.Sin(km / EarthRadiusKm) / Math.Cos(double.DegreesToRadians(latitude));
        if (south == -90 || north == 90 || sine >= 1)
        {
            return new(south, -180, north, 180);
        }

        var wide = double.RadiansToDegrees(Math.Asin(sine)) + 1e-6;
        return new(south, Turned(longitude - wide), north, Turned(longitude + wide));
    }

    /// <summary>Kilometres, mean radius of the IUGG.</summary>
    public const double EarthRadiusKm = 6371.0088;

    /// <summary>Great circle, in kilometres.</summary>
    public static double Distance(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (a, b) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2));
        var half = north * north + Math.Cos(a) * Math.Cos(b) * east * east;
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, half)));
    }

    private static List<(int Row, int Column)> Cells(GeoBox box, int size)
    {
        var (west, east, around) = (Column(box.West, size), Column(box.East, size), 360 / size);
        // 180 degrees east as the eastern edge is the end of the last cell, and also the beginning of the first.
        var columns = box.West <= box.East && east < west ? around - west + east + 1
            : box.West <= box.East ? east - west + 1
            // Once around, back into the cell in which it begins.
            : east == west ? around
            : (east - west + around) % around + 1;
        if (box is { West: -180, East: 180 })
        {
            columns = around;
        }

        return
        [
            .. from row in Enumerable.Range(Row(box.South, size), Row(box.North, size) - Row(box.South, size) + 1)
               from step in Enumerable.Range(0, columns)
               select (row, (west + step) % around),
        ];
    }

    private static double Turned(double longitude) => longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
}
