namespace MediaDesk.Metadata;

/// <summary>WGS 84 position in degrees, south and west negative.</summary>
public sealed record GpsPosition(double Lat, double Lon);
