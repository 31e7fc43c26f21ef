using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using MediaDesk.Metadata.Tests.Fuzzing;
using SharpFuzz;

namespace MediaDesk.Fuzz;

/// <summary>Started by <c>run</c> beside it, which says how.</summary>
internal static class Program
{
    private const int DefaultSeed = 2025_1;

    private static int Main(string[] arguments) => arguments switch
    {
        ["mutate", var count, .. var rest] => Mutate(int.Parse(count, CultureInfo.InvariantCulture), rest is [var seed, ..] ? int.Parse(seed, CultureInfo.InvariantCulture) : DefaultSeed),
        ["input", var number, var seed, var path] => WriteInput(int.Parse(number, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), path),
        ["seeds", var folder] => WriteSeeds(folder),
        ["afl"] => Afl(),
        ["replay", .. var files] => Replay(files),
        _ => Usage(),
    };

    /// <summary>Seeded mutation: the inputs are the same whenever and wherever they are asked for.</summary>
    private static int Mutate(int count, int seed)
    {
        var seeds = FuzzSeeds.All(Corpus());
        Console.WriteLine($"{count:N0} inputs of seed {seed} out of {seeds.Count} files and layers, on {Threads} threads");
        var (clock, told, shown) = (Stopwatch.StartNew(), 0, 0);
        void Tell(int done, IReadOnlyCollection<Finding> found)
        {
            foreach (var finding in found.Skip(shown))
            {
                Console.WriteLine($"input {finding.Number} {seed}: {finding.What}");
                shown++;
            }

            if (done / 50_000 > told)
            {
                told = done / 50_000;
                Console.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {done:N0} inputs, {shown} findings, {done / clock.Elapsed.TotalSeconds:0} a second");
            }
        }

        var (inputs, findings) = FuzzRun.Run(new Mutation(seeds, seed), count, Threads, report: Tell);
        Tell(inputs, findings);
        Console.WriteLine($"{inputs:N0} inputs, {findings.Count} findings, {clock.Elapsed:hh\\:mm\\:ss}");
        return findings.Count == 0 && inputs == count ? 0 : 1;
    }

    private static int WriteInput(int number, int seed, string path)
    {
        File.WriteAllBytes(path, new Mutation(FuzzSeeds.All(Corpus()), seed).Input(number));
        return 0;
    }

    /// <summary>Files to begin from; those of the corpus small, as coverage grows fastest on small ones.</summary>
    private static int WriteSeeds(string folder)
    {
        const int Largest = 12_000;
        Directory.CreateDirectory(folder);
        foreach (var file in FuzzSeeds.Own().Concat(FuzzSeeds.Files(Corpus()).Where(file => file.Length <= Largest)))
        {
            File.WriteAllBytes(Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(file))[..16]), file);
        }

        return 0;
    }

    /// <summary>The side that afl-fuzz talks to; MediaDesk.Metadata.dll beside this program has been instrumented.</summary>
    private static int Afl()
    {
        Fuzzer.Run(stream =>
        {
            var file = new MemoryStream();
            stream.CopyTo(file);
            Judge(file.ToArray());
        });
        return 0;
    }

    private static int Replay(string[] files)
    {
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            Console.WriteLine($"{file}: {Ordeal.Undergo(bytes, NumberOf(bytes)) ?? "passes"}");
        }

        return 0;
    }

    private static void Judge(byte[] bytes)
    {
        if (Ordeal.Undergo(bytes, NumberOf(bytes)) is { } what)
        {
            throw new InvalidOperationException(what);
        }
    }

    /// <summary>What is written into a file must depend on nothing but the file.</summary>
    private static int NumberOf(byte[] bytes) => bytes.Length;

    private static int Threads => Environment.GetEnvironmentVariable("FUZZ_THREADS") is { } threads ? int.Parse(threads, CultureInfo.InvariantCulture) : Environment.ProcessorCount;

    private static string? Corpus() => Environment.GetEnvironmentVariable("FUZZ_CORPUS") is { Length: > 0 } folder ? folder : null;

    private static int Usage()
    {
        Console.Error.WriteLine("mutate COUNT [SEED] | input NUMBER SEED FILE | seeds FOLDER | afl | replay FILE…");
        return 2;
    }
}
