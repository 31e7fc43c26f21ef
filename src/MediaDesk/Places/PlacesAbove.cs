using MediaDesk.Places.Lookup;

namespace MediaDesk.Places;

/// <summary>What is laid over the shipped places, the highest last. <paramref name="State"/> is another one whenever that is another.</summary>
internal sealed record PlacesAbove(IReadOnlyList<PlaceIndex> Indexes, string State);
