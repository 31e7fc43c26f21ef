namespace MediaDesk.Search;

/// <summary>
/// Where and why a query cannot be understood, in UTF-16 units of its text; <paramref name="Suggestion"/> is text for that
/// place that would be understood, if one comes to mind.
/// </summary>
public sealed record SearchFault(int Position, int Length, string Message, string? Suggestion);
