using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using MediaDesk.Language;

namespace MediaDesk.Wording;

/// <summary>The fixed phrases of restrictions, from <c>restrictions.json</c>.</summary>
internal static class RestrictionPhrases
{
    /// <summary>Behind the beginning of a sentence in <c>restrictions.json</c>.</summary>
    private const char GoesOn = '…';

    private static readonly string[] Given = Read();
    private static readonly string[] All = [.. Given.Where(phrase => !phrase.EndsWith(GoesOn)).Select(TextNormaliser.Normalise).Distinct()];
    private static readonly string[] Openings = [.. Given.Where(phrase => phrase.EndsWith(GoesOn)).Select(TextNormaliser.Normalise).Distinct()];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole =
        All.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> First =
        All.Concat(Openings).Select(phrase => phrase.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Opening =
        Openings.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The most words with which a sentence opens.</summary>
    public static readonly int MostOpeningWords = Openings.Max(phrase => phrase.Count(' '.Equals)) + 1;

    /// <summary>The most words that one has.</summary>
    public static readonly int MostWords = All.Max(phrase => phrase.Count(' '.Equals)) + 1;

    public static bool Begin(ReadOnlySpan<char> normalisedWord) => First.Contains(normalisedWord);

    /// <summary>Whether a sentence that begins with these words is a restriction whatever follows.</summary>
    public static bool OpenSentence(ReadOnlySpan<char> normalisedWords) => Opening.Contains(normalisedWords);

    public static bool Contain(ReadOnlySpan<char> normalisedPhrase) => Whole.Contains(normalisedPhrase);

    private static string[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Wording.restrictions.json")
            ?? throw new InvalidOperationException("The phrases of restrictions are not built into MediaDesk.");
        return JsonSerializer.Deserialize<string[]>(stream)!;
    }
}
