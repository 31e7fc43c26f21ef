using System.Text;

namespace MediaDesk.Metadata.Iim;

/// <summary>
/// Finds the character set of an IIM block: the one dataset 1:90 declares, else UTF-8 when all texts are valid in it, else the more
/// plausible of Windows-1252 and Mac OS Roman. Two thirds of agency files declare nothing.
/// </summary>
internal static class IimCharset
{
    /// <summary>ISO 2022 escapes as they occur in 1:90, by the .NET name of what they announce. Latin-1 is read as its superset.</summary>
    private static readonly (string Escape, string Charset)[] Declared =
    [
        ("\x1B%G", "utf-8"), ("\x1B%/I", "utf-8"), ("\x1B.A", "windows-1252"), ("\x1B-A", "windows-1252"), ("\x1B%A", "windows-1252"), ("\x1B,A", "windows-1252"),
        ("\x1B-B", "iso-8859-2"), ("\x1B-L", "iso-8859-5"), ("\x1B-G", "iso-8859-6"), ("\x1B-F", "iso-8859-7"), ("\x1B-H", "iso-8859-8"),
        ("\x1B-M", "iso-8859-9"), ("\x1B-b", "iso-8859-15"),
    ];

    public static Encoding Of(List<IimDataset> datasets, string where, ProblemList problems)
    {
        var texts = datasets.Where(dataset => IimTags.IsText(dataset) && !Ascii.IsValid(dataset.Value.Span)).Select(dataset => dataset.Value).ToList();
        if (texts.Count == 0)
        {
            return Encoding.UTF8;
        }

        var mark = datasets.FirstOrDefault(dataset => dataset is { Record: IimTags.EnvelopeRecord, Number: IimTags.CodedCharacterSet }).Value;
        var declared = Declared.FirstOrDefault(pair => Encoding.Latin1.GetBytes(pair.Escape).AsSpan().SequenceEqual(mark.Span)).Charset;
        var isUtf8 = texts.TrueForAll(text => LegacyText.IsUtf8(text.Span));
        if (declared is "utf-8" && !isUtf8)
        {
            problems.Add($"{where} 1:90", "The IIM block says that its texts are UTF-8, but they are not.");
        }
        else if (declared is not null)
        {
            return Named(declared);
        }
        else if (!mark.IsEmpty)
        {
            problems.Add($"{where} 1:90", "The IIM block declares a character set that is not known.");
        }

        if (isUtf8)
        {
            return Encoding.UTF8;
        }

        var guess = LegacyText.Guess(texts);
        problems.Add(where, $"The IIM block does not say which character set its texts are in; {(guess == LegacyText.Mac ? "Mac Roman" : "Windows-1252")} was taken as the most plausible.");
        return guess;
    }

    private static Encoding Named(string name) => name == "utf-8" ? Encoding.UTF8 : LegacyText.Named(name);
}
