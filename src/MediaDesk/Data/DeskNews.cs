namespace MediaDesk.Data;

/// <summary>Tells the open desks that photos have changed. Subscribers must be quick and never throw.</summary>
public sealed class DeskNews
{
    /// <summary>
    /// The ids of photos that were added, edited, developed, removed or restored. An empty list: another process (the command
    /// line beside a running desk) changed something, and what is shown may be old.
    /// </summary>
    public event Action<IReadOnlyList<long>>? MediaChanged;

    internal void Tell(IReadOnlyList<long> mediaIds) => MediaChanged?.Invoke(mediaIds);
}
