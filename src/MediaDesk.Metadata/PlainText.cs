namespace MediaDesk.Metadata;

/// <summary>Texts as the desk keeps them.</summary>
internal static class PlainText
{
    private static readonly char[] Padding = ['\0', ' ', '\t', '\r', '\n'];

    /// <summary>
    /// Line ends become LF (Photoshop writes bare CR), and padding at the end goes: cameras and old caption software fill fields up
    /// with NUL or blanks.
    /// </summary>
    public static string Clean(string text) =>
        text.TrimEnd(Padding).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal);

    /// <summary>A text short enough for a sentence about it.</summary>
    public static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
