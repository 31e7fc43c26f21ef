namespace MediaDesk.HousePlaces;

/// <summary>How saving a place or an alias ended: its id, or for each box that cannot be taken why, as a sentence. Nothing was stored then.</summary>
public sealed record PlaceSaved(long? Id, IReadOnlyDictionary<string, string> Faults)
{
    internal static PlaceSaved As(long id) => new(id, new Dictionary<string, string>());

    internal static PlaceSaved Refused(IReadOnlyDictionary<string, string> faults) => new(null, faults);

    internal static PlaceSaved Refused(string box, string reason) => new(null, new Dictionary<string, string> { [box] = reason });
}
