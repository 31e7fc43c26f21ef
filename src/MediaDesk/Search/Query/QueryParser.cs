using System.Collections.Immutable;
using MediaDesk.Language;

namespace MediaDesk.Search.Query;

/// <summary>
/// Makes the tree of a query. Words side by side must all match; <c>OR</c>, in capitals, binds less; <c>-</c> excludes what
/// follows it. <c>AND</c>, <c>NOT</c> and <c>NEAR</c> are words like any other. Signs alone (<c>Tom &amp; Jerry</c>) are passed over.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>Brackets within brackets.</summary>
    private const int DeepestBrackets = 20;

    /// <summary>"the 24th of February, 2020 .. today": no date has more words.</summary>
    private const int LongestDate = 8;

    /// <summary>Words of a name of a place that stands without quotes.</summary>
    private const int LongestName = 4;

    private readonly string text;
    private readonly List<QueryToken> tokens;
    private int next;
    private int depth;

    private QueryParser(string text) => (this.text, tokens) = (text, QueryLexer.Cut(text));

    private QueryToken Current => tokens[next];

    /// <exception cref="QueryFaultException">The text cannot be understood.</exception>
    public static QueryNode Parse(string text)
    {
        var parser = new QueryParser(text);
        if (parser.Current.Kind == QueryTokenKind.End)
        {
            return new QueryNode.AllOf([]);
        }

        var tree = parser.Alternatives();
        if (parser.Current.Kind == QueryTokenKind.Close)
        {
            throw new QueryFaultException(parser.Current.Position, 1, "This bracket closes none that was opened.");
        }

        return tree ?? throw new QueryFaultException(
            0, text.Length, "There is no letter and no digit in the search, so there is nothing to look for.");
    }

    private QueryNode? Alternatives()
    {
        var parts = new List<QueryNode>();
        var isAlternative = false;
        while (true)
        {
            var before = Current;
            if (Together() is { } part)
            {
                parts.Add(part);
            }
            else if (isAlternative || Current.Kind == QueryTokenKind.Or)
            {
                var or = Current.Kind == QueryTokenKind.Or ? Current : tokens[next - 1].Kind == QueryTokenKind.Or ? tokens[next - 1] : before;
                throw new QueryFaultException(
                    or.Position, or.Length, "OR stands between two things to look for. To look for the word itself, put it in quotes.", "\"OR\"");
            }

            if (Current.Kind != QueryTokenKind.Or)
            {
                return parts switch
                {
                    [] => null,
                    [var single] => single,
                    _ => new QueryNode.AnyOf([.. parts.SelectMany(part => part is QueryNode.AnyOf any ? any.Parts : [part])]),
                };
            }

            isAlternative = true;
            next++;
        }
    }

    private QueryNode? Together()
    {
        var parts = new List<QueryNode>();
        while (Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or))
        {
            if (Single() is { } part)
            {
                parts.AddRange(part is QueryNode.AllOf all ? all.Parts : [part]);
            }
        }

        return parts switch
        {
            [] => null,
            [var single] => single,
            _ => new QueryNode.AllOf([.. parts]),
        };
    }

    private QueryNode? Single()
    {
        var token = tokens[next++];
        return token.Kind switch
        {
            QueryTokenKind.Minus => Negative(token),
            QueryTokenKind.Open => Bracket(token),
            QueryTokenKind.Field => Field(token),
            _ => Words(null, token),
        };
    }

    private QueryNode.Not Negative(QueryToken minus)
    {
        if (Current.Kind == QueryTokenKind.Minus)
        {
            throw new QueryFaultException(minus.Position, 2, "One - is enough to exclude what follows it.", "-");
        }

        if (Current.Kind is QueryTokenKind.Or or QueryTokenKind.Close or QueryTokenKind.End)
        {
            throw new QueryFaultException(minus.Position, minus.Length, "There is nothing after - that could be excluded.");
        }

        var start = Current;
        return new(Single() ?? throw new QueryFaultException(
            minus.Position, start.End - minus.Position, "There is no letter and no digit after - that could be excluded."));
    }

    private QueryNode? Bracket(QueryToken open)
    {
        if (++depth > DeepestBrackets)
        {
            throw new QueryFaultException(open.Position, 1, $"More than {DeepestBrackets} brackets stand within one another.");
        }

        if (Current.Kind == QueryTokenKind.Close)
        {
            throw new QueryFaultException(open.Position, 2, "There is nothing between these brackets.");
        }

        var inner = Alternatives();
        if (Current.Kind != QueryTokenKind.Close)
        {
            throw new QueryFaultException(
                open.Position, text.Length - open.Position, "This bracket is opened and not closed.", inner is null ? null : text[open.Position..].TrimEnd() + new string(')', depth));
        }

        next++;
        depth--;
        return inner;
    }

    private QueryNode Field(QueryToken name)
    {
        var value = Current;
        var hasValue = value.Position == name.End && value.Kind is QueryTokenKind.Word or QueryTokenKind.Quoted or QueryTokenKind.Or;
        var whole = hasValue ? value.End - name.Position : name.Length;
        if (!QueryFields.TryParse(name.Text, out QueryField field))
        {
            throw Unknown(name, whole);
        }

        if (!hasValue || value.Position != name.End)
        {
            throw NoValue(name, field);
        }

        next++;
        return field switch
        {
            QueryField.Date or QueryField.Added => When(field, name, value),
            QueryField.Has or QueryField.Missing => QueryValues.Known(field, name, value),
            QueryField.Status or QueryField.Is or QueryField.Format or QueryField.Orientation => QueryValues.Trait(field, name, value),
            QueryField.Near => Near(name, value),
            QueryField.Alike or QueryField.Similar => QueryValues.Like(field, name, value),
            QueryField.Box => QueryValues.Within(name, value),
            _ => Words(field, value) ?? throw new QueryFaultException(
                name.Position, whole, $"There is no letter and no digit after {field.Name()}: to look for."),
        };
    }

    private QueryFaultException Unknown(QueryToken name, int length)
    {
        var written = text.Substring(name.Position, length);
        return QueryFields.Near(name.Text) is { } near
            ? new(name.Position, length, $"There is no field {name.Text}: here. Did you mean {near}:?", near + written[name.Text.Length..])
            : new(name.Position, length, $"There is no field {name.Text}: here. Fields are {string.Join(", ", QueryFields.Names)}. To look for these words, put them in quotes.",
                $"\"{written.Replace("\"", "", StringComparison.Ordinal)}\"");
    }

    private QueryFaultException NoValue(QueryToken name, QueryField field)
    {
        if (Current.Kind == QueryTokenKind.Open && Current.Position == name.End)
        {
            return new(name.Position, name.Length + 1, $"A field takes one value; write ({field.Name()}:… OR {field.Name()}:…).");
        }

        // "agency: AFP" is meant as it is read.
        var meant = Current.Kind switch
        {
            QueryTokenKind.Word => $"{field.Name()}:{Current.Text}",
            QueryTokenKind.Quoted => $"{field.Name()}:\"{Current.Text}\"",
            _ => null,
        };
        var length = meant is null ? name.Length : Current.End - name.Position;
        return new(name.Position, length, $"{field.Name()}: needs what to look for right after the colon.", meant);
    }

    /// <summary>A date may be written in several words without quotes: as many of the next ones belong to it as make a date.</summary>
    private QueryNode.When When(QueryField field, QueryToken name, QueryToken value)
    {
        for (var more = value.Kind == QueryTokenKind.Word ? LongestDate - 1 : 0; more > 0; more--)
        {
            if (Ahead(more) is { } words && DateReader.Read($"{value.Text} {words}", out _, out _) is { } written)
            {
                next += more;
                return new(field, written);
            }
        }

        if (DateReader.Read(value.Text, out var fault, out var meant) is { } span)
        {
            if (value.Kind == QueryTokenKind.Word && Ahead(1) is { } hour && DateReader.IsTimeOfDay(hour))
            {
                DateReader.Read($"{value.Text}T{hour}", out fault, out _);
                throw new QueryFaultException(name.Position, Current.End - name.Position, fault!, $"{field.Name()}:{value.Text}");
            }

            return new(field, span);
        }

        // "31 April 2020" has the shape of a date: it is that which is wrong, not "31".
        var end = value.End;
        if (value.Kind == QueryTokenKind.Word && Ahead(2) is { } rest && DateReader.LooksLike($"{value.Text} {rest}"))
        {
            DateReader.Read($"{value.Text} {rest}", out fault, out meant);
            end = tokens[next + 1].End;
        }

        throw new QueryFaultException(name.Position, end - name.Position, fault!, meant is null ? null : $"{field.Name()}:{meant}");
    }

    /// <summary><c>near:"Idlib"~50km</c>; a name of several words may stand without quotes when the distance follows.</summary>
    private QueryNode.Near Near(QueryToken name, QueryToken value)
    {
        var (place, distance, end) = (value.Text, (string?)null, value.End);
        if (value.Kind == QueryTokenKind.Quoted)
        {
            if (Current.Kind == QueryTokenKind.Word && Current.Text.StartsWith('~'))
            {
                (distance, end) = (Current.Text, Current.End);
                next++;
            }
        }
        else
        {
            for (var more = 1; !place.Contains('~') && more <= LongestName; more++)
            {
                if (Ahead(more) is { } words && words.Contains('~'))
                {
                    (place, end) = ($"{value.Text} {words}", tokens[next + more - 1].End);
                    next += more;
                }
            }

            var tilde = place.IndexOf('~', StringComparison.Ordinal);
            (place, distance) = tilde < 0 ? (place, null) : (place[..tilde], place[tilde..]);
        }

        // "~50 km"
        if (distance is not null && char.IsAsciiDigit(distance[^1]) && Ahead(1) is { } unit && QueryValues.IsUnit(unit))
        {
            (distance, end) = (distance + unit, Current.End);
            next++;
        }

        return QueryValues.Near(place.Trim(), distance, name.Position, end - name.Position);
    }

    /// <summary>The next so many tokens as they stand, when all of them are words; else null.</summary>
    private string? Ahead(int count)
    {
        var ahead = tokens.Skip(next).Take(count).ToArray();
        return ahead.Length == count && ahead.All(token => token.Kind == QueryTokenKind.Word) ? string.Join(' ', ahead.Select(token => token.Text)) : null;
    }

    private QueryNode.Words? Words(QueryField? field, QueryToken token)
    {
        if (token.Kind == QueryTokenKind.Quoted)
        {
            // "ankara atta"* : a star right after the closing quotation mark.
            var isPrefix = Current is { Kind: QueryTokenKind.Word, Text: "*" } && Current.Position == token.End;
            next += isPrefix ? 1 : 0;
            return Some(new(field, token.Text, isPrefix));
        }

        var star = token.Text.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return Some(new(field, token.Text, false));
        }

        var beginning = token.Text[..star];
        if (star < token.Text.Length - 1)
        {
            throw new QueryFaultException(token.Position + star, 1, "* stands only at the end of a word: it finds words that begin so.");
        }

        return Some(new(field, beginning, true))
            ?? throw new QueryFaultException(token.Position + star, 1, "* needs the beginning of a word before it.");
    }

    private static QueryNode.Words? Some(QueryNode.Words words) => words.Normal.Length > 0 ? words : null;
}
