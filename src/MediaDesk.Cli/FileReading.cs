using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MediaDesk.Metadata;

namespace MediaDesk.Cli;

/// <summary>One file as <c>mediadesk read</c> prints it. A file that could not be read has no format and says why under problems.</summary>
internal sealed record FileReading(
    string File,
    PhotoFormat? Format,
    int? Width,
    int? Height,
    int Orientation,
    FieldValues Fields,
    ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Languages,
    ImmutableSortedDictionary<string, FieldSource> Sources,
    IReadOnlyList<FieldConflict> Conflicts,
    CameraReading Camera,
    GpsPosition? Gps,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>A file that takes longer is given up, as in the darkroom.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <summary>Reads a file by its path as given. <paramref name="isRead"/> is false when it is no photo or cannot be reached.</summary>
    public static FileReading Of(string file, out bool isRead)
    {
        MetadataReading? reading = null;
        string? fault = null;
        // A thread of its own: also opening may hang, and a reading that does not end is left behind.
        var thread = new Thread(() => reading = Read(file, out fault)) { IsBackground = true, Name = "Reading" };
        thread.Start();
        if (!thread.Join(TimeLimit))
        {
            fault = $"Reading was given up after {TimeLimit.TotalSeconds} seconds.";
            reading = null;
        }

        reading ??= new() { Problems = [new("file", fault ?? "The file cannot be read.")] };
        isRead = reading.Format is not null;
        return new(
            file, reading.Format, reading.Width, reading.Height, reading.Orientation, reading.Fields, reading.Languages, reading.Sources,
            reading.Conflicts, CameraReading.Of(reading.Camera), reading.Gps, reading.Problems);
    }

    private static MetadataReading? Read(string file, out string? fault)
    {
        fault = Refusal(file);
        if (fault is not null)
        {
            return null;
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return MetadataReader.Read(stream);
        }
        catch (UnauthorizedAccessException)
        {
            fault = "There is no permission to read this file.";
        }
        catch (IOException exception)
        {
            fault = $"The file cannot be read: {exception.Message}";
        }
        catch (OutOfMemoryException)
        {
            fault = "Reading needs more than the 1 GiB of memory that one file may take.";
        }

        return null;
    }

    /// <summary>Asked before opening: opening a pipe would wait for a writer, and pipes and devices have no length.</summary>
    private static string? Refusal(string file) =>
        file.Length == 0 || file.Contains('\0') ? "This is not the name of a file."
        : Directory.Exists(file) ? "This is a folder, not a file."
        : !System.IO.File.Exists(file) ? "There is no such file."
        : new FileInfo(file) is { LinkTarget: null, Length: 0 } ? "The file is empty."
        : null;
}

/// <summary><see cref="CameraFacts"/> with what the file does not say left out: <c>{}</c> when it says nothing.</summary>
internal sealed record CameraReading
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Make { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Model { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Lens { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public double? ExposureTime { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyName("fNumber")] public double? FNumber { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Iso { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public double? FocalLength { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Taken { get; init; }

    public static CameraReading Of(CameraFacts? camera) => new()
    {
        Make = camera?.Make, Model = camera?.Model, Lens = camera?.Lens, ExposureTime = camera?.ExposureTime, FNumber = camera?.FNumber,
        Iso = camera?.Iso, FocalLength = camera?.FocalLength, Taken = camera?.Taken,
    };
}
