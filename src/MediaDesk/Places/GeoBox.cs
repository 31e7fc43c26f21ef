namespace MediaDesk.Places;

/// <summary>A part of the map in degrees. <paramref name="West"/> greater than <paramref name="East"/>: it crosses the date line.</summary>
public readonly record struct GeoBox(double South, double West, double North, double East)
{
    public bool Holds(double latitude, double longitude) =>
        latitude >= South && latitude <= North
        && (West <= East ? longitude >= West && longitude <= East : longitude >= West || longitude <= East);
}
