namespace MediaDesk.Search;

/// <summary>A query, or the fault that stands in the way of one.</summary>
public sealed record SearchParse(SearchQuery? Query, SearchFault? Fault);
