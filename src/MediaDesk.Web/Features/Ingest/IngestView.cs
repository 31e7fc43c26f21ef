using MediaDesk.Ingest;
using MediaDesk.Storage;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Ingest;

/// <summary>
/// How far the ingest is, as one count: this browser's own upload while it runs, otherwise what the desk is taking in from
/// anywhere. A finished count stays until the next one begins.
/// </summary>
public abstract class IngestView : ComponentBase, IDisposable
{
    private bool isGone;

    [Inject] protected IngestProgress Desk { get; set; } = null!;

    [Inject] protected Uploads Uploads { get; set; } = null!;

    [Inject] protected DiskSpace Disk { get; set; } = null!;

    protected int Done { get; private set; }

    /// <summary>0 while nothing has been taken in since the desk was opened.</summary>
    protected int Total { get; private set; }

    protected int Failed { get; private set; }

    protected string? Source { get; private set; }

    /// <summary>Rate and time left while it runs, the outcome when it is done.</summary>
    protected string Details { get; private set; } = "";

    /// <summary>Why nothing goes on, a sentence; null while it goes on.</summary>
    protected string? Stopped { get; private set; }

    protected bool IsRunning => Done < Total;

    protected double Percent => Total == 0 ? 0 : Math.Round(100.0 * Done / Total, 1);

    protected override void OnInitialized()
    {
        Desk.Changed += Refresh;
        Uploads.Changed += Refresh;
        Read();
    }

    public void Dispose()
    {
        isGone = true;
        Desk.Changed -= Refresh;
        Uploads.Changed -= Refresh;
        GC.SuppressFinalize(this);
    }

    private void Refresh()
    {
        if (!isGone)
        {
            // Told by the ingest's own threads, which do not wait for this desk.
            _ = InvokeAsync(() =>
            {
                Read();
                StateHasChanged();
            });
        }
    }

    private void Read()
    {
        var (desk, upload) = (Desk.Current, Uploads.Progress);
        Stopped = desk.Stopped;
        if (upload.IsActive || (upload.Files > 0 && Source == OwnUpload && desk.Done == desk.Total))
        {
            (Done, Total, Failed, Source) = (upload.Done, upload.Files, upload.Failed, OwnUpload);
            Details = upload.IsActive ? $"{Counts.Bytes(upload.SentBytes)} of {Counts.Bytes(upload.Bytes)} sent{Pace(desk.PerSecond)}" : Outcome(upload);
        }
        else
        {
            (Done, Total, Failed, Source) = (desk.Done, desk.Total, desk.Failed, desk.DeliveredBy);
            Details = IsRunning ? Pace(desk.PerSecond).TrimStart(',', ' ') : Failed > 0 ? $"{Counts.Number(Done - Failed)} taken in" : "done";
        }
    }

    private const string OwnUpload = "upload";

    private string Pace(double perSecond)
    {
        if (perSecond <= 0)
        {
            return "";
        }

        var left = (int)Math.Ceiling((Total - Done) / perSecond);
        var rate = perSecond >= 1 ? $"{perSecond:0} a second" : $"{perSecond * 60:0} a minute";
        return $", {rate}, about {(left < 90 ? $"{left} s" : $"{left / 60 + 1} min")} left";
    }

    private static string Outcome(UploadProgress upload)
    {
        (int Count, string What)[] parts =
        [
            (upload.Added, "added"), (upload.Duplicates, "already here"), (upload.Versions, "new versions"), (upload.Sidecars, "sidecars"), (upload.Failed, "not taken in"),
        ];
        return string.Join(", ", parts.Where(part => part.Count > 0).Select(part => $"{Counts.Number(part.Count)} {part.What}"));
    }
}
