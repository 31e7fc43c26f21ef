namespace MediaDesk.Search;

/// <summary>
/// One condition of the top level of a search, as a chip of the search box shows it. <paramref name="Text"/> is the whole condition as
/// text of the search language; <paramref name="Field"/> is null for words and for alternatives in brackets.
/// </summary>
/// <param name="Value">What follows the field, without quotation marks.</param>
public sealed record SearchChip(string Text, string? Field, string Value, bool IsExcluded);
