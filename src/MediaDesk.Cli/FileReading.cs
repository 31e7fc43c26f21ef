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
    FieldValues Extras,
    CameraReading Camera,
    GpsPosition? Gps,
    bool ContentCredentials,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>Reads a file by its path as given. <paramref name="isRead"/> is false when it is no photo or cannot be reached.</summary>
    public static FileReading Of(string file, ReadingOrder order, out bool isRead)
    {
        MetadataReading? reading = null;
        var fault = GuardedFile.Act(file, "Reading", () =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            reading = MetadataReader.Read(stream, order);
        });
        reading = fault is null && reading is not null ? reading : new() { Problems = [new("file", fault ?? "The file cannot be read.")] };
        isRead = reading.Format is not null;
        return new(
            file, reading.Format, reading.Width, reading.Height, reading.Orientation, reading.Fields, reading.Languages, reading.Sources,
            reading.Conflicts, reading.Extras, CameraReading.Of(reading.Camera), reading.Gps, reading.HasContentCredentials, reading.Problems);
    }
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
