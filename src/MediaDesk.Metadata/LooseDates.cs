using System.Buffers;
using System.Text.RegularExpressions;

namespace MediaDesk.Metadata;

/// <summary>Reads dates the way cameras, agencies and old caption software write them, into the partial dates of the desk.</summary>
internal static partial class LooseDates
{
    private static readonly SearchValues<char> Nothing = SearchValues.Create("0 :-/.TZ");

    /// <summary>IIM 2:55 and 2:60: CCYYMMDD with 00 for what is unknown, HHMMSS±HHMM; real files also have dashes, colons and other orders.</summary>
    public static string? FromIim(string? date, string? time) => Combine(date, time)?.ToString();

    /// <summary>EXIF "YYYY:MM:DD HH:MM:SS", with subseconds and offset from their own tags.</summary>
    public static PartialDate? FromExif(string? dateTime, string? subSeconds, string? offset)
    {
        var match = Exif().Match(dateTime?.Trim() ?? "");
        if (!match.Success)
        {
            return FromXmp(dateTime);
        }

        var digits = subSeconds?.Trim() is { Length: > 0 } fraction && fraction.All(char.IsAsciiDigit) ? "." + fraction[..Math.Min(fraction.Length, 7)] : "";
        return Combine(match.Groups["d"].Value, match.Groups["t"].Success ? match.Groups["t"].Value + digits + Zone(offset) : null);
    }

    /// <summary>XMP dates are ISO 8601, but software writes EXIF's and IIM's forms there too.</summary>
    public static PartialDate? FromXmp(string? text)
    {
        text = text?.Trim();
        if (PartialDate.TryParse(text, out var date))
        {
            return date;
        }

        var match = DateThenTime().Match(text ?? "");
        return match.Success ? Combine(match.Groups["d"].Value, match.Groups["t"].Value) : null;
    }

    /// <summary>Whether a text tries to say a date: zeros and blanks are how software says that it knows none.</summary>
    public static bool IsMeant(string? text) => text is not null && text.AsSpan().ContainsAnyExcept(Nothing);

    private static PartialDate? Combine(string? date, string? time)
    {
        var match = Date().Match(date?.Trim() ?? "");
        if (!match.Success)
        {
            return null;
        }

        var year = match.Groups["y"].Value;
        var month = match.Groups["m"].Success && match.Groups["m"].Value != "00" ? match.Groups["m"].Value : null;
        var day = month is not null && match.Groups["d"].Success && match.Groups["d"].Value != "00" ? match.Groups["d"].Value : null;
        var text = year + (month is null ? "" : "-" + month) + (day is null ? "" : "-" + day);
        var clock = Time().Match(time?.Trim() ?? "");
        if (day is not null && clock.Success)
        {
            var zone = clock.Groups["z"].Success ? Zone(clock.Groups["z"].Value) : "";
            var exact = $"{text}T{clock.Groups["h"].Value}:{clock.Groups["mi"].Value}:{(clock.Groups["s"].Success ? clock.Groups["s"].Value : "00")}{clock.Groups["f"].Value}";
            if (PartialDate.TryParse(exact + zone, out var withTime) || PartialDate.TryParse(exact, out withTime))
            {
                return withTime;
            }
        }

        return PartialDate.TryParse(text, out var parsed) ? parsed : null;
    }

    private static string Zone(string? offset)
    {
        var match = Offset().Match(offset?.Trim() ?? "");
        return !match.Success ? "" : match.Value == "Z" ? "Z" : $"{match.Groups["sign"].Value}{match.Groups["h"].Value}:{(match.Groups["m"].Success ? match.Groups["m"].Value : "00")}";
    }

    /// <summary>The full text a date was read from may hold less than the format promises ("2015-09-" in a field of eight bytes).</summary>
    [GeneratedRegex(@"^(?<y>\d{4})(?:[-:/. ]?(?<m>\d{2})(?:[-:/. ]?(?<d>\d{2}))?)?[-:/.]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?<h>\d{2}):?(?<mi>\d{2})(:?(?<s>\d{2})(?<f>\.\d{1,7})?\d*)?(?<z>\s*(Z|[+-]\d{2}:?\d{2}?))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<d>\d{4}[-:/. ]?\d{2}[-:/. ]?\d{2})[T ]?(?<t>\d{2}:?\d{2}.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex DateThenTime();

    [GeneratedRegex(@"^(?<d>\d{4}:[\d ]{2}:[\d ]{2})(?: (?<t>[\d ]{2}:[\d ]{2}:[\d ]{2}))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Exif();

    [GeneratedRegex(@"^(Z|(?<sign>[+-])(?<h>\d{2}):?(?<m>\d{2})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();
}
