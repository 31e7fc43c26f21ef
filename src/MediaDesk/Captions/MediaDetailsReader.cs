namespace MediaDesk.Captions;

/// <summary>Reads one photo with everything known about it.</summary>
public sealed class MediaDetailsReader
{
    /// <summary>Null when there is no such photo. Photos in the bin are found.</summary>
    public Task<MediaDetails?> FindAsync(long mediaId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
