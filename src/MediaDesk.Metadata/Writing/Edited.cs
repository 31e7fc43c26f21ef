namespace MediaDesk.Metadata.Writing;

/// <summary>A block of metadata with the changes in it, or the sentence that says why it cannot take them.</summary>
internal readonly record struct Edited(byte[] Bytes, string? Refusal)
{
    public static Edited To(byte[] bytes) => new(bytes, null);

    public static Edited Refused(string sentence) => new([], sentence);
}
