using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>Whether a text of the file is what exiftool made of it: it rewrites dates, fractions, coordinates and line ends.</summary>
internal static partial class Leaf
{
    public static bool Same(string want, string got)
    {
        want = Plain(want);
        got = Plain(got);
        return want == got || SameNumber(want, got) || SameDate(want, got) || SameDegrees(want, got) || SameBinary(want, got) || SameTruth(want, got)
            || SameTime(want, got) || SameApex(want, got) || SameFractions(want, got) || SameTerm(want, got) || SameColourSpace(want, got) || SameButUnreadable(want, got);
    }

    public static bool SameNumber(string want, string got) => Number(want) is { } one && Number(got) is { } other && SameNumber(one, other);

    /// <summary>What no character set changes: printable ASCII, without the sign that stands for what could not be read.</summary>
    public static string Skeleton(string text) => string.Concat(text.Where(one => one is > ' ' and < '\x7F' and not '?'));

    /// <summary>exiftool prints ten digits.</summary>
    public static bool SameNumber(double want, double got) => want.Equals(got) || Math.Abs(want - got) <= 1e-7 * Math.Max(Math.Abs(want), Math.Abs(got)) || Math.Abs(want - got) < 1e-9;

    private static double? Number(string text)
    {
        var match = Fraction().Match(text);
        return match.Success
            ? double.Parse(match.Groups["above"].ValueSpan, CultureInfo.InvariantCulture) / double.Parse(match.Groups["below"].ValueSpan, CultureInfo.InvariantCulture)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool SameDate(string want, string got) => ExiftoolDate().IsMatch(want) && Digits(want) == Digits(got);

    private static bool SameTime(string want, string got) => ExiftoolTime().IsMatch(want) && Digits(want.Replace(".", "", StringComparison.Ordinal)) == Digits(got.Replace(".", "", StringComparison.Ordinal));

    /// <summary>The logarithms of shutter speed and aperture. Exif 3.0, annex C.</summary>
    private static bool SameApex(string want, string got) =>
        Fraction().IsMatch(got) && Number(want) is { } one && Number(got) is { } value && (SameNumber(one, Math.Pow(2, value / 2)) || SameNumber(one, Math.Pow(2, -value)));

    private static bool SameFractions(string want, string got)
    {
        var (wants, gots) = (want.Split(' '), got.Split(' '));
        return wants.Length == gots.Length && wants.Zip(gots).All(pair => Fraction().IsMatch(pair.Second) && (SameNumber(pair.First, pair.Second) || (pair.First == "undef" && pair.Second == "0/0")));
    }

    /// <summary>exiftool shows a byte that is no UTF-8 as "?", we as the letter it most plausibly is.</summary>
    private static bool SameButUnreadable(string want, string got) =>
        want.Length == got.Length && want.Zip(got).All(pair => pair.First == pair.Second || (pair.First is '?' or '\uFFFD' && pair.Second > '\x7F'));

    /// <summary>exiftool leaves out the address of the vocabulary of PLUS.</summary>
    private static bool SameTerm(string want, string got) => got == $"http://ns.useplus.org/ldf/vocab/{want}";

    /// <summary>exiftool takes the last 16 bits: software wrote -1 for 65535 (uncalibrated).</summary>
    private static bool SameColourSpace(string want, string got) => want == "65535" && got == "4294967295";

    private static string Digits(string text) => string.Concat(text.Replace("Z", "+0000", StringComparison.Ordinal).Where(one => char.IsAsciiDigit(one) || one is '+')).Replace("+0000", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal);

    private static bool SameDegrees(string want, string got)
    {
        var match = Coordinate().Match(got);
        if (!match.Success || Number(want) is not { } degrees)
        {
            return false;
        }

        double Part(string name) => match.Groups[name].Success ? double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var value = Part("d") + (Part("m") / 60) + (Part("s") / 3600);
        return SameNumber(degrees, match.Groups["k"].ValueSpan is "S" or "W" ? -value : value);
    }

    /// <summary>exiftool shows images by their length.</summary>
    private static bool SameBinary(string want, string got)
    {
        var match = Binary().Match(want);
        return match.Success && int.Parse(match.Groups["length"].ValueSpan, CultureInfo.InvariantCulture) is var length
            && (length == got.Length || length == (got.Count(one => !char.IsWhiteSpace(one) && one != '=') * 3 / 4));
    }

    private static bool SameTruth(string want, string got) => want.Equals(got, StringComparison.OrdinalIgnoreCase) && want.ToUpperInvariant() is "TRUE" or "FALSE";

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"^(?<above>-?\d+)/(?<below>-?\d+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"^\d{4}:\d\d(:\d\d|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex ExiftoolDate();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d", RegexOptions.ExplicitCapture)]
    private static partial Regex ExiftoolTime();

    [GeneratedRegex(@"^(?<d>[\d.]+)(,(?<m>[\d.]+)(,(?<s>[\d.]+))?)?(?<k>[NSEW])$", RegexOptions.ExplicitCapture)]
    private static partial Regex Coordinate();

    [GeneratedRegex(@"^\(Binary data (?<length>\d+) bytes", RegexOptions.ExplicitCapture)]
    private static partial Regex Binary();
}
