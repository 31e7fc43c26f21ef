namespace MediaDesk.Places;

/// <summary>A place whose name may be the one being typed. <paramref name="MatchedName"/>: the other name that fits where <see cref="Place.Name"/> does not.</summary>
public sealed record PlaceSuggestion(Place Place, string? MatchedName);
