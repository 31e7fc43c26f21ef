using MediaDesk.Model;

namespace MediaDesk.HousePlaces;

/// <summary>A house place as it is being written. <paramref name="Id"/> is null for a new one; <paramref name="Position"/> is text such as <c>36.2403, 36.7000</c>, or blank.</summary>
public sealed record HousePlaceDraft(long? Id, string? Name, HousePlaceKind Kind, string? LiesIn, string? Position, IReadOnlyList<string> OtherNames);
