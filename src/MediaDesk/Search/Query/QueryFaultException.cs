namespace MediaDesk.Search.Query;

/// <summary>Leaves the parser from any depth; never leaves <see cref="SearchQuery.Parse"/>.</summary>
internal sealed class QueryFaultException(SearchFault fault) : Exception(fault.Message)
{
    public QueryFaultException(int position, int length, string message, string? suggestion = null)
        : this(new SearchFault(position, length, message, suggestion))
    {
    }

    public SearchFault Fault { get; } = fault;
}
