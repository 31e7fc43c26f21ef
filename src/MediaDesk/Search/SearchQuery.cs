namespace MediaDesk.Search;

/// <summary>
/// A search as a person wrote it, understood: one syntax tree used by the index, the facets and the address bar. Its
/// <see cref="ToString"/> is text that parses to the same tree.
/// </summary>
public sealed record SearchQuery
{
    /// <summary>All photos.</summary>
    public static readonly SearchQuery All = new() { Text = "" };

    public required string Text { get; init; }

    /// <summary>Understands a query, or tells where it cannot be understood. Never falls back to everything.</summary>
    public static SearchParse Parse(string? text) => throw new NotImplementedException();

    /// <summary>The conditions of the top level, in order, as the chips of the search box: <c>agency:AFP</c>, <c>in:Syria</c>, and words.</summary>
    public IReadOnlyList<string> Conditions => throw new NotImplementedException();

    /// <summary>This query with <c>field:value</c> added, or taken away when it is already there (quoted as needed).</summary>
    public SearchQuery Toggle(string field, string value) => throw new NotImplementedException();

    /// <summary>Whether <c>field:value</c> is one of the conditions of the top level.</summary>
    public bool Has(string field, string value) => throw new NotImplementedException();

    public override string ToString() => Text;
}

/// <summary>A query, or the fault that stands in the way of one.</summary>
public sealed record SearchParse(SearchQuery? Query, SearchFault? Fault);

/// <summary>
/// Where and why a query cannot be understood, in UTF-16 units of its text; <paramref name="Suggestion"/> is text for that
/// place that would be understood, if one comes to mind.
/// </summary>
public sealed record SearchFault(int Position, int Length, string Message, string? Suggestion);
