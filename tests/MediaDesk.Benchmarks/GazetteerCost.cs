using System.Diagnostics;
using MediaDesk.Language;
using MediaDesk.Places;

namespace MediaDesk.Benchmarks;

/// <summary>The gazetteer's start, its memory, and its answers to names, beginnings and positions of all the world.</summary>
internal static class GazetteerCost
{
    private const int Rounds = 5;
    private const int Asked = 2000;

    public static void Measure(ResultTable table)
    {
        var before = Settled();
        var clock = Stopwatch.StartNew();
        var gazetteer = new Gazetteer();
        var count = gazetteer.Count;
        var first = clock.Elapsed;
        table.Add($"Gazetteer of {count:N0} places, ready in a process that has done nothing", $"{first.TotalMilliseconds:0} ms", "under 1000");
        table.Add("  memory", $"{(Settled() - before) / 1048576.0:0} MiB", "under 100");

        var random = new Random(7);
        var names = gazetteer.Within(new(-90, -180, 90, 180), 5000).OrderBy(_ => random.Next()).Take(Asked).Select(place => TextNormaliser.Normalise(place.Name)).ToList();
        var beginnings = names.Select((name, at) => name[..Math.Min(name.Length, 1 + (at % 5))]).ToList();
        var misses = names.Select(name => $"the president of {name}").ToList();
        var positions = Enumerable.Range(0, Asked).Select(_ => (Latitude: random.NextDouble() * 180 - 90, Longitude: random.NextDouble() * 360 - 180)).ToList();

        table.Add("  exact name and all its places, p95", P95(names, name => Sum(gazetteer.Find(name))), "under 1 ms");
        table.Add("  nearest city, p95", P95(positions, at => gazetteer.Nearest(at.Latitude, at.Longitude)), "under 1 ms");
        table.Add("  ten completions of 1 to 5 letters, p95", P95(beginnings, typed => gazetteer.Complete(typed, 10)), "under 5 ms");
        table.Add("  largest places within 5 degrees, p95", P95(positions, at => gazetteer.Within(new(at.Latitude - 2.5, at.Longitude, at.Latitude + 2.5, at.Longitude + 5), 50)));
        table.Add("  a name that nobody bears", $"{PerCall(misses, name => gazetteer.Find(name)):0} ns", "under 100");
        GC.KeepAlive(gazetteer);
    }

    private static long Sum(IReadOnlyList<Place> places) => places.Sum(place => place.Population);

    private static string P95<T>(List<T> asked, Action<T> ask)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var one in asked)
            {
                var start = Stopwatch.GetTimestamp();
                ask(one);
                // The first round is the compiler's.
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        times.Sort();
        return $"{times[(int)(times.Count * 0.95)]:0.000} ms";
    }

    private static double PerCall(List<string> asked, Action<string> ask)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 50; round++)
        {
            var start = Stopwatch.GetTimestamp();
            asked.ForEach(ask);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / asked.Count);
        }

        return best;
    }

    private static long Settled()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
