namespace MediaDesk.Check;

/// <summary>One kind of look at whether the desk holds together. Files and rows are looked at here, the index by Search.</summary>
public interface IDeskCheck
{
    /// <summary>Yields what does not match. Reports each photo it has looked at to <paramref name="progress"/>.</summary>
    IAsyncEnumerable<DeskFinding> FindAsync(IProgress<DeskCheckProgress>? progress, CancellationToken cancellationToken);
}

/// <summary>
/// Something that does not match. <paramref name="Kind"/> is a stable word (<c>original-missing</c>, <c>original-altered</c>,
/// <c>rendition-missing</c>, <c>rendition-altered</c>, <c>fields</c>, <c>row</c>, <c>index</c>), <paramref name="What"/> a
/// sentence; <paramref name="MediaId"/> names the photo where there is one.
/// </summary>
public sealed record DeskFinding(string Kind, long? MediaId, string What);

/// <summary>How far a check is: originals looked at, and how many there are.</summary>
public sealed record DeskCheckProgress(int Done, int Total);
