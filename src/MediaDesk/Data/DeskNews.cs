namespace MediaDesk.Data;

/// <summary>Tells the open desks that photos have changed. Subscribers must be quick and never throw.</summary>
public sealed class DeskNews
{
    /// <summary>The ids of photos that were added, edited, developed, removed or restored.</summary>
    public event Action<IReadOnlyList<long>>? MediaChanged;

    internal void Tell(IReadOnlyList<long> mediaIds) => MediaChanged?.Invoke(mediaIds);
}
