using MediaDesk.Ingest;
using MediaDesk.Web.Features.Ingest;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Problems;

/// <summary>What every view of the problems needs: the open ones, live, and those of this browser's own uploads that never reached the desk.</summary>
public abstract class ProblemView : ComponentBase, IDisposable
{
    private bool isGone;

    [Inject] protected ProblemFeed Feed { get; set; } = null!;

    [Inject] protected Uploads Uploads { get; set; } = null!;

    protected int Total => Feed.Count + Uploads.Unsent.Count;

    protected IReadOnlyList<IngestProblem> Open => Feed.Open;

    protected override void OnInitialized()
    {
        Feed.Changed += Refresh;
        Uploads.Changed += Refresh;
    }

    protected override Task OnInitializedAsync() => Feed.LoadAsync();

    public void Dispose()
    {
        isGone = true;
        Feed.Changed -= Refresh;
        Uploads.Changed -= Refresh;
        GC.SuppressFinalize(this);
    }

    private void Refresh()
    {
        if (!isGone)
        {
            // Told by the ingest's own threads, which do not wait for this desk.
            _ = InvokeAsync(StateHasChanged);
        }
    }
}
