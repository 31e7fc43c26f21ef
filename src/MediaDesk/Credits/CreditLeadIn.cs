using System.Collections.Frozen;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>What the words before a name announce.</summary>
internal enum CreditLead
{
    None,

    /// <summary>"Photo:", "Crédit photo :", "Mandatory Credit:": a credit of any kind.</summary>
    Credit,

    /// <summary>"Photo by", "Foto de", "Photo par": a photographer, or who stands for one.</summary>
    By,

    /// <summary>"Courtesy of", "Photo from", "provided by": who gave the picture away.</summary>
    Courtesy,
}

/// <summary>Takes the words off with which a credit begins, in English, French, German and Spanish.</summary>
internal static class CreditLeadIn
{
    private static readonly FrozenSet<string> Nouns = Set("""
        photo photos photograph photographs photography photographie picture pictures pic pics image images imagen imagenes foto fotos fotografia fotografias fotografie bild bilder bildnachweis
        bildquelle fotonachweis fotocredit fotoquelle aufnahme cliche credit credits credito creditos kredit photocredit photographer photographers photographe fotograf fotografin fotografen
        fotografo source quelle fuente byline illustration montage collage composite
        """);

    private static readonly FrozenSet<string> Adjectives = Set("mandatory obligatory official satellite aerial undated file archive archiv handout pool photo image picture exclusive editorial the a this please must should read line required compulsory");
    private static readonly FrozenSet<string> By = Set("by par por von fra");

    /// <summary>These lead to a photographer behind a word for a picture only: De Agostini begins with one.</summary>
    private static readonly FrozenSet<string> ByBehindNoun = Set("de di av af");

    private static readonly FrozenSet<string> Courtesy = Set("courtesy provided supplied released submitted contributed cortesia courtoisie fournie fourni cedida");
    private static readonly FrozenSet<string> BehindCourtesy = Set("of by from the de par por photo");

    /// <summary>The words behind which a name alone may follow: "Photo Jane Doe", "Foto dpa".</summary>
    private static readonly FrozenSet<string> Bare = Set("photo foto photos fotos bild picture cliche credit credits credito source quelle fuente photographer");

    /// <summary>
    /// What comes behind the words that announce a credit. <see cref="CreditLead.None"/> leaves the piece whole.
    /// </summary>
    public static (CreditSlice Behind, CreditLead Lead) Strip(CreditSlice piece)
    {
        var words = Tokens(piece);
        var (at, lead, end) = (0, CreditLead.None, piece.Start);
        var isNoun = false;
        while (at < words.Count)
        {
            var (word, normal, isOpen) = words[at];
            if (By.Contains(normal) || (isNoun && ByBehindNoun.Contains(normal)))
            {
                (lead, end) = (CreditLead.By, word.End);
            }
            else if (Courtesy.Contains(normal))
            {
                var behind = at;
                while (behind + 1 < words.Count && !words[behind].IsOpen && BehindCourtesy.Contains(words[behind + 1].Normal))
                {
                    behind++;
                }

                at = behind;
                (lead, end) = (CreditLead.Courtesy, words[behind].Word.End);
            }
            else if (isNoun && (normal == "to" || (normal == "read" && at > 0 && words[at - 1].Normal is "should" or "must" or "to")))
            {
                (lead, end) = (CreditLead.Credit, word.End);
            }
            else if (isNoun && normal == "from")
            {
                (lead, end) = (CreditLead.Courtesy, word.End);
            }
            else if (Nouns.Contains(normal) || Adjectives.Contains(normal) || IsYear(normal))
            {
                isNoun |= Nouns.Contains(normal);
                if (words[at].IsOpen)
                {
                    (lead, end) = (lead is CreditLead.None ? CreditLead.Credit : lead, word.End);
                }
            }
            else
            {
                break;
            }

            if (isOpen && lead is not CreditLead.None)
            {
                end = Math.Max(end, word.End);
            }

            at++;
        }

        if (at == words.Count && isNoun)
        {
            // "Satellite image ©2022 X": words and no name.
            return (piece.From(piece.End), lead is CreditLead.None ? CreditLead.Credit : lead);
        }

        return lead is CreditLead.None ? (piece, lead) : (piece.From(end).Trim(), lead);
    }

    /// <summary>The piece without a single word for a picture before a name: "Photo AFP". The piece itself where none stands there.</summary>
    public static CreditSlice StripBare(CreditSlice piece)
    {
        var words = piece.Words();
        var at = 0;
        while (at < words.Count - 1 && Bare.Contains(TextNormaliser.Normalise(words[at].ToString())))
        {
            at++;
        }

        return at > 0 ? piece.From(words[at].Start) : piece;
    }

    /// <summary>Whether the word is one for a picture, as in "U.S. Navy photo by".</summary>
    public static bool IsNoun(string normal) => Nouns.Contains(normal);

    public static bool IsBy(string normal) => By.Contains(normal);

    /// <summary>The first words, each cut at a colon that may stand against the next word: "Credits:Jane Doe".</summary>
    private static List<(CreditSlice Word, string Normal, bool IsOpen)> Tokens(CreditSlice piece)
    {
        const int most = 12;
        var tokens = new List<(CreditSlice, string, bool)>();
        for (var i = piece.Start; i < piece.End && tokens.Count < most;)
        {
            while (i < piece.End && char.IsWhiteSpace(piece.Text[i]))
            {
                i++;
            }

            var from = i;
            while (i < piece.End && !char.IsWhiteSpace(piece.Text[i]) && !IsColon(piece, i))
            {
                i++;
            }

            var word = piece with { Start = from, End = i };
            var colon = i;
            while (colon < piece.End && (char.IsWhiteSpace(piece.Text[colon]) || IsColon(piece, colon)))
            {
                colon++;
            }

            var isOpen = piece.Text.AsSpan(i, colon - i).ContainsAny(':', '.', '…');
            if (isOpen)
            {
                i = colon;
                word = word with { End = colon };
            }

            tokens.Add((word, TextNormaliser.Normalise(word.ToString()), isOpen));
        }

        return tokens;
    }

    /// <summary>A colon of any width, or the dots of "Credit...Jane Doe".</summary>
    private static bool IsColon(CreditSlice piece, int i) =>
        piece.Text[i] is ':' or '：' or '…' || (piece.Text[i] == '.' && i + 1 < piece.End && (piece.Text[i + 1] == '.' || piece.Text[i - (i > piece.Start ? 1 : 0)] == '.'));

    private static bool IsYear(string normal) => normal.Length == 4 && normal.All(char.IsAsciiDigit) && normal[0] is '1' or '2';

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
