using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace MediaDesk.Credits;

/// <summary>
/// Names in capitals put into normal case, as the wires write surnames: <c>Piero CRUCIATTI</c>, <c>CHRISTOPHE PETIT TESSON</c>.
/// Letters change their case and nothing else; what has small letters of its own stays as it is.
/// </summary>
internal static class NameCase
{
    /// <summary>Low between other words of a name.</summary>
    private static readonly FrozenSet<string> Particles = Set(
        "de", "del", "der", "den", "dem", "di", "da", "do", "dos", "das", "du", "des", "van", "von", "vom", "zu", "zum", "zur", "ter", "ten", "het", "bin", "ibn", "bint", "y", "e");

    /// <summary>Low only behind "de": Juan de la Cruz, but Yann Le Gall.</summary>
    private static readonly FrozenSet<string> Articles = Set("la", "las", "los", "le", "les");

    /// <summary>Vietnamese family names, behind which Van is a name of its own.</summary>
    private static readonly FrozenSet<string> BeforeVan = Set(
        "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong", "ly");

    /// <summary>What follows Mac with a capital; Macron, Machado and Macias have none.</summary>
    private static readonly FrozenSet<string> AfterMac = Set(
        "alister", "allister", "arthur", "askill", "aulay", "bride", "carthy", "coll", "cormack", "culloch", "dermott", "diarmid", "donald", "donnell", "dougall", "dowell",
        "duff", "ewan", "ewen", "fadyen", "farlane", "gill", "gillivray", "gowan", "gregor", "guire", "innes", "innis", "intosh", "intyre", "isaac", "iver", "ivor", "kay", "kean", "kenna",
        "kenzie", "kinnon", "kintosh", "lachlan", "laren", "laughlin", "lean", "lellan", "lennan", "leod", "mahon", "manus", "master", "millan", "murray", "namara", "naughton", "nee", "neil",
        "neill", "nicol", "phail", "pherson", "quarrie", "queen", "rae", "ritchie", "sween", "taggart", "tavish", "vicar", "william");

    private static readonly SearchValues<char> Vowels = SearchValues.Create("AEIOUYÀÁÂÄÅÃÈÉÊËÌÍÎÏÒÓÔÖØÙÚÛÜİ");
    private static readonly FrozenSet<string> BeforeApostrophe = Set("dell", "dall", "nell", "sant", "all");
    private static readonly FrozenSet<string> Numerals = Set("ii", "iii", "iv");

    public static string Of(CreditSlice name)
    {
        var words = name.Words().Select(word => word.ToString().Trim(',', ';', ':', '"')).Where(word => word.Length > 0).ToList();
        var hasSmall = words.Any(HasSmall);
        var isAllSmall = words.Count > 1 && words.All(word => !word.Any(sign => char.IsUpper(sign) || char.IsDigit(sign)));
        var isTurkish = name.Span.IndexOfAny("İĞŞ") >= 0;
        var cased = new StringBuilder(name.Length);
        for (var i = 0; i < words.Count; i++)
        {
            var previous = i > 0 ? words[i - 1].ToLowerInvariant() : "";
            var place = new Place(i == 0, i == words.Count - 1, previous, hasSmall, isTurkish, BeforeVan.Contains(words[0].ToLowerInvariant()));
            cased.Append(i > 0 ? " " : "").Append(isAllSmall ? Raise(words[i], place) : Word(words[i], place));
        }

        return cased.ToString();
    }

    private static string Word(string word, Place place)
    {
        if (HasSmall(word) || Numerals.Contains(word) || IsInitials(word, place))
        {
            return word;
        }

        if (IsLow(word, place))
        {
            return Lower(word, place.IsTurkish);
        }

        var cased = new StringBuilder(word.Length);
        var from = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            if (i == word.Length || word[i] is '-' or '.' or '\'' or '’')
            {
                cased.Append(Part(word[from..i], from > 0 ? word[from - 1] : ' ', from > 0 ? word[..(from - 1)] : "", place.IsTurkish));
                if (i < word.Length)
                {
                    cased.Append(word[i]);
                }

                from = i + 1;
            }
        }

        return cased.ToString();
    }

    /// <summary>A part of a word between hyphens, dots and apostrophes.</summary>
    private static string Part(string part, char joint, string before, bool isTurkish)
    {
        if (part.Length == 0)
        {
            return part;
        }

        // O'NEILL and DELL'ORTO go on with a capital; NA'AMA does not.
        if (joint is '\'' or '’' && before.Length != 1 && !BeforeApostrophe.Contains(before))
        {
            return Lower(part, isTurkish);
        }

        var first = char.IsHighSurrogate(part[0]) && part.Length > 1 ? 2 : part.StartsWith("IJ", StringComparison.Ordinal) ? 2 : 1;
        var rest = Lower(part[first..], isTurkish);
        var prefix = part.StartsWith("MC", StringComparison.Ordinal) && part.Length > 4 ? 1
            : part.StartsWith("MAC", StringComparison.Ordinal) && AfterMac.Contains(part[3..]) ? 2 : 0;
        return prefix == 0 ? part[..first] + rest : part[..1] + rest[..prefix] + char.ToUpperInvariant(rest[prefix]) + rest[(prefix + 1)..];
    }

    private static string Raise(string word, Place place) =>
        !place.IsFirst && !place.IsLast && (Particles.Contains(word) || (Articles.Contains(word) && place.Previous == "de")) ? word
        : char.ToUpperInvariant(word[0]) + word[1..];

    private static bool IsLow(string word, Place place) =>
        !place.IsFirst && !place.IsLast
        && ((Particles.Contains(word) && word.Length > 1 && !(place.IsBehindVietnamese && word.Equals("van", StringComparison.OrdinalIgnoreCase)))
            || (Articles.Contains(word) && place.Previous == "de"));

    /// <summary>J., R.S. and the LM of LM Otero stay; LI, NG and the SA of Evaristo SA are names.</summary>
    private static bool IsInitials(string word, Place place)
    {
        var letters = word.Count(char.IsLetter);
        if (letters < 2)
        {
            return true;
        }

        if (word.Split('.', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && parts.All(part => part.Length == 1))
        {
            return true;
        }

        return letters == 2 && word.Length == 2 && place.IsFirst
            && (!word.AsSpan().ContainsAny(Vowels) || word[1] == 'J' || place.HasSmall) && word != "NG";
    }

    private static bool HasSmall(string word) => word.Any(char.IsLower);

    /// <summary>The invariant culture leaves the dotted capital alone; in a Turkish name the capital without a dot has no dot as a small letter either.</summary>
    private static string Lower(string text, bool isTurkish) =>
        (isTurkish ? text.Replace('I', 'ı') : text).Replace('İ', 'i').Replace('ẞ', 'ß').ToLowerInvariant();

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="Previous">The word before, in small letters.</param>
    /// <param name="HasSmall">Whether another word of the name has small letters.</param>
    private readonly record struct Place(bool IsFirst, bool IsLast, string Previous, bool HasSmall, bool IsTurkish, bool IsBehindVietnamese);
}
