using System.ComponentModel.DataAnnotations;

namespace MediaDesk;

/// <summary>Where the desk keeps what it holds.</summary>
public sealed class DeskOptions
{
    /// <summary>The data folder; absolute.</summary>
    [Required] public string DataFolder { get; set; } = DefaultDataFolder;

    /// <summary>Ingest stops while less is free on the disk; on a small disk a twentieth of it, if that is less.</summary>
    [Range(0, long.MaxValue)] public long ReserveBytes { get; set; } = 512L << 20;

    /// <summary><c>~/.local/share/mediadesk</c> on Linux, or what MEDIADESK_DATA names.</summary>
    public static string DefaultDataFolder =>
        Environment.GetEnvironmentVariable("MEDIADESK_DATA") is { Length: > 0 } named
            ? Path.GetFullPath(named)
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
                "mediadesk");
}
