namespace MediaDesk.Places.GeoNames;

/// <summary>Which of the names that GeoNames lists beside a place's own are names that people write.</summary>
internal static class OtherNames
{
    private const int LongestCode = 4;

    /// <summary>
    /// Leaves out airport and rail codes (<c>ALP</c>) and what a machine spelt letter by letter from another script
    /// (<c>mhafzt adlb</c>): GeoNames keeps both among the names without saying so.
    /// </summary>
    public static IEnumerable<string> Of(string name, IEnumerable<string> alternates) =>
        alternates.Select(alternate => alternate.Trim()).Where(alternate => alternate.Length > 0 && alternate != name && !IsCode(alternate) && !IsLetterByLetter(alternate));

    private static bool IsCode(string text) => text.Length <= LongestCode && text.All(char.IsAsciiLetterUpper);

    private static bool IsLetterByLetter(string text)
    {
        var hasLower = false;
        foreach (var letter in text)
        {
            if (!char.IsAscii(letter) || char.IsAsciiLetterUpper(letter))
            {
                return false;
            }

            hasLower |= char.IsAsciiLetterLower(letter);
        }

        return hasLower;
    }
}
