using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Xmp;

/// <summary>The newsroom's view of XMP properties.</summary>
internal static partial class XmpFields
{
    public static FieldValue? Value(XmpValues xmp, NewsroomField field, ProblemList problems)
    {
        var name = XmpTags.NameOf(field);
        if (field.IsList)
        {
            return FieldValue.Of(xmp.Items(name).Select(item => item.Text));
        }

        var text = xmp.Text(name);
        if (field != NewsroomFields.DateCreated || text is null)
        {
            return FieldValue.Of(text);
        }

        var date = LooseDates.FromXmp(text);
        if (date is null && LooseDates.IsMeant(text))
        {
            problems.Add("XMP photoshop:DateCreated", $"The date “{PlainText.Shorten(text)}” cannot be understood.");
        }

        return FieldValue.Of(date?.ToString());
    }

    /// <summary>The texts of a language alternative other than the default.</summary>
    public static ImmutableSortedDictionary<string, string> Languages(XmpValues xmp, NewsroomField field) =>
        field.IsList ? ImmutableSortedDictionary<string, string>.Empty : xmp.Items(XmpTags.NameOf(field))
            .Where(item => item.Language is not (null or XmpValues.DefaultLanguage))
            .GroupBy(item => item.Language!, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.First().Text, StringComparer.Ordinal);

    /// <summary>The position in exif:GPSLatitude and exif:GPSLongitude, for files that lost their EXIF.</summary>
    public static GpsPosition? Gps(XmpValues xmp) =>
        Degrees(xmp.Text(XmpTags.GpsLatitude), 90) is { } lat && Degrees(xmp.Text(XmpTags.GpsLongitude), 180) is { } lon && (lat != 0 || lon != 0)
            ? new GpsPosition(lat, lon)
            : null;

    /// <summary>"DDD,MM,SSk" or "DDD,MM.mmk" with k one of N, S, E, W: XMP Specification Part 2, 2.6.</summary>
    private static double? Degrees(string? text, double most)
    {
        var match = Coordinate().Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        double Part(string name) => match.Groups[name].Success ? double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var value = Part("d") + (Part("m") / 60) + (Part("s") / 3600);
        return value > most ? null : match.Groups["k"].Value is "S" or "W" ? -value : value;
    }

    [GeneratedRegex(@"^\s*(?<d>\d{1,3}(\.\d{1,12})?)(,(?<m>\d{1,2}(\.\d{1,12})?)(,(?<s>\d{1,2}(\.\d{1,12})?))?)?(?<k>[NSEW])\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Coordinate();
}
