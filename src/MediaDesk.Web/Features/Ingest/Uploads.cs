namespace MediaDesk.Web.Features.Ingest;

/// <summary>What this browser is sending to the desk. The files themselves stay with the browser (<c>AddPhotos.razor.js</c>).</summary>
public sealed class Uploads
{
    private readonly List<UnsentFile> unsent = [];
    private Func<string, Task>? retry;

    public UploadProgress Progress { get; private set; } = UploadProgress.None;

    /// <summary>Files that did not reach the desk, so that no job of the desk knows them.</summary>
    public IReadOnlyList<UnsentFile> Unsent => unsent;

    /// <summary>Raised on the circuit's own thread.</summary>
    public event Action? Changed;

    internal void Report(UploadProgress progress)
    {
        Progress = progress;
        Changed?.Invoke();
    }

    internal void Fail(UnsentFile file, Func<string, Task> tryAgain)
    {
        retry = tryAgain;
        unsent.RemoveAll(other => other.Key == file.Key);
        unsent.Add(file);
        Changed?.Invoke();
    }

    public void Dismiss(string key)
    {
        unsent.RemoveAll(file => file.Key == key);
        Changed?.Invoke();
    }

    public Task RetryAsync(string key)
    {
        Dismiss(key);
        return retry?.Invoke(key) ?? Task.CompletedTask;
    }
}

/// <param name="Files">Files chosen or dropped since nothing was being sent.</param>
/// <param name="Done">Those the desk has answered for, or that failed.</param>
/// <param name="Recent">The files at work and the last ones done.</param>
public sealed record UploadProgress(
    int Files, int Done, long Bytes, long SentBytes, int Added, int Duplicates, int Versions, int Sidecars, int Failed, IReadOnlyList<UploadedFile> Recent)
{
    public static readonly UploadProgress None = new(0, 0, 0, 0, 0, 0, 0, 0, 0, []);

    public bool IsActive => Done < Files;
}

/// <param name="State">A word or sentence for the list: "12 %", "Added", or why not.</param>
/// <param name="IsFailed">Whether the state is a reason.</param>
public sealed record UploadedFile(string Name, string State, bool IsFailed);

/// <summary>A file that could not be sent, known to the browser by its key.</summary>
public sealed record UnsentFile(string Key, string FileName, string Reason);
