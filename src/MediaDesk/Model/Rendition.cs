namespace MediaDesk.Model;

/// <summary>A JPEG developed from an original: longest side at most <see cref="Size"/> (1600, 800 or 320), upright, sRGB.</summary>
public sealed class Rendition
{
    public static readonly IReadOnlyList<int> Sizes = [1600, 800, 320];

    public long OriginalId { get; set; }

    public int Size { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public long ByteSize { get; set; }
}
