namespace MediaDesk.Search.Query;

internal enum QueryTokenKind
{
    Word,
    /// <summary>Text in quotes; <see cref="QueryToken.Text"/> is without them.</summary>
    Quoted,
    /// <summary><c>field:</c>; <see cref="QueryToken.Text"/> is without the colon, the value is the next token.</summary>
    Field,
    Or,
    Minus,
    Open,
    Close,
    End,
}

/// <summary>A piece of a query with its place in it, in UTF-16 units.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text, int Position, int Length)
{
    public int End => Position + Length;
}
