using NetVips;

namespace MediaDesk.Benchmarks;

/// <summary>24-megapixel JPEGs as a camera makes them: texture at every scale, edges, sky and grain; about 6 MB each.</summary>
internal static class PhotoSet
{
    private const int Width = 6000;
    private const int Height = 4000;

    /// <summary>Kept in the temporary folder from run to run.</summary>
    public static IReadOnlyList<string> Prepare(int count)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "mediadesk-benchmark-photos")).FullName;
        var files = Enumerable.Range(1, count).Select(number => Path.Combine(folder, $"photo-{number:00}.jpg")).ToList();
        if (files.All(File.Exists))
        {
            return files;
        }

        using var scene = Scene(Width + 1024, Height + 1024);
        for (var index = 0; index < count; index++)
        {
            Console.Error.Write($"\rMaking photo {index + 1} of {count}");
            using var part = scene.Crop(index * 25 % 1024, index * 61 % 1024, Width, Height);
            using var light = (part * (0.85 + (index % 7 * 0.05))).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
            light.Jpegsave(files[index], q: 92, subsampleMode: Enums.ForeignSubsample.On, keep: Enums.ForeignKeep.None);
        }

        Console.Error.WriteLine();
        return files;
    }

    private static Image Scene(int width, int height)
    {
        using var texture = Octaves(width, height);
        // Flat shapes with hard edges, as buildings and people have, over a sky that fades.
        using var shapes = (Image.Worley(width, height, cellSize: 700) < 180).Cast(Enums.BandFormat.Float) * 0.3;
        using var sky = Image.Xyz(width, height)[1] * (-90.0 / height);
        using var grain = Image.Gaussnoise(512, 512, sigma: 4.0, mean: 0, seed: 3).Replicate((width + 511) / 512, (height + 511) / 512).Crop(0, 0, width, height);
        using var grey = texture + shapes + sky + grain + 150;
        return (grey * new[] { 1.02, 0.97, 0.9 } + new[] { 4.0, 2.0, 12.0 }).Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    /// <summary>Noise whose strength falls with its frequency, which is how photographs are.</summary>
    private static Image Octaves(int width, int height)
    {
        var sum = Image.Black(width, height).Cast(Enums.BandFormat.Float);
        for (var cell = 1024; cell >= 2; cell /= 2)
        {
            using var coarse = Image.Gaussnoise((width / cell) + 3, (height / cell) + 3, sigma: 3 + (4 * Math.Log2(cell)), mean: 0, seed: cell);
            sum += coarse.Resize(cell, kernel: Enums.Kernel.Cubic).Crop(0, 0, width, height);
        }

        return sum.CopyMemory();
    }
}
