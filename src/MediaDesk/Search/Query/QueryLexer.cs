using System.Globalization;

namespace MediaDesk.Search.Query;

/// <summary>
/// Cuts a query into pieces. A colon makes a field only after letters alone: <c>10:30</c> and <c>https://example.com</c> are
/// words, and so is a word with a colon at its end that names no field (<c>WASHINGTON: the president</c>).
/// </summary>
internal static class QueryLexer
{
    /// <summary>Signs that open and end a quotation.</summary>
    public const string Quotes = "\"“”„‟«»＂";

    public static List<QueryToken> Cut(string text)
    {
        Refuse(text);
        var tokens = new List<QueryToken>();
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at];
            if (char.IsWhiteSpace(sign))
            {
                at++;
            }
            else if (sign is '(' or ')')
            {
                tokens.Add(new(sign == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, sign.ToString(), at++, 1));
            }
            else if (Quotes.Contains(sign))
            {
                tokens.Add(Quoted(text, at));
                at = tokens[^1].End;
            }
            else if (sign == '-' && !IsDash(text, at) && !FollowsField(tokens, at))
            {
                tokens.Add(new(QueryTokenKind.Minus, "-", at++, 1));
            }
            else
            {
                tokens.Add(FollowsField(tokens, at) ? Word(text, at) : FieldOrWord(text, at));
                at = tokens[^1].End;
            }
        }

        tokens.Add(new(QueryTokenKind.End, "", text.Length, 0));
        return tokens;
    }

    /// <summary>Hyphens that touch nothing after them are a dash ("Idlib -- a man"); before a word one excludes it.</summary>
    private static bool IsDash(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '-')
        {
            end++;
        }

        return end == text.Length || char.IsWhiteSpace(text[end]);
    }

    private static bool FollowsField(List<QueryToken> tokens, int at) =>
        tokens.Count > 0 && tokens[^1].Kind == QueryTokenKind.Field && tokens[^1].End == at;

    private static QueryToken Quoted(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && !Quotes.Contains(text[end]))
        {
            end++;
        }

        if (end == text.Length)
        {
            throw new QueryFaultException(at, text.Length - at, "A quotation mark is opened here and not closed.", text[at..].Any(char.IsLetterOrDigit) ? text[at..] + '"' : null);
        }

        return new(QueryTokenKind.Quoted, text[(at + 1)..end], at, end + 1 - at);
    }

    private static QueryToken Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && !EndsWord(text[end]))
        {
            end++;
        }

        var word = text[at..end];
        return new(word == "OR" ? QueryTokenKind.Or : QueryTokenKind.Word, word, at, end - at);
    }

    private static QueryToken FieldOrWord(string text, int at)
    {
        var word = Word(text, at);
        var colon = word.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !word.Text.AsSpan(0, colon).ContainsOnlyLetters() || word.Text.AsSpan(colon + 1).StartsWith("//"))
        {
            return word;
        }

        var name = word.Text[..colon];
        var isKnown = QueryFields.TryParse(name, out QueryField _) || QueryFields.Near(name) is not null;
        var hasValue = word.Length > colon + 1 || (word.End < text.Length && !char.IsWhiteSpace(text[word.End]) && text[word.End] != ')');
        return isKnown || hasValue ? new(QueryTokenKind.Field, name, at, colon + 1) : word;
    }

    private static bool EndsWord(char sign) => char.IsWhiteSpace(sign) || sign is '(' or ')' || Quotes.Contains(sign);

    private static bool ContainsOnlyLetters(this ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
        {
            if (!char.IsLetter(sign))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Control characters and halves of surrogate pairs: nobody types them, and no text holds them.</summary>
    private static void Refuse(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsControl(text[at]) && !char.IsWhiteSpace(text[at]))
            {
                throw new QueryFaultException(
                    at, 1, string.Create(CultureInfo.InvariantCulture, $"There is a control character (U+{(int)text[at]:X4}) in the search."));
            }

            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                throw new QueryFaultException(at, 1, "There is half a character in the search.");
            }

            at++;
        }
    }
}
