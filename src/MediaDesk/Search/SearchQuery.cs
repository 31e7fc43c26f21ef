using System.Collections.Immutable;
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

    /// <summary>Whether it asks for all photos.</summary>
    public bool IsAll => Tree is QueryNode.AllOf { Parts: [] };

    /// <summary>The conditions of the top level, in order, as text: <c>agency:AFP</c>, <c>in:Syria</c>, and words.</summary>
    public IReadOnlyList<string> Conditions => [.. Parts.Select(Written)];

    /// <summary>The conditions of the top level, in order, as the chips of the search box.</summary>
    public IReadOnlyList<SearchChip> Chips => [.. Parts.Select(Chip)];

    private ImmutableArray<QueryNode> Parts => Tree is QueryNode.AllOf all ? all.Parts : [Tree];

    /// <summary>The query that has all these conditions, each understood by itself; the fault of the first that is not.</summary>
    public static SearchParse OfConditions(IEnumerable<string> conditions)
    {
        var parts = new List<QueryNode>();
        foreach (var condition in conditions)
        {
            var (query, fault) = Parse(condition);
            if (query is null)
            {
                return new(null, fault);
            }

            parts.AddRange(query.Parts);
        }

        return new(Of(parts), null);
    }

    /// <summary>This query without the condition at <paramref name="index"/> of <see cref="Chips"/>.</summary>
    public SearchQuery Without(int index) => Of(Parts.RemoveAt(index));

    /// <summary>This query with what is written in the place of the condition at <paramref name="index"/>; a fault's position is within <paramref name="text"/>.</summary>
    public SearchParse With(int index, string text)
    {
        var (query, fault) = Parse(text);
        return query is null ? new(null, fault) : new(Of([.. Parts[..index], .. query.Parts, .. Parts[(index + 1)..]]), null);
    }

    /// <summary>This query with more conditions behind its own; a fault's position is within <paramref name="text"/>.</summary>
    public SearchParse And(string text)
    {
        var (query, fault) = Parse(text);
        return query is null ? new(null, fault) : new(Of(Parts.AddRange(query.Parts)), null);
    }

    /// <summary>
    /// This query with <c>field:value</c> added, or with <paramref name="exclude"/> <c>-field:value</c>; taken away when it is already
    /// there. Its opposite goes: nothing is both.
    /// </summary>
    /// <exception cref="ArgumentException">The search language has no such field, or the value says nothing in it.</exception>
    public SearchQuery Toggle(string field, string value, bool exclude = false)
    {
        var condition = Condition(field, value);
        QueryNode wanted = exclude ? new QueryNode.Not(condition) : condition;
        QueryNode opposite = exclude ? condition : new QueryNode.Not(condition);
        var rest = Parts.Where(part => !part.Equals(wanted) && !part.Equals(opposite));
        return Of(Parts.Contains(wanted) ? rest : rest.Append(wanted));
    }

    /// <summary>Whether there is such a condition: the field takes the value, which is not longer than a search may be and has a letter or a digit.</summary>
    public static bool CanAsk(string field, string value) => Asking(field, value).Query is not null;

    /// <summary>Whether <c>field:value</c>, or with <paramref name="exclude"/> <c>-field:value</c>, is one of the conditions of the top level.</summary>
    public bool Has(string field, string value, bool exclude = false)
    {
        var condition = Condition(field, value);
        return Parts.Contains(exclude ? new QueryNode.Not(condition) : condition);
    }

    /// <summary>
    /// The first instant and the first one after that its <c>date:</c> conditions of the top level leave together, wall-clock time; null
    /// where there are none. Ends that are open are those of <see cref="DateTime"/>.
    /// </summary>
    public (DateTime Start, DateTime End)? Taken(DateTime today)
    {
        var spans = Parts.OfType<QueryNode.When>().Where(when => when.Field == QueryField.Date).Select(when => when.Span.Resolve(today)).ToArray();
        return spans.Length == 0 ? null : (spans.Max(span => span.Start), spans.Min(span => span.End));
    }

    /// <summary>This query without its conditions on a field at the top level, exclusions apart, and with what is written instead.</summary>
    public SearchParse Instead(string field, string text)
    {
        var rest = Chips.Where(chip => chip.IsExcluded || chip.Field != field).Select(chip => chip.Text);
        return OfConditions(string.IsNullOrWhiteSpace(text) ? rest : rest.Append(text));
    }

    public bool Equals(SearchQuery? other) => other is not null && Tree.Equals(other.Tree);

    public override bool Equals(object? obj) => Equals(obj as SearchQuery);

    public override int GetHashCode() => Tree.GetHashCode();

    public override string ToString() => QueryWriter.Write(Tree);

    private static SearchQuery Of(IEnumerable<QueryNode> parts)
    {
        QueryNode tree = parts.ToArray() is [var single] ? single : new QueryNode.AllOf([.. parts]);
        return new(QueryWriter.Write(tree), tree);
    }

    private static string Written(QueryNode part) => part is QueryNode.AnyOf ? $"({QueryWriter.Write(part)})" : QueryWriter.Write(part);

    private static SearchChip Chip(QueryNode part)
    {
        var text = Written(part);
        var inner = part is QueryNode.Not { Part: not (QueryNode.AllOf or QueryNode.AnyOf) } not ? not.Part : part;
        var isExcluded = part is QueryNode.Not;
        var plain = isExcluded ? text[1..] : text;
        var colon = inner is QueryNode.Words { Field: null } or QueryNode.AnyOf or QueryNode.AllOf or QueryNode.Not
            ? -1
            : plain.IndexOf(':', StringComparison.Ordinal);
        return new(text, colon < 0 ? null : plain[..colon], plain[(colon + 1)..].Replace("\"", "", StringComparison.Ordinal), isExcluded);
    }

    /// <summary>Quotation marks part the words of a value as any sign does; in a query they would end it.</summary>
    private static SearchParse Asking(string field, string value) =>
        Parse($"{field}:\"{string.Concat(value.Select(sign => QueryLexer.Quotes.Contains(sign) ? ' ' : sign))}\"");

    private static QueryNode Condition(string field, string value)
    {
        var parse = Asking(field, value);
        return parse.Query?.Tree ?? throw new ArgumentException(parse.Fault!.Message, nameof(field));
    }
}
