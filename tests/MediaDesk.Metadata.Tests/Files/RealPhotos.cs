using NetVips;

namespace MediaDesk.Metadata.Tests.Files;

/// <summary>Small images that any decoder takes, in each format that is written into, and what they decode to.</summary>
internal static class RealPhotos
{
    /// <summary>By name of the format; TIFF also as BigTIFF.</summary>
    public static readonly IReadOnlyDictionary<string, byte[]> ByFormat = Make();

    public static byte[] Pixels(byte[] photo)
    {
        using var image = Image.NewFromBuffer(photo);
        return image.WriteToMemory<byte>();
    }

    private static Dictionary<string, byte[]> Make()
    {
        using var noise = Image.Gaussnoise(64, 48, mean: 128, sigma: 40, seed: 7).Cast(Enums.BandFormat.Uchar);
        using var image = noise.Bandjoin(noise.Invert(), noise.Flip(Enums.Direction.Horizontal)).Copy(interpretation: Enums.Interpretation.Srgb);
        return new(StringComparer.Ordinal)
        {
            ["jpg"] = image.JpegsaveBuffer(q: 85),
            ["png"] = image.PngsaveBuffer(),
            ["webp"] = image.WebpsaveBuffer(q: 80),
            ["tif"] = image.TiffsaveBuffer(),
            ["big.tif"] = image.TiffsaveBuffer(bigtiff: true, tile: true, tileWidth: 32, tileHeight: 32),
        };
    }
}
