using System.Collections.Concurrent;

namespace MediaDesk.Export;

/// <summary>The exports that somebody watches, between the page that started them and the request that carries the bytes.</summary>
public sealed class ExportRuns
{
    private readonly ConcurrentDictionary<string, ExportRun> watched = new(StringComparer.Ordinal);

    /// <summary>An export that a request is about to come for.</summary>
    public ExportRun Watch()
    {
        var run = new ExportRun();
        watched[run.Name] = run;
        return run;
    }

    /// <summary>The export of that name, once; a new one that nobody watches where there is none.</summary>
    public ExportRun Begin(string? name) => name is not null && watched.TryRemove(name, out var run) ? run : new();

    /// <summary>Nobody watches it any more.</summary>
    public void Forget(ExportRun run) => watched.TryRemove(run.Name, out _);
}
