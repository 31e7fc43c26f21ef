namespace MediaDesk.Ingest;

/// <summary>Lets files of the same content pass one after the other: the second then meets the first as a duplicate.</summary>
internal sealed class ContentTurns
{
    private readonly Dictionary<string, (SemaphoreSlim Turn, int Users)> open = [];

    public async Task<IDisposable> TakeAsync(string sha256, CancellationToken cancellationToken)
    {
        SemaphoreSlim turn;
        lock (open)
        {
            var (known, users) = open.TryGetValue(sha256, out var entry) ? entry : (new SemaphoreSlim(1), 0);
            open[sha256] = (turn = known, users + 1);
        }

        try
        {
            await turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(sha256);
            throw;
        }

        return new Held(this, sha256, turn);
    }

    private void Leave(string sha256)
    {
        lock (open)
        {
            var (turn, users) = open[sha256];
            if (users > 1)
            {
                open[sha256] = (turn, users - 1);
            }
            else
            {
                open.Remove(sha256);
                turn.Dispose();
            }
        }
    }

    private sealed class Held(ContentTurns turns, string sha256, SemaphoreSlim turn) : IDisposable
    {
        public void Dispose()
        {
            turn.Release();
            turns.Leave(sha256);
        }
    }
}
