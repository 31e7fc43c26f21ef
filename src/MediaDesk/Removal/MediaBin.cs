namespace MediaDesk.Removal;

/// <summary>Photos that were removed: kept 30 days, findable here, and put back as they were.</summary>
public sealed class MediaBin
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Puts photos into the bin in one history entry; returns its id, or null when none was on the desk.</summary>
    public Task<long?> RemoveAsync(IReadOnlyCollection<long> mediaIds, string editor, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Takes photos out of the bin in one history entry.</summary>
    public Task<long?> RestoreAsync(IReadOnlyCollection<long> mediaIds, string editor, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>What is in the bin, last removed first.</summary>
    public Task<IReadOnlyList<BinnedPhoto>> ListAsync(int limit, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Deletes photos, with originals and renditions, that were put into the bin more than 30 days ago. Returns how many.</summary>
    public Task<int> EmptyOldAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}

public sealed record BinnedPhoto(long Id, string FileName, string? Headline, string Sha256, DateTime RemovedUtc, string RemovedBy, DateTime KeptUntilUtc);
