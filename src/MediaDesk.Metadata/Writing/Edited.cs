namespace MediaDesk.Metadata.Writing;

/// <summary>A block of metadata with the changes in it (empty when it stays as it is), or the sentence that says why it cannot take them.</summary>
internal readonly record struct Edited(byte[] Bytes, string? Refusal)
{
    public static readonly Edited Unchanged = new([], null);

    public static Edited To(byte[] bytes) => new(bytes, null);

    public static Edited Refused(string sentence) => new([], sentence);
}
