using System.Text;

namespace MediaDesk.Metadata;

/// <summary>Tells single-byte texts of unnamed character set apart: Windows-1252 or Mac OS Roman.</summary>
internal static class LegacyText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static readonly Encoding Windows = Named("windows-1252");
    public static readonly Encoding Mac = Named("macintosh");

    /// <summary>An encoding of the framework by name; code pages need no registration this way.</summary>
    public static Encoding Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    public static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return true;
        }

        try
        {
            StrictUtf8.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>UTF-8 when the text is valid in it, else the more plausible single-byte reading.</summary>
    public static string Decode(ReadOnlyMemory<byte> bytes) =>
        (IsUtf8(bytes.Span) ? Encoding.UTF8 : Guess([bytes])).GetString(bytes.Span);

    /// <summary>The more plausible of the two over all texts together: one short name alone says little.</summary>
    public static Encoding Guess(IReadOnlyCollection<ReadOnlyMemory<byte>> texts) =>
        texts.Sum(text => Plausibility(Mac.GetString(text.Span))) > texts.Sum(text => Plausibility(Windows.GetString(text.Span))) ? Mac : Windows;

    /// <summary>Letters inside words speak for a reading, signs inside words and capitals inside small letters against it.</summary>
    private static int Plausibility(string text)
    {
        var score = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80)
            {
                score += Plausibility(text[i], i > 0 ? text[i - 1] : ' ', i + 1 < text.Length ? text[i + 1] : ' ');
            }
        }

        return score;
    }

    private static int Plausibility(char one, char before, char after)
    {
        if (char.IsControl(one))
        {
            return -10;
        }

        if (!char.IsLetter(one))
        {
            return !char.IsLetter(before) || !char.IsLetter(after) || one is '’' or '–' or '—' ? IsOrdinarySign(one) ? 1 : -1 : -4;
        }

        if (char.IsUpper(one) && char.IsLower(before))
        {
            return -3;
        }

        return !char.IsLetter(before) && !char.IsLetter(after) ? -1 : IsOrdinaryLetter(one) ? 3 : 1;
    }

    private static bool IsOrdinarySign(char one) =>
        one is '’' or '‘' or '“' or '”' or '–' or '—' or '…' or '©' or '®' or '°' or '«' or '»' or '€' or '£' or '\u00A0' or '•' or '™' or '½' or '¡' or '¿';

    /// <summary>Letters with accents, unlike ƒ, Ω, π, ª or ı, which one of the two sets has where the other has accents.</summary>
    private static bool IsOrdinaryLetter(char one) => one is (>= 'À' and <= 'ÿ') or 'Š' or 'š' or 'Ž' or 'ž' or 'Œ' or 'œ' or 'Ÿ';
}
