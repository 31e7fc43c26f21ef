using System.Collections.Concurrent;
using System.Diagnostics;

namespace MediaDesk.Metadata.Tests.Fuzzing;

/// <summary>An input that did not pass, by its number.</summary>
internal sealed record Finding(int Number, string What);

/// <summary>Sends many inputs through the ordeal, on several threads, under the watch of one that notices when an input never ends.</summary>
internal static class FuzzRun
{
    /// <summary>By the clock on the wall: in the background of a busy machine a thread may stand still for minutes.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>Returns what was found; ends early, and then with fewer inputs, when <paramref name="most"/> are found or one hangs.</summary>
    public static (int Inputs, IReadOnlyList<Finding> Findings) Run(Mutation mutation, int count, int threads, int most = 20, Action<int, IReadOnlyCollection<Finding>>? report = null)
    {
        var findings = new ConcurrentQueue<Finding>();
        var at = new (int Number, long Since)[threads];
        var (next, done, isStopped) = (-1, 0, false);
        var workers = Enumerable.Range(0, threads).Select(index => new Thread(() =>
        {
            for (int number; !Volatile.Read(ref isStopped) && (number = Interlocked.Increment(ref next)) < count; Interlocked.Increment(ref done))
            {
                at[index] = (number, Stopwatch.GetTimestamp());
                if (Ordeal.Undergo(mutation.Input(number), number) is { } what)
                {
                    findings.Enqueue(new(number, what));
                }
            }

            at[index] = (-1, long.MaxValue);
        }) { IsBackground = true }).ToList();
        Array.Fill(at, (-1, long.MaxValue));
        workers.ForEach(worker => worker.Start());
        while (workers.Exists(worker => worker.IsAlive))
        {
            Thread.Sleep(LookEvery);
            report?.Invoke(Volatile.Read(ref done), findings);
            foreach (var (number, since) in at.Where(one => one.Since != long.MaxValue && Stopwatch.GetElapsedTime(one.Since) > Hang))
            {
                findings.Enqueue(new(number, $"it had not ended after {Hang.TotalSeconds:0} s"));
                return (done, [.. findings]);
            }

            Volatile.Write(ref isStopped, findings.Count >= most);
        }

        return (done, [.. findings]);
    }
}
