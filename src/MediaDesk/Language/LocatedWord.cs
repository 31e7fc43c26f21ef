namespace MediaDesk.Language;

/// <summary>A word in the form in which words are compared, and where it stands in the text, in UTF-16 units.</summary>
internal readonly record struct LocatedWord(string Word, int Start, int Length)
{
    public int End => Start + Length;
}
