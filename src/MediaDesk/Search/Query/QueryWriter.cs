namespace MediaDesk.Search.Query;

/// <summary>Writes a tree as text that parses to the same tree.</summary>
internal static class QueryWriter
{
    public static string Write(QueryNode node) => node switch
    {
        QueryNode.AllOf all => string.Join(' ', all.Parts.Select(part => part is QueryNode.AnyOf ? $"({Write(part)})" : Write(part))),
        QueryNode.AnyOf any => string.Join(" OR ", any.Parts.Select(Write)),
        QueryNode.Not not => not.Part is QueryNode.AllOf or QueryNode.AnyOf or QueryNode.Not ? $"-({Write(not.Part)})" : $"-{Write(not.Part)}",
        QueryNode.Words { Field: { } field } words => $"{field.Name()}:{Value(words.Text, words.IsPrefix, isAfterColon: true)}",
        QueryNode.Words words => Value(words.Text, words.IsPrefix, isAfterColon: false),
        QueryNode.When dated => $"{dated.Field.Name()}:{dated.Span}",
        QueryNode.Known known => $"{(known.IsMissing ? QueryField.Missing : QueryField.Has).Name()}:{known.Fact.Name()}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Value(string text, bool isPrefix, bool isAfterColon)
    {
        var plain = text.All(sign => char.IsLetterOrDigit(sign) || (sign is '-' or '\'' or '’' or '.' or '/' or '&' or '_') || (isAfterColon && sign == ':'))
            && text != "OR" && !text.StartsWith('-');
        return (plain ? text : $"\"{text}\"") + (isPrefix ? "*" : "");
    }
}
