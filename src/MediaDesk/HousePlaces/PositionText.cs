using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaDesk.HousePlaces;

/// <summary>A position as people paste it from a map: two decimal degrees, north before east, with a comma, a blank or a semicolon between.</summary>
public static partial class PositionText
{
    public const string Example = "36.2403, 36.7000";

    public static bool TryRead(string text, out double latitude, out double longitude)
    {
        (latitude, longitude) = (0, 0);
        var match = Pair().Match(text);
        return match.Success && Degrees(match.Groups["latitude"], 90, out latitude) && Degrees(match.Groups["longitude"], 180, out longitude);
    }

    public static string Of(double latitude, double longitude) => FormattableString.Invariant($"{latitude:0.0####}, {longitude:0.0####}");

    private static bool Degrees(Group text, double limit, out double degrees) =>
        double.TryParse(text.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= limit;

    [GeneratedRegex(@"^\s*(?<latitude>[-+]?\d{1,2}(\.\d{1,12})?)\s*°?\s*[,;\s]\s*(?<longitude>[-+]?\d{1,3}(\.\d{1,12})?)\s*°?\s*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pair();
}
