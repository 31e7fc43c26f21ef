namespace MediaDesk.Search;

/// <summary>The order of results.</summary>
public enum SheetOrder
{
    /// <summary>By capture date, the newest first; photos without one by when they came.</summary>
    Newest,
    Oldest,
    /// <summary>What came onto the desk last first.</summary>
    Arrival,
    /// <summary>What matches the words best first, among the newest <see cref="MediaSearch.RankedAmong"/> matches.</summary>
    Relevance,
}
