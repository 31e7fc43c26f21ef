using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>What the names of people look like, and telling several of them apart.</summary>
internal static class PersonName
{
    private const int MostWords = 6;

    private static readonly FrozenSet<string> GivenNames = ReadGivenNames();

    private static readonly FrozenSet<string> Particles = Set(
        "de del della dello dei der den dem di da do dos das du des la las le les los van von vom zu zum zur ter ten te het bin ibn bint ben abu al el y e ul ur af av d o t st");

    private static readonly FrozenSet<string> And = Set("and und et y e og och");

    private static readonly FrozenSet<string> Ranks = Set(
        "staff tech technical master senior sr first 1st 2nd 3rd second third class petty officer lance chief mass communication specialist warrant rear fire controlman");

    private static readonly FrozenSet<string> Titles = Set(
        "sgt sergeant cpl corporal pfc pvt spc spec specialist lt lieutenant capt captain maj cmdr cdr airman seaman dr prof professor mr mrs ms herr frau officer a1c sra ssgt tsgt msgt po1 po2 po3 mc1 mc2 mc3 pa1 pa2 pa3 lcpl");

    private static readonly FrozenSet<string> Generations = Set("jr sr ii iii iv");

    /// <summary>Two to six words that begin with a capital, or particles; no word of an organisation, no digit.</summary>
    public static bool LooksLike(CreditSlice part)
    {
        var words = part.Words();
        if (words.Count is < 2 or > MostWords || OrganisationName.Has(part))
        {
            return false;
        }

        var isSmall = words.All(word => IsWord(word) && char.IsLower(word.Text[word.Start]));
        return isSmall || words.Select((word, i) => (word, i)).All(x => IsWord(x.word)
            && (!char.IsLower(x.word.Text[x.word.Start]) || IsParticle(x.word)));
    }

    /// <summary>Whether the first word is a name people are given.</summary>
    public static bool HasGivenName(CreditSlice part)
    {
        var words = TextNormaliser.Words(part.ToString());
        return words.Count > 0 && (GivenNames.Contains(words[0]) || (words[0].Length == 1 && words.Count > 1));
    }

    /// <param name="normal">In the form of <see cref="TextNormaliser"/>.</param>
    public static bool IsGivenName(string normal) => GivenNames.Contains(normal);

    /// <summary>Capitals and nothing else, at most three: the initials of a staff photographer.</summary>
    public static bool IsInitials(CreditSlice part)
    {
        var letters = 0;
        foreach (var sign in part.Span)
        {
            if (!char.IsUpper(sign) && sign != '.')
            {
                return false;
            }

            letters += sign == '.' ? 0 : 1;
        }

        return letters is >= 1 and <= 3;
    }

    /// <summary>The name without rank or title before it: Staff Sgt. Jane Doe.</summary>
    public static CreditSlice WithoutTitle(CreditSlice name)
    {
        var words = name.Words();
        var (at, isTitle) = (0, false);
        for (; at < words.Count - 1; at++)
        {
            var normal = TextNormaliser.Normalise(words[at].ToString());
            if (!Titles.Contains(normal) && !Ranks.Contains(normal))
            {
                break;
            }

            isTitle |= Titles.Contains(normal);
        }

        return isTitle && at > 0 ? name.From(words[at].Start) : name;
    }

    /// <summary>
    /// Whether an entry of the byline is one person with the surname first: "Haddad, Leila". Each entry is one creator (IPTC Photo Metadata
    /// Standard, Creator), so two names in it are two people only where each may be a whole name, or the given name stands first.
    /// </summary>
    public static bool IsTurnedRound(string entry, string surname, string given) =>
        entry.Count(sign => sign == ',') == 1 && !entry.AsSpan().ContainsAny('/', ';', '&')
        && TextNormaliser.Words(surname) is [var family] && TextNormaliser.Words(given) is [var first, ..] and { Count: <= 2 }
        && (IsGivenName(first) || !IsGivenName(family));

    /// <summary>The people of a part that may name several: "Jane Doe, John Roe and Ann Poe".</summary>
    public static IReadOnlyList<CreditSlice> Split(CreditSlice part)
    {
        var names = new List<CreditSlice>();
        var start = part.Start;
        foreach (var (from, to) in Breaks(part))
        {
            names.Add((part with { Start = start, End = from }).Trim());
            start = to;
        }

        names.Add(part.From(start).Trim());
        return [.. names.Where(name => !name.IsEmpty)];
    }

    private static List<(int From, int To)> Breaks(CreditSlice part)
    {
        var breaks = new List<(int From, int To)>();
        var words = part.Words();
        foreach (var word in words)
        {
            // "JO ROE,ANN POE"
            if (word.Span[..^1].IndexOf(',') is > 0 and var comma)
            {
                breaks.Add((word.Start + comma, word.Start + comma + 1));
            }
        }

        for (var i = 1; i < words.Count; i++)
        {
            var before = words[i - 1];
            var isComma = before.Text[before.End - 1] is ',' or ';';
            var normal = TextNormaliser.Normalise(words[i].ToString());
            if (words[i].Span is "&" or "+" || (And.Contains(normal) && !HasCapital(words[i])))
            {
                var isList = i >= 2 && i + 2 < words.Count;
                if (isList || isComma || (i + 1 < words.Count && normal is "and"))
                {
                    breaks.Add((before.End, words[i].End));
                }
            }
            else if (isComma && !Generations.Contains(normal) && !(breaks.Count > 0 && breaks[^1].To == before.End))
            {
                breaks.Add((before.End - 1, before.End));
            }
        }

        breaks.Sort();
        return breaks;
    }

    private static bool HasCapital(CreditSlice word) => word.Span.Length == 1 && char.IsUpper(word.Span[0]);

    private static bool IsParticle(CreditSlice word) =>
        Particles.Contains(TextNormaliser.Normalise(word.ToString())) || word.Span.IndexOfAny('-', '\'', '’') is > 0 and <= 3;

    private static bool IsWord(CreditSlice word)
    {
        foreach (var sign in word.Span)
        {
            var isPart = char.IsLetter(sign) || sign is '-' or '\'' or '’' or '.' or '‘' or 'ʼ' or '`' or ',' || char.IsSurrogate(sign)
                || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;
            if (!isPart)
            {
                return false;
            }
        }

        return char.IsLetter(word.Span[0]) || word.Span[0] is '\'' or '’' or '‘' || char.IsSurrogate(word.Span[0]);
    }

    private static FrozenSet<string> ReadGivenNames()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Credits.given-names.txt")
            ?? throw new InvalidOperationException("The list of given names is not built into MediaDesk.");
        using var reader = new StreamReader(stream);
        return Set(reader.ReadToEnd());
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
