using System.Collections.Concurrent;

namespace MediaDesk.Ingest;

/// <summary>
/// What only this process knows about the batches it took in: whether someone waits for one, and what could not even be
/// written into a row because the disk is full.
/// </summary>
internal sealed class IngestBatches
{
    private readonly ConcurrentDictionary<long, Batch> known = new();
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the next file of any batch is done.</summary>
    public Task NextMove => Volatile.Read(ref moved).Task;

    /// <summary>Batches for which someone waits: their files end now, also when that means failing.</summary>
    public IReadOnlyList<long> Awaited => [.. known.Where(pair => pair.Value.IsAwaited).Select(pair => pair.Key)];

    public bool IsAwaited(long batch) => known.TryGetValue(batch, out var state) && state.IsAwaited;

    /// <summary>Whether all files of a batch are known: someone waits for it, or it came as a list.</summary>
    public bool IsComplete(long batch) => known.TryGetValue(batch, out var state) && (state.IsAwaited || state.IsList);

    /// <summary>A new number. Random, because two processes may begin a batch at the same moment; below 2^53, because it may travel through JSON.</summary>
    public long Begin()
    {
        long batch;
        do
        {
            batch = Random.Shared.NextInt64(1, 1L << 53);
        }
        while (known.ContainsKey(batch));
        return batch;
    }

    public void Await(long batch) => Of(batch).IsAwaited = true;

    public void MarkList(long batch) => Of(batch).IsList = true;

    /// <summary>Keeps the failure of a file whose row could not be written; <paramref name="jobId"/> is null when there is no row at all.</summary>
    public void KeepUnwritten(long batch, long? jobId, IngestFailure failure)
    {
        Of(batch).Unwritten.Enqueue((jobId, failure));
        Move();
    }

    public IReadOnlyList<(long? JobId, IngestFailure Failure)> Unwritten(long batch) =>
        known.TryGetValue(batch, out var state) ? [.. state.Unwritten] : [];

    public void Forget(long batch) => known.TryRemove(batch, out _);

    public void Move() =>
        Interlocked.Exchange(ref moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private Batch Of(long batch) => known.GetOrAdd(batch, _ => new());

    private sealed class Batch
    {
        public volatile bool IsAwaited;
        public volatile bool IsList;

        public ConcurrentQueue<(long? JobId, IngestFailure Failure)> Unwritten { get; } = new();
    }
}
