using System.Collections.Immutable;

namespace MediaDesk.Metadata.Writing;

/// <summary>Whether a photo was written, and what whoever asked for it should know about it.</summary>
/// <param name="Refusal">One sentence that says why nothing was written, or null when the target holds the photo.</param>
/// <param name="Warnings">
/// One sentence each on what the write does beyond the fields: content credentials that no longer validate, a damaged block that was
/// repaired or left as it is. Empty as a rule, and when nothing was written.
/// </param>
public sealed record WriteResult(string? Refusal, ImmutableArray<string> Warnings)
{
    public static readonly WriteResult Written = new(Refusal: null, []);

    public bool IsWritten => Refusal is null;

    public static WriteResult Refused(string sentence) => new(sentence, []);
}
