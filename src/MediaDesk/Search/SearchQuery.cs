using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>
/// A search as a person wrote it, understood: one syntax tree used by the index, the facets and the address bar. Its
/// <see cref="ToString"/> is text that parses to the same tree.
/// </summary>
public sealed class SearchQuery : IEquatable<SearchQuery>
{
    /// <summary>The longest query that is read, in UTF-16 units.</summary>
    public const int LongestText = 4096;

    /// <summary>All photos.</summary>
    public static readonly SearchQuery All = new("", new QueryNode.AllOf([]));

    private SearchQuery(string text, QueryNode tree) => (Text, Tree) = (text, tree);

    /// <summary>The query as it was written.</summary>
    public string Text { get; }

    internal QueryNode Tree { get; }

    /// <summary>Understands a query, or tells where it cannot be understood. Never falls back to everything.</summary>
    public static SearchParse Parse(string? text)
    {
        text ??= "";
        if (text.Length > LongestText)
        {
            return new(null, new(LongestText, text.Length - LongestText, $"A search has at most {LongestText} characters; this one has {text.Length}.", null));
        }

        try
        {
            return new(new(text, QueryParser.Parse(text)), null);
        }
        catch (QueryFaultException exception)
        {
            return new(null, exception.Fault);
        }
    }

    /// <summary>The conditions of the top level, in order, as the chips of the search box: <c>agency:AFP</c>, <c>in:Syria</c>, and words.</summary>
    public IReadOnlyList<string> Conditions => [.. Parts.Select(part => part is QueryNode.AnyOf ? $"({QueryWriter.Write(part)})" : QueryWriter.Write(part))];

    private IEnumerable<QueryNode> Parts => Tree is QueryNode.AllOf all ? all.Parts : [Tree];

    /// <summary>This query with <c>field:value</c> added, or taken away when it is already there (quoted as needed).</summary>
    /// <exception cref="ArgumentException">The search language has no such field, or the value says nothing in it.</exception>
    public SearchQuery Toggle(string field, string value)
    {
        var condition = Condition(field, value);
        var parts = Parts.Contains(condition) ? Parts.Where(part => !part.Equals(condition)) : Parts.Append(condition);
        QueryNode tree = parts.ToArray() is [var single] ? single : new QueryNode.AllOf([.. parts]);
        return new(QueryWriter.Write(tree), tree);
    }

    /// <summary>Whether <c>field:value</c> is one of the conditions of the top level.</summary>
    public bool Has(string field, string value) => Parts.Contains(Condition(field, value));

    public bool Equals(SearchQuery? other) => other is not null && Tree.Equals(other.Tree);

    public override bool Equals(object? obj) => Equals(obj as SearchQuery);

    public override int GetHashCode() => Tree.GetHashCode();

    public override string ToString() => QueryWriter.Write(Tree);

    private static QueryNode Condition(string field, string value)
    {
        // Quotation marks part the words of a value as any sign does; in a query they would end it.
        var parse = Parse($"{field}:\"{value.Replace('"', ' ')}\"");
        return parse.Query?.Tree ?? throw new ArgumentException(parse.Fault!.Message, nameof(field));
    }
}

/// <summary>A query, or the fault that stands in the way of one.</summary>
public sealed record SearchParse(SearchQuery? Query, SearchFault? Fault);

/// <summary>
/// Where and why a query cannot be understood, in UTF-16 units of its text; <paramref name="Suggestion"/> is text for that
/// place that would be understood, if one comes to mind.
/// </summary>
public sealed record SearchFault(int Position, int Length, string Message, string? Suggestion);
