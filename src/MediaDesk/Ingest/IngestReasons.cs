using MediaDesk.Storage;

namespace MediaDesk.Ingest;

/// <summary>Sentences for the person at the desk.</summary>
internal static class IngestReasons
{
    public const string Empty = "The file is empty (0 bytes).";
    public const string SidecarAlone = "This sidecar came without its photo.";
    public const string SidecarOfAFailedPhoto = "The photo of this sidecar did not come onto the desk.";
    public const string SidecarOfSeveral = "Several photos on the desk have the name of this sidecar. Send it again together with its photo.";
    public const string Gone = "The file is no longer where it was.";

    public static string TooLarge(long limit) => $"The file is larger than the {limit >> 20} MB the desk takes.";

    /// <summary>Why a sender's file cannot be read.</summary>
    public static string Unreadable(Exception fault, string path) => fault switch
    {
        UnauthorizedAccessException when Directory.Exists(path) => "This is a folder, not a file.",
        UnauthorizedAccessException => "The file cannot be read: no permission.",
        FileNotFoundException or DirectoryNotFoundException when path.Contains('\uFFFD') =>
            "The file cannot be opened: its name is not valid UTF-8 text. Rename it and try again.",
        FileNotFoundException or DirectoryNotFoundException => Gone,
        PathTooLongException => "The file cannot be opened: its path is too long.",
        _ => $"The file cannot be read: {fault.Message}",
    };

    /// <summary>What an exception from the desk's own disk means to an editor.</summary>
    public static string OwnDisk(Exception fault, DiskSpace disk) =>
        DiskFault.IsFull(fault) ? disk.Measure().IsShort : $"The desk could not store the file: {fault.Message}";
}
