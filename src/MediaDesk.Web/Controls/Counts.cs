using System.Globalization;

namespace MediaDesk.Web.Controls;

/// <summary>Numbers with what they count, as people read them.</summary>
internal static class Counts
{
    /// <summary>"1 photo", "1,284 photos".</summary>
    public static string Of(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"812 bytes", "640 KB", "6.1 MB", "41 GB": decimal units, as disks are sold and file managers show them.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => Of(bytes, "byte"),
        < 1_000_000 => Scaled(bytes / 1e3, "KB"),
        < 1_000_000_000 => Scaled(bytes / 1e6, "MB"),
        < 1_000_000_000_000 => Scaled(bytes / 1e9, "GB"),
        _ => Scaled(bytes / 1e12, "TB"),
    };

    private static string Scaled(double value, string unit) =>
        $"{value.ToString(value < 10 ? "0.#" : "0", CultureInfo.InvariantCulture)} {unit}";
}
