using System.Globalization;

namespace MediaDesk.Search.Query;

/// <summary>A point on the map in degrees, WGS 84.</summary>
internal readonly record struct GeoPosition(double Latitude, double Longitude)
{
    /// <summary>Metres do not matter beyond the fifth decimal.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.#####},{Longitude:0.#####}");
}
