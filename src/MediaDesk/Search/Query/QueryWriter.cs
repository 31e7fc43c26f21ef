using System.Globalization;

namespace MediaDesk.Search.Query;

/// <summary>Writes a tree as text that parses to the same tree.</summary>
internal static class QueryWriter
{
    public static string Write(QueryNode node) => node switch
    {
        QueryNode.AllOf all => string.Join(' ', all.Parts.Select((part, index) => Part(part, all.Parts.ElementAtOrDefault(index + 1)))),
        QueryNode.AnyOf any => string.Join(" OR ", any.Parts.Select(Write)),
        QueryNode.Not not => not.Part is QueryNode.AllOf or QueryNode.AnyOf or QueryNode.Not ? $"-({Write(not.Part)})" : $"-{Write(not.Part)}",
        QueryNode.Words { Field: { } field } words => $"{field.Name()}:{Value(words.Text, words.IsPrefix, isAfterColon: true)}",
        QueryNode.Words words => Value(words.Text, words.IsPrefix, isAfterColon: false),
        QueryNode.When dated => Dated(dated, isQuoted: false),
        QueryNode.Trait trait => $"{trait.Field.Name()}:{trait.Value}",
        QueryNode.Like like => string.Create(CultureInfo.InvariantCulture, $"{like.Field.Name()}:{like.Photo}"),
        QueryNode.Near { Position: { } position } near => string.Create(CultureInfo.InvariantCulture, $"near:{position}~{near.Km:0.###}km"),
        QueryNode.Near near => string.Create(CultureInfo.InvariantCulture, $"near:\"{near.Place}\"~{near.Km:0.###}km"),
        QueryNode.Within { Box: var box } => string.Create(
            CultureInfo.InvariantCulture, $"box:{box.South:0.#####},{box.West:0.#####},{box.North:0.#####},{box.East:0.#####}"),
        QueryNode.Known known => $"{(known.IsMissing ? QueryField.Missing : QueryField.Has).Name()}:{known.Fact.Name()}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Part(QueryNode part, QueryNode? next) => part switch
    {
        QueryNode.AnyOf => $"({Write(part)})",
        // A word right after a date could be read as part of it: date:2020 Feb.
        QueryNode.When dated when next is QueryNode.Words { Field: null } => Dated(dated, isQuoted: true),
        QueryNode.Not { Part: QueryNode.When dated } when next is QueryNode.Words { Field: null } => $"-{Dated(dated, isQuoted: true)}",
        _ => Write(part),
    };

    private static string Dated(QueryNode.When dated, bool isQuoted)
    {
        var span = $"{dated.Span}";
        return isQuoted || span.Contains(' ') ? $"{dated.Field.Name()}:\"{span}\"" : $"{dated.Field.Name()}:{span}";
    }

    private static string Value(string text, bool isPrefix, bool isAfterColon)
    {
        var plain = text.All(sign => char.IsLetterOrDigit(sign) || (sign is '-' or '\'' or '’' or '.' or '/' or '&' or '_') || (isAfterColon && sign == ':'))
            && text != "OR" && !text.StartsWith('-');
        return (plain ? text : $"\"{text}\"") + (isPrefix ? "*" : "");
    }
}
