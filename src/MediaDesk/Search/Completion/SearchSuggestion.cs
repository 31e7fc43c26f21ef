namespace MediaDesk.Search.Completion;

/// <summary>
/// What may be meant by the piece of a query that is being typed. <paramref name="Text"/> goes in the place of the
/// <paramref name="Length"/> characters at <paramref name="Position"/>; of a field it ends with the colon.
/// </summary>
/// <param name="Label">For people.</param>
/// <param name="Count">Photos on the desk that have it; null where that is not counted.</param>
public sealed record SearchSuggestion(string Text, string Label, int? Count, int Position, int Length);
