namespace MediaDesk.Places;

/// <summary>
/// The place nearest to a position, how far away (great circle, kilometres), and in which direction one goes from the place to
/// the position: degrees clockwise from north, and as one of N, NE, E, SE, S, SW, W, NW.
/// </summary>
public sealed record NearestPlace(Place Place, double DistanceKm, double BearingDegrees, string Direction)
{
    /// <summary>In an editor's words: <c>22 km NE of Saraqib</c>, or <c>in Saraqib</c> within a kilometre.</summary>
    public string Words => DistanceKm < 1
        ? $"in {Place.Name}"
        : FormattableString.Invariant($"{(DistanceKm < 10 ? Math.Round(DistanceKm, 1) : Math.Round(DistanceKm))} km {Direction} of {Place.Name}");
}
