using MediaDesk.Data;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>
/// Turns news of changed photos into a refresh of one sheet now and then: at most one a second while a thousand photos come
/// in, and one after the last of them.
/// </summary>
public sealed class SheetRefresh(DeskNews news, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Func<Task>? act;
    private ITimer? timer;
    private bool isDue;

    /// <summary>Begins to listen. <paramref name="onNews"/> is called on a thread of its own.</summary>
    public void Start(Func<Task> onNews)
    {
        act = onNews;
        timer = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        news.MediaChanged += OnMediaChanged;
    }

    private void OnMediaChanged(IReadOnlyList<long> mediaIds)
    {
        lock (gate)
        {
            if (!isDue)
            {
                isDue = true;
                timer?.Change(Pause, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Fire()
    {
        lock (gate)
        {
            isDue = false;
        }

        _ = act?.Invoke();
    }

    public void Dispose()
    {
        news.MediaChanged -= OnMediaChanged;
        timer?.Dispose();
    }
}
