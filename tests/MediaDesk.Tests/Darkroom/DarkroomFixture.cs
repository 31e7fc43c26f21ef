using MediaDesk.Darkroom;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(MediaDesk.Tests.Darkroom.DarkroomFixture))]

namespace MediaDesk.Tests.Darkroom;

/// <summary>One pool with real children for all tests that do not break it, and a folder for what they make.</summary>
public sealed class DarkroomFixture : IAsyncDisposable
{
    public static readonly DarkroomHost Host = DarkroomHost.OfAssembly(Path.Combine(AppContext.BaseDirectory, "MediaDesk.Cli.dll"));

    private int outputs;

    public DarkroomPool Pool { get; } = NewPool(new());

    public string Folder { get; } = Directory.CreateTempSubdirectory("mediadesk-darkroom-").FullName;

    public static DarkroomPool NewPool(DarkroomOptions options) =>
        new(Options.Create(options), Host, NullLogger<DarkroomPool>.Instance);

    /// <summary>A place for the renditions of one file.</summary>
    public string NewStem() => Path.Combine(Folder, $"out-{Interlocked.Increment(ref outputs)}");

    public string NewFile(string extension) => Path.Combine(Folder, $"in-{Interlocked.Increment(ref outputs)}{extension}");

    public Task<DarkroomResult> DevelopAsync(string file) =>
        Pool.DevelopAsync(file, NewStem(), null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
