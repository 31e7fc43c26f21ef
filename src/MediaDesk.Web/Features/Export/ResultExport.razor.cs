using System.Globalization;
using MediaDesk.Export;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Export;

/// <summary>All results of a search in one file: a table, lines of JSON, or the photos themselves. The browser saves it while the desk tells how far it is.</summary>
public sealed partial class ResultExport(ExportRuns runs, IJSRuntime browser, TimeProvider clock) : ComponentBase, IAsyncDisposable
{
    private static readonly (string Value, string Word, string What)[] Formats =
    [
        ("csv", "CSV", "captions and all other fields as a table"),
        ("jsonl", "JSON lines", "the same for programs, one photo a line"),
        ("zip", "Zip of the photos", "every file as it leaves the desk, the current metadata inside"),
    ];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private ElementReference dialog;
    private BrowserScript? script;
    private ExportRun? run;
    private string format = "csv";
    private long toldAt;
    private (int Total, bool IsExact) asked;

    /// <summary>As text of the search language.</summary>
    [Parameter, EditorRequired] public required string Query { get; set; }

    [Parameter, EditorRequired] public int Total { get; set; }

    /// <summary>False: there are more.</summary>
    [Parameter] public bool IsExact { get; set; } = true;

    private bool IsRunning => run is { State: ExportState.Waiting or ExportState.Running };

    private (int Total, bool IsExact) Shown => run is null ? (Total, IsExact) : asked;

    private string Percent => (run is null ? 0 : run.State == ExportState.Done ? 100 : Math.Min(100, 100.0 * run.Photos / Math.Max(1, asked.Total))).ToString("0.#", CultureInfo.InvariantCulture);

    private string Told => run switch
    {
        { State: ExportState.Waiting } => "Starting …",
        { State: ExportState.Running } => $"{Counts.Number(run.Photos)} of {Counts.Number(asked.Total)}{(asked.IsExact ? "" : "+")} photos",
        { State: ExportState.Done } => $"Done: {Counts.Of(run.Photos, "photo")} in the file.",
        _ => $"Stopped after {Counts.Of(run?.Photos ?? 0, "photo")}. The file is not whole.",
    };

    private async Task OpenAsync()
    {
        script ??= await BrowserScript.AttachAsync(browser, "./Features/Export/ResultExport.razor.js", dialog, this);
        await script.Attached.InvokeVoidAsync("open");
    }

    private async Task StartAsync()
    {
        // The editor may go on to another search meanwhile.
        asked = (Total, IsExact);
        run = runs.Watch();
        run.Changed += OnChanged;
        if (script is not null)
        {
            await script.Attached.InvokeVoidAsync(
                "start",
                QueryHelpers.AddQueryString("/api/search/export", new Dictionary<string, string?> { ["q"] = Query, ["format"] = format, ["run"] = run.Name }));
        }
    }

    /// <summary>Told now and then while it runs, and always at its end.</summary>
    private void OnChanged()
    {
        var now = clock.GetTimestamp();
        if (run is { State: ExportState.Running, Photos: > 0 } && clock.GetElapsedTime(Interlocked.Read(ref toldAt), now) < Pause)
        {
            return;
        }

        Interlocked.Exchange(ref toldAt, now);
        _ = InvokeAsync(StateHasChanged);
    }

    private void Again()
    {
        Leave();
        run = null;
    }

    private void Leave()
    {
        if (run is { } left)
        {
            left.Changed -= OnChanged;
            runs.Forget(left);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Leave();
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }
}
