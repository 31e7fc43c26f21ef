using System.Globalization;

namespace MediaDesk.Search;

/// <summary>A place in a list of results as text: a number, whose sense depends on the order.</summary>
internal static class SheetCursor
{
    /// <exception cref="FormatException">The text is no place in a list of results.</exception>
    public static long? Read(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? null
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key
        : throw new FormatException($"\"{cursor}\" is no place in a list of results.");

    public static string Write(long place) => place.ToString(CultureInfo.InvariantCulture);
}
