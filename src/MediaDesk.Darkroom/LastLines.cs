namespace MediaDesk.Darkroom;

/// <summary>Drains a child's standard error, so that it never blocks on it, and keeps the end.</summary>
internal sealed class LastLines : IAsyncDisposable
{
    private const int Kept = 12;
    private const int LongestLine = 400;

    private readonly Queue<string> lines = new();
    private readonly StreamReader source;
    private readonly Task draining;

    public LastLines(StreamReader source)
    {
        this.source = source;
        draining = DrainAsync();
    }

    public override string ToString()
    {
        lock (lines)
        {
            return string.Join(Environment.NewLine, lines);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await draining;
        source.Dispose();
    }

    private async Task DrainAsync()
    {
        // Blocks instead of ReadLine: a native library can print megabytes without a line end.
        var block = new char[4096];
        var line = new System.Text.StringBuilder();
        int read;
        while ((read = await source.ReadAsync(block)) > 0)
        {
            foreach (var character in block.AsSpan(0, read))
            {
                if (character == '\n')
                {
                    Keep(line.ToString());
                    line.Clear();
                }
                else if (line.Length < LongestLine)
                {
                    line.Append(character);
                }
            }
        }

        Keep(line.ToString());
    }

    private void Keep(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }
        }
    }
}
