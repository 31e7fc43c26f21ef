using System.Diagnostics.CodeAnalysis;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>
/// Spellings of an agency with a varying part: words with one <c>*</c> that stands for one word or more, as in
/// <c>Satellite image * Maxar Technologies</c>. Compared as names are, without case, accents and punctuation; what fits is
/// told by the beginning and the end alone, so no text takes longer than its length.
/// </summary>
public sealed class SpellingPattern
{
    public const int Longest = 100;
    private const int FewestLetters = 3;

    private readonly string before;
    private readonly string after;

    private SpellingPattern(string before, string after) => (this.before, this.after) = (before, after);

    /// <param name="fault">What is wrong with it, as a sentence; null when it is read.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SpellingPattern? pattern, [NotNullWhen(false)] out string? fault)
    {
        pattern = null;
        var parts = text.Split('*');
        fault = text.Length > Longest ? $"A pattern has at most {Longest} characters."
            : parts.Length != 2 ? "A pattern has one * for the words that vary. Without any it is a spelling."
            : IsGlued(parts[0], ^1) || IsGlued(parts[1], 0) ? "The * of a pattern stands for whole words: leave a blank beside it."
            : null;
        if (fault is not null)
        {
            return false;
        }

        var (before, after) = (TextNormaliser.Normalise(parts[0]), TextNormaliser.Normalise(parts[1]));
        if (before.Length + after.Length < FewestLetters)
        {
            fault = $"A pattern needs at least {FewestLetters} letters beside its *: this one would fit every name.";
            return false;
        }

        pattern = new(before.Length > 0 ? before + " " : "", after.Length > 0 ? " " + after : "");
        return true;
    }

    /// <param name="normal">In the form of <see cref="TextNormaliser"/>.</param>
    internal bool Fits(string normal) =>
        normal.Length > before.Length + after.Length
        && normal.StartsWith(before, StringComparison.Ordinal) && normal.EndsWith(after, StringComparison.Ordinal);

    private static bool IsGlued(string part, Index beside) => part.Length > 0 && !char.IsWhiteSpace(part[beside]);
}
