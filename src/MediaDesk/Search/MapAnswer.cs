namespace MediaDesk.Search;

/// <summary>Photos that lie close together on the map: their middle in degrees, the box around them, and the latest that came onto the desk.</summary>
public sealed record MapCell(double Latitude, double Longitude, int Count, double South, double West, double North, double East, long Photo);

/// <summary>
/// The results of a search on a part of the map. <paramref name="Counted"/> results were looked at, <paramref name="Placed"/> of them have a
/// position anywhere; <paramref name="IsExact"/> false: these are the newest of more.
/// </summary>
public sealed record MapAnswer(IReadOnlyList<MapCell> Cells, int Counted, int Placed, bool IsExact);
