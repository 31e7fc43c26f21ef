using System.Globalization;

namespace MediaDesk.Darkroom;

/// <summary>What the person at the desk is told. One sentence says what is wrong; a second, where there is one, what it means.</summary>
internal static class FailureSentences
{
    private const int KilledExitCode = 128 + 9;
    private const int Megabyte = 1_000_000;

    public static readonly DarkroomFailure Empty = new(DarkroomFailureKind.Damaged, "The file is empty.");

    public static readonly DarkroomFailure NotAPhoto = new(
        DarkroomFailureKind.NotAPhoto, "MediaDesk takes JPEG, PNG, WebP, TIFF, HEIC, AVIF, JPEG XL, JPEG 2000 and Photoshop files, and raw files with a preview.");

    public static readonly DarkroomFailure RawWithoutPreview = new(
        DarkroomFailureKind.NotAPhoto, "This raw file has no preview inside, and MediaDesk shows raw files by their preview.");

    public static readonly DarkroomFailure Damaged = new(
        DarkroomFailureKind.Damaged, "The picture in this file is damaged: part of it cannot be read.");

    public static readonly DarkroomFailure UnreadableHeader = new(
        DarkroomFailureKind.Damaged, "The file is damaged at its beginning: the picture cannot be opened.");

    public static readonly DarkroomFailure UnknownCoding = new(
        DarkroomFailureKind.NotAPhoto, "The picture is coded in a way that MediaDesk cannot read. Ask for an ordinary JPEG.");

    public static DarkroomFailure EndsEarly(long arrived, long? total) => new(
        DarkroomFailureKind.Damaged,
        total is { } whole
            ? $"The file ends in the middle of the picture: {Amount(arrived, whole)} of {Amount(whole, whole)} {(whole < Megabyte ? "KB" : "MB")} arrived."
            : "The file ends in the middle of the picture.");

    public static DarkroomFailure TooManyPixels(int width, int height, long limit, bool progressive) => new(
        DarkroomFailureKind.TooLarge,
        $"The picture claims {Size(width, height)} pixels ({Count((long)width * height / 1_000_000)} megapixels). "
        + $"MediaDesk takes {(progressive ? "progressive JPEGs" : "pictures")} up to {Count(limit / 1_000_000)} megapixels.");

    public static DarkroomFailure TooLongASide(int width, int height, int limit) => new(
        DarkroomFailureKind.TooLarge,
        $"The picture claims {Size(width, height)} pixels. MediaDesk takes pictures up to {Count(limit)} pixels on a side.");

    public static DarkroomFailure UnusualSamples(string samples) => new(
        DarkroomFailureKind.NotAPhoto, $"The file holds {samples} instead of an ordinary photo. MediaDesk takes photos with 8 or 16 bits.");

    public static DarkroomFailure TooLong(TimeSpan limit) => new(
        DarkroomFailureKind.TooLong,
        string.Create(CultureInfo.InvariantCulture, $"Making the previews was stopped after {limit.TotalSeconds:0.##} seconds."));

    public static DarkroomFailure TooMuchMemory(long limit) => new(
        DarkroomFailureKind.TooMuchMemory,
        $"Making the previews was stopped because it needed more than {Count(limit >> 20)} MB of memory.");

    public static DarkroomFailure Died(int exitCode) => new(
        DarkroomFailureKind.Died,
        exitCode == KilledExitCode
            ? "Making the previews was ended by the system before the file was done."
            : "This file crashed the program that makes the previews. The other files are not affected.");

    public static DarkroomFailure Unreadable(Exception why) => new(DarkroomFailureKind.Unreachable, why switch
    {
        FileNotFoundException or DirectoryNotFoundException => "The file is no longer there.",
        UnauthorizedAccessException => "The desk is not allowed to open the file.",
        _ => $"The file could not be opened: {why.Message}",
    });

    public static DarkroomFailure Unwritable(Exception why) =>
        new(DarkroomFailureKind.Unreachable, $"The previews could not be written: {why.Message}");

    private static string Size(int width, int height) => $"{Count(width)} × {Count(height)}";

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Both amounts of a sentence in the unit of the larger one.</summary>
    private static string Amount(long bytes, long whole) =>
        whole < Megabyte ? (bytes / 1000).ToString(CultureInfo.InvariantCulture) : (bytes / (double)Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
}
