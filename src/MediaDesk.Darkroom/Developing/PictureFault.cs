using System.Text.RegularExpressions;
using MediaDesk.Metadata;

namespace MediaDesk.Darkroom.Developing;

/// <summary>What a decoder's complaint means for the person at the desk.</summary>
internal static partial class PictureFault
{
    /// <summary>Warnings of libjpeg that whole photos of real cameras and telephones cause; nothing of the picture is lost.</summary>
    private static readonly string[] Harmless =
    [
        "extraneous bytes before marker 0xd9",
        "Invalid SOS parameters for sequential JPEG",
        "unknown JFIF revision number",
    ];

    private static readonly string[] EndsEarly =
        ["premature end of JPEG image", "expected", "unexpected end", "end of file", "End of file", "truncated", "Truncated", "inconsistent with stream length"];

    private static readonly string[] UnknownCodings =
        ["Unsupported JPEG process", "Arithmetic", "Unsupported JPEG data precision", "is not configured", "is not implemented"];

    public static bool IsHarmless(string complaint) => Contains(complaint, Harmless) || AboutAncillaryChunk.IsMatch(complaint);

    /// <param name="format">The file's format.</param>
    /// <param name="complaint">The decoder's message.</param>
    /// <param name="file">The file, to ask its own structure how long it should be.</param>
    /// <param name="isOpened">Whether the header was still readable.</param>
    public static DarkroomFailure Explain(PhotoFormat format, string complaint, Stream file, bool isOpened) =>
        EndOf(format, file)
        ?? (Contains(complaint, EndsEarly) ? FailureSentences.EndsEarly(file.Length, null)
            : Contains(complaint, UnknownCodings) ? FailureSentences.UnknownCoding
            : isOpened ? FailureSentences.Damaged
            : FailureSentences.UnreadableHeader);

    /// <summary>That the file is shorter than it says itself; null when it is not, or its format does not say.</summary>
    public static DarkroomFailure? EndOf(PhotoFormat format, Stream file) =>
        FileExtent.Declared(format, file) is { } declared && declared.Length > file.Length
            ? FailureSentences.EndsEarly(file.Length, declared.IsWhole ? declared.Length : null)
            : null;

    /// <summary>PNG specification, 5.4: a chunk whose name begins with a small letter is not needed to show the picture.</summary>
    [GeneratedRegex("^(?:pngload[^:]*|libpng[^:]*): [a-z][A-Za-z]{3}: ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex AboutAncillaryChunk { get; }

    private static bool Contains(string complaint, string[] phrases) =>
        phrases.Any(phrase => complaint.Contains(phrase, StringComparison.Ordinal));
}
