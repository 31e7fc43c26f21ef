using System.Text;

namespace MediaDesk.Places.GeoNames;

/// <summary>The lines of a table with their numbers, at most one in memory: a line without end is told, not held.</summary>
internal sealed class TableLines(Stream stream) : IDisposable
{
    /// <summary>allCountries has lines of some 12,000 letters.</summary>
    public const int LongestLine = 1 << 16;

    private readonly StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
    private readonly char[] buffer = new char[1 << 16];
    private int start;
    private int end;
    private long number;

    public void Dispose() => reader.Dispose();

    /// <summary>The next line; its text is null when it is longer than <see cref="LongestLine"/>. Null at the end.</summary>
    public (long Number, string? Text)? Next()
    {
        var line = new StringBuilder();
        var isTooLong = false;
        while (true)
        {
            if (start == end)
            {
                (start, end) = (0, reader.Read(buffer, 0, buffer.Length));
                if (end == 0)
                {
                    return line.Length > 0 || isTooLong ? (++number, isTooLong ? null : line.ToString()) : null;
                }
            }

            var rest = buffer.AsSpan(start, end - start);
            var stop = rest.IndexOf('\n');
            var part = stop < 0 ? rest : rest[..stop];
            isTooLong |= line.Length + part.Length > LongestLine;
            if (!isTooLong)
            {
                line.Append(part);
            }

            start += stop < 0 ? part.Length : part.Length + 1;
            if (stop >= 0)
            {
                return (++number, isTooLong ? null : line.ToString().TrimEnd('\r'));
            }
        }
    }
}
