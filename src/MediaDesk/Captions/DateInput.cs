using System.Globalization;
using System.Text.RegularExpressions;
using MediaDesk.Metadata;

namespace MediaDesk.Captions;

/// <summary>Dates as people write them, stored as ISO 8601. A date that two people would read differently is refused.</summary>
internal static partial class DateInput
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static FieldInput Read(string text)
    {
        if (PartialDate.TryParse(text, out var date))
        {
            return Keep(date);
        }

        if (Ambiguous().IsMatch(text))
        {
            return FieldInput.Refuse($"“{text}” may be read in two ways: write the month as a word (24 Feb 2020) or the year first (2020-02-24).");
        }

        if (text.Length <= 60 && Understood(text) is { } iso)
        {
            return PartialDate.TryParse(iso, out date) ? Keep(date) : FieldInput.Refuse($"“{text}” is not a day or time that exists.");
        }

        return IsoShape().IsMatch(text)
            ? FieldInput.Refuse($"“{text}” is not a day or time that exists.")
            : FieldInput.Refuse("A date is written like 2020-02-24, 24 Feb 2020 10:14, 2020-02 or 2020.");
    }

    private static FieldInput Keep(PartialDate date) => new(FieldValue.Of(date.ToString()), null);

    /// <summary>The ISO form of a date in words or with other separators, possibly of a day that does not exist; null when it is neither.</summary>
    private static string? Understood(string text)
    {
        foreach (var form in (Regex[])[DayMonthYear(), MonthDayYear(), MonthYear(), YearFirst()])
        {
            if (form.Match(text) is { Success: true } match && Month(match.Groups["m"].Value) is { } month)
            {
                var day = match.Groups["d"] is { Success: true } d ? $"-{d.Value.PadLeft(2, '0')}" : "";
                return $"{match.Groups["y"].Value}-{month:00}{day}{Time(match)}";
            }
        }

        return null;
    }

    private static int? Month(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var name = text.ToLowerInvariant();
        // "Sept" is the one customary abbreviation that is neither three letters nor the name.
        var index = Array.FindIndex(Months, month => month == name || month[..3] == name || (name == "sept" && month == "september"));
        return index < 0 ? null : index + 1;
    }

    private static string Time(Match match)
    {
        if (!match.Groups["h"].Success)
        {
            return "";
        }

        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        if (match.Groups["half"] is { Success: true } half)
        {
            // 12 am is midnight, 12 pm is noon; an hour past 12 with am or pm does not exist and 99 says so.
            hour = hour is < 1 or > 12 ? 99 : (hour % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0);
        }

        var second = match.Groups["s"].Success ? match.Groups["s"].Value : "00";
        var zone = match.Groups["z"].Value.ToUpperInvariant();
        var offset = zone is "" ? "" : zone is "Z" or "UTC" or "GMT" ? "Z" : zone.Contains(':') ? zone : $"{zone[..3]}:{zone[3..]}";
        return $"T{hour:00}:{match.Groups["mi"].Value}:{second}{offset}";
    }

    private const string TimeOfDay =
        @"([T,]?\s*(?<h>\d{1,2}):(?<mi>\d{2})(:(?<s>\d{2}))?\s*(?<half>[ap]\.?m\.?)?\s*(?<z>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?<d>\d{1,2})(st|nd|rd|th|\.)?[ \-]*(?<m>[a-z]{3,9})\.?,?[ \-]*(?<y>\d{4})" + TimeOfDay, Options)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(?<m>[a-z]{3,9})\.? *(?<d>\d{1,2})(st|nd|rd|th)?,? +(?<y>\d{4})" + TimeOfDay, Options)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"^(?<m>[a-z]{3,9})\.?,? *(?<y>\d{4})$", Options)]
    private static partial Regex MonthYear();

    /// <summary>With other separators than ISO has: 2020/02/24, EXIF's 2020:02:24 10:14:05, IIM's 20200224.</summary>
    [GeneratedRegex(@"^(?<y>\d{4})(?<sep>[-/.:]?)(?<m>\d{2})\k<sep>(?<d>\d{2})" + TimeOfDay, Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^\d{1,2}[-/. ]\d{1,2}[-/. ](\d{2}|\d{4})\b", Options)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"^\d{4}(-\d{2}){0,2}([T ]\d{2}:\d{2}.*)?$", Options)]
    private static partial Regex IsoShape();
}
