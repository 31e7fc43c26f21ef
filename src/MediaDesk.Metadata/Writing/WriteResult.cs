namespace MediaDesk.Metadata.Writing;

/// <summary>Whether a photo was written.</summary>
/// <param name="Refusal">One sentence that says why nothing was written, or null when the target holds the photo.</param>
public sealed record WriteResult(string? Refusal)
{
    public static readonly WriteResult Written = new(Refusal: null);

    public bool IsWritten => Refusal is null;
}
