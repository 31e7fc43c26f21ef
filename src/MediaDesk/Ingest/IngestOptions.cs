using System.ComponentModel.DataAnnotations;

namespace MediaDesk.Ingest;

/// <summary>How files come onto the desk; configuration section <c>Ingest</c>.</summary>
public sealed class IngestOptions
{
    /// <summary>Folders that agencies deliver into, with their subfolders.</summary>
    public IList<string> WatchFolders { get; init; } = [];

    /// <summary>Where taken files are moved to; empty leaves them where they are.</summary>
    public string? MoveTakenTo { get; set; }

    /// <summary>A watched file is taken when its size and time have not changed for this long.</summary>
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The largest file the desk takes.</summary>
    [Range(1, long.MaxValue)] public long MaxFileBytes { get; set; } = 2L << 30;
}
