using NetVips;

namespace MediaDesk.Darkroom.Developing;

/// <summary>
/// How a picture looks, in 64 bits: the signs of its 64 coarsest patterns (DCT of 32 × 32 grey cells, the constant row and column
/// left out) against their median, so that a copy that was compressed, resized, toned or trimmed a little differs in few bits.
/// Measured on 196 real photos: 19,000 pairs of different ones differ in 14 bits and more, such copies in 8 and fewer.
/// </summary>
internal static class PictureHash
{
    /// <summary>Nothing to tell the picture by: it is all one tone, or tiny.</summary>
    public const long Nothing = 0;

    private const int Cells = 32;

    private const int Patterns = 8;

    /// <summary>Half a grey level in the eighth-strongest pattern; below it the compression decides the signs.</summary>
    private const double Faintest = 120;

    private static readonly double[] Cosines =
        [.. from pattern in Enumerable.Range(1, Patterns) from cell in Enumerable.Range(0, Cells) select Math.Cos((2 * cell + 1) * pattern * Math.PI / (2 * Cells))];

    public static long Of(Image small) =>
        Math.Min(small.Width, small.Height) < Cells ? Nothing : Of(small.WriteToMemory<byte>(), small.Width, small.Height, small.Bands);

    /// <param name="pixels">Row by row, <paramref name="bands"/> bytes each; three are red, green and blue.</param>
    /// <param name="width">At least 32.</param>
    /// <param name="height">At least 32.</param>
    /// <param name="bands">1 or 3.</param>
    public static long Of(ReadOnlySpan<byte> pixels, int width, int height, int bands)
    {
        var rows = ByRow(Grey(pixels, width, height, bands));
        var patterns = new double[Patterns * Patterns];
        for (var v = 0; v < Patterns; v++)
        {
            for (var u = 0; u < Patterns; u++)
            {
                for (var y = 0; y < Cells; y++)
                {
                    patterns[v * Patterns + u] += rows[y * Patterns + u] * Cosines[v * Cells + y];
                }
            }
        }

        double[] strengths = [.. patterns.Select(Math.Abs).OrderDescending()];
        if (strengths[Patterns - 1] < Faintest)
        {
            return Nothing;
        }

        double[] sorted = [.. patterns.Order()];
        var median = (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
        return patterns.Aggregate(0L, (hash, pattern) => hash << 1 | (pattern > median ? 1L : 0L));
    }

    /// <summary>The average brightness of each cell.</summary>
    private static double[] Grey(ReadOnlySpan<byte> pixels, int width, int height, int bands)
    {
        var sums = new double[Cells * Cells];
        var counts = new int[Cells * Cells];
        for (var y = 0; y < height; y++)
        {
            var row = y * Cells / height * Cells;
            for (var x = 0; x < width; x++)
            {
                var pixel = pixels.Slice((y * width + x) * bands, bands);
                var cell = row + x * Cells / width;
                sums[cell] += bands < 3 ? pixel[0] : 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
                counts[cell]++;
            }
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }

    /// <summary>Each row's patterns.</summary>
    private static double[] ByRow(double[] cells)
    {
        var rows = new double[Cells * Patterns];
        for (var y = 0; y < Cells; y++)
        {
            for (var u = 0; u < Patterns; u++)
            {
                for (var x = 0; x < Cells; x++)
                {
                    rows[y * Patterns + u] += cells[y * Cells + x] * Cosines[u * Cells + x];
                }
            }
        }

        return rows;
    }
}
