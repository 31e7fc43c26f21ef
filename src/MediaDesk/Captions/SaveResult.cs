using MediaDesk.Metadata;

namespace MediaDesk.Captions;

/// <summary>How a save ended.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>Stored and findable. <paramref name="EntryId"/> is null when nothing differed.</summary>
    public sealed record Saved(long Revision, FieldValues Fields, long? EntryId) : SaveResult;

    /// <summary>Nothing stored: someone else changed <paramref name="Fields"/> since; who and when stands with each.</summary>
    public sealed record Conflict(long Revision, FieldValues Current, IReadOnlyList<FieldConflict> Fields) : SaveResult;

    /// <summary>Nothing stored: values that cannot be kept, each with a sentence for the editor.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Reasons) : SaveResult;

    public sealed record NotFound : SaveResult;

    /// <summary>A field that was changed by someone else, with the value it has now (null: cleared).</summary>
    public sealed record FieldConflict(string Field, FieldValue? Current, string Editor, DateTime AtUtc);
}
