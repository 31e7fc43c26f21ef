using MediaDesk.Metadata;

namespace MediaDesk.Darkroom;

/// <summary>What came out of the darkroom for one file: a reading with renditions, or the reason why not.</summary>
public sealed record DarkroomResult
{
    /// <summary>Null only when the child did not get as far as reading.</summary>
    public MetadataReading? Reading { get; init; }

    /// <summary>The renditions written, largest first; empty on failure.</summary>
    public IReadOnlyList<DevelopedRendition> Renditions { get; init; } = [];

    /// <summary>How the picture looks in 64 bits: pictures that look alike differ in few of them. 0 where it shows nothing to tell it by; null on failure.</summary>
    public long? PerceptualHash { get; init; }

    /// <summary>Null when the photo was developed.</summary>
    public DarkroomFailure? Failure { get; init; }
}

/// <summary>A JPEG written by the darkroom. <paramref name="Size"/> is the nominal longest side: 1600, 800 or 320.</summary>
public sealed record DevelopedRendition(int Size, string Path, int Width, int Height, long ByteSize);

/// <summary>Why a file has no renditions, with a sentence for the person at the desk.</summary>
public sealed record DarkroomFailure(DarkroomFailureKind Kind, string Reason);

public enum DarkroomFailureKind
{
    /// <summary>Not one of the formats the desk takes.</summary>
    NotAPhoto,
    /// <summary>A photo, but broken or cut off.</summary>
    Damaged,
    /// <summary>More pixels than the limits allow.</summary>
    TooLarge,
    TooLong,
    TooMuchMemory,
    /// <summary>The child died.</summary>
    Died,
    /// <summary>The file could not be opened or the renditions not be written.</summary>
    Unreachable,
}
