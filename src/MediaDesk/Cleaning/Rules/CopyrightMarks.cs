using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning.Rules;

/// <summary>"© 2019 Jane Doe" and "Jane Doe (c) 2019": a mark of copyright and its year are no part of a name. The word alone is taken off only before what is known to be one.</summary>
internal sealed class CopyrightMarks() : CleaningRule(
    "copyright-marks", "© and years", "Takes ©, (c), Copyright and the year beside them off byline and credit line. The copyright notice stays.",
    new(["© 2019 Jane Doe"], null, "Copyright 2019 AFP. All rights reserved", null, null))
{
    private static readonly string[] Reserved = ["all rights reserved", "tous droits réservés", "alle rechte vorbehalten", "todos los derechos reservados"];

    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies) => fields.WithNames(name => WithoutMark(name, agencies));

    private static string WithoutMark(string text, AgencyCatalogue agencies)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        var name = WithoutLeading(WithoutReserved(text), agencies);
        name = WithoutTrailing(name);
        // A mark and nothing else stays: there is no name to uncover.
        return name.Any(char.IsLetter) ? name : text;
    }

    private static string WithoutReserved(string text)
    {
        var trimmed = text.AsSpan().TrimEnd(" .,;/-–");
        foreach (var words in Reserved)
        {
            if (trimmed.EndsWith(words, StringComparison.OrdinalIgnoreCase) && trimmed.Length > words.Length)
            {
                return trimmed[..^words.Length].TrimEnd(" .,;/-–|").ToString();
            }
        }

        return text;
    }

    private static string WithoutLeading(string text, AgencyCatalogue agencies)
    {
        var (at, isMarked, hasWord, isOpen) = (0, false, false, false);
        while (true)
        {
            var rest = text.AsSpan(at);
            var skipped = rest.Length - rest.TrimStart(" :,.").Length;
            isOpen |= hasWord && rest[..skipped].Contains(':');
            rest = rest[skipped..];
            var length = Mark(rest);
            if (length > 0)
            {
                isMarked = true;
            }
            else if ((length = Word(rest)) > 0)
            {
                hasWord = true;
            }
            else if ((isMarked || hasWord || IsMarkBehindYear(rest)) && (length = Year(rest)) > 0)
            {
                isOpen |= hasWord;
            }
            else
            {
                break;
            }

            at += skipped + length;
        }

        if (at == 0)
        {
            return text;
        }

        var name = text[at..].TrimStart(' ', ':', ',', '.', '-', '–');
        var isName = isMarked || isOpen || agencies.Find(name) is not null || PersonName.LooksLike(new CreditSlice(name, 0, name.Length));
        return isName ? name : text;
    }

    private static string WithoutTrailing(string text)
    {
        var name = text.AsSpan().TrimEnd();
        var end = name.Length;
        while (end > 4 && Year(name[(end - 4)..end]) == 4 && (end == 4 || !char.IsLetterOrDigit(name[end - 5])))
        {
            end -= 4;
            end = name[..end].TrimEnd(" -–,").Length;
        }

        var marked = name[..end];
        foreach (var mark in (ReadOnlySpan<string>)["©", "(c)", "(C)"])
        {
            if (marked.EndsWith(mark, StringComparison.Ordinal) && marked.Length > mark.Length)
            {
                return marked[..^mark.Length].TrimEnd(" ,;/-–|").ToString();
            }
        }

        return text;
    }

    private static bool IsMarkBehindYear(ReadOnlySpan<char> rest) => Year(rest) is > 0 and var length && Mark(rest[length..].TrimStart()) > 0;

    private static int Mark(ReadOnlySpan<char> text) => text is ['©', ..] ? 1 : text.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) ? 3 : 0;

    /// <summary>"Copyright", also with "by" or "of" behind it.</summary>
    private static int Word(ReadOnlySpan<char> text)
    {
        const string copyright = "copyright";
        if (!text.StartsWith(copyright, StringComparison.OrdinalIgnoreCase) || (text.Length > copyright.Length && char.IsLetterOrDigit(text[copyright.Length])))
        {
            return 0;
        }

        foreach (var more in (ReadOnlySpan<string>)[" by ", " of "])
        {
            if (text[copyright.Length..].StartsWith(more, StringComparison.OrdinalIgnoreCase))
            {
                return copyright.Length + more.Length;
            }
        }

        return copyright.Length;
    }

    /// <summary>A year, or two with a hyphen between them.</summary>
    private static int Year(ReadOnlySpan<char> text)
    {
        if (!IsYear(text))
        {
            return 0;
        }

        return text.Length > 8 && text[4] is '-' or '–' && IsYear(text[5..]) ? 9 : 4;
    }

    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length >= 4 && text[0] is '1' or '2' && !text[..4].ContainsAnyExceptInRange('0', '9') && (text.Length == 4 || !char.IsLetterOrDigit(text[4]));
}
