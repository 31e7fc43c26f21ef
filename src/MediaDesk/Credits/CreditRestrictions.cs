using System.Buffers;
using System.Collections.Frozen;
using MediaDesk.Language;
using MediaDesk.Places;

namespace MediaDesk.Credits;

/// <summary>
/// Takes off what a credit line says about use: <c>NO SALES</c>, <c>EDITORIAL USE ONLY</c>, and in capitals behind a name without any stop
/// <c>EPA-EFE/JANE DOE AUSTRALIA AND NEW ZEALAND OUT</c>.
/// </summary>
public static class CreditRestrictions
{
    private const string Out = "OUT";
    private const int MostWordsOfOne = 3;

    /// <summary>Codes of countries are names of people too: COL, MAR.</summary>
    private const int LongestCode = 3;
    private const int MostOutlets = 8;

    /// <summary>A piece between separators that ends in OUT and is no longer than this is a restriction as a whole.</summary>
    private const int MostWordsOfPiece = 4;

    /// <summary>Where the words of a restriction begin, the credit has ended.</summary>
    private static readonly string[] Openings =
    [
        "EDITORIAL USE", "RESTRICTED TO", "NO SALES", "NO RESALES", "NO ARCHIV", "NO COMMERCIAL", "ATTENTION EDITORS", "THIS IMAGE HAS BEEN", "THIS IMAGE WAS", "all rights reserved",
        "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "DISTRIBUTED AS A SERVICE", "NO MARKETING", "NO ADVERTISING", "NO THIRD PARTY", "NO TABLOIDS", "NO MAGS", "NO MAGAZINES",
        " or licensors", " or its licensors", " or licensees", "NO TV", "NO INTERNET", "NO USE", "FOR USE WITH", "ONE TIME USE", "ONE-TIME USE", "NOT FOR SALE", "NOT FOR RESALE", "MANDATORY CREDIT \"", "TPX IMAGES", "RESTRICTIONS:",
    ];

    private static readonly SearchValues<char> Separators = SearchValues.Create("/|()[];–—\n");

    /// <summary>Media and parts of the world that may not use a picture, beside countries.</summary>
    private static readonly FrozenSet<string> Others = new[]
    {
        "mags", "magazines", "newspapers", "papers", "tabloids", "tv", "internet", "online", "web", "radio", "locals", "new york", "ny", "nyc", "new england", "benelux", "scandinavia", "uk", "usa", "us", "u s", "eu", "europe", "asia",
        "north america", "south america", "latin america", "africa", "england", "scotland", "wales", "northern ireland", "holland", "the netherlands", "great britain", "britain", "czech republic", "ivory coast", "hong kong",
        "macau", "taiwan", "russia", "south korea", "north korea", "korea", "quebec", "catalonia", "gsa", "world",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The line with blanks where it speaks of restrictions, so that all else stays in its place.</summary>
    internal static string Without(string credit)
    {
        var end = credit.Length;
        foreach (var words in Openings)
        {
            var at = credit.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            end = at > 0 ? Math.Min(end, at) : end;
        }

        var line = credit[..end];
        for (var at = line.IndexOf(Out, StringComparison.Ordinal); at > 0; at = line.IndexOf(Out, at + Out.Length, StringComparison.Ordinal))
        {
            if (IsWord(line, at) && OutletsBefore(line, at) is >= 0 and var from)
            {
                line = string.Concat(line.AsSpan(0, from), new string(' ', at + Out.Length - from), line.AsSpan(at + Out.Length));
            }
        }

        return line;
    }

    /// <summary>Whether it is a country, a part of the world or a kind of medium that a picture may be kept from.</summary>
    public static bool IsOutlet(string words) => Others.Contains(TextNormaliser.Normalise(words)) || (words.Length > LongestCode && Countries.TryCode(words, out _));

    private static bool IsWord(string line, int at) =>
        !char.IsLetterOrDigit(line[at - 1]) && (at + Out.Length == line.Length || !char.IsLetterOrDigit(line[at + Out.Length]));

    /// <summary>Where the list before OUT begins; -1 where there is none.</summary>
    private static int OutletsBefore(string line, int at)
    {
        var separator = line.AsSpan(0, at).LastIndexOfAny(Separators) + 1;
        var words = new CreditSlice(line, separator, at).Words();
        var first = Before(words, words.Count);
        for (var outlets = 1; outlets < MostOutlets && first < words.Count && first > 1; outlets++)
        {
            // "AUSTRALIA, FIJI AND NEW ZEALAND": a family name that is a country too has nothing between.
            var end = IsAnd(words[first - 1]) ? first - 1 : words[first - 1].Span[^1] is ',' ? first : 0;
            var before = end > 0 ? Before(words, end) : end;
            if (before == end)
            {
                break;
            }

            first = before;
        }

        return first < words.Count ? words[first].Start
            : separator > 0 && words.Count is > 0 and <= MostWordsOfPiece && IsInCapitals(words) ? separator : -1;
    }

    /// <summary>Where the outlet that ends before a word begins; the same number where none does.</summary>
    private static int Before(IReadOnlyList<CreditSlice> words, int end)
    {
        for (var count = Math.Min(MostWordsOfOne, end); count > 0; count--)
        {
            var outlet = words[end - count] with { End = words[end - 1].End };
            if (IsOutlet(outlet.Trim().ToString()))
            {
                return end - count;
            }
        }

        return end;
    }

    private static bool IsAnd(CreditSlice word) => word.Span is "AND" or "and" or "&" or "OR";

    private static bool IsInCapitals(IReadOnlyList<CreditSlice> words) => words.All(word => !word.ToString().Any(char.IsLower));
}
