namespace MediaDesk.Wording;

/// <summary>
/// Takes off what wires put in front of a caption: object names and picture numbers, <c>TOPSHOT -</c>, <c>APTOPIX</c>, <c>FILE -</c>, <c>CORRECTS SPELLING …</c>;
/// and finds the wording by which an agency corrects or withdraws a photo wherever it stands.
/// </summary>
internal sealed class PrefixReader(CaptionText text, List<ParsedSpan> spans)
{
    private const int LongestCorrection = 24;
    private const int MostPrefixes = 6;

    /// <summary>Whether an agency withdraws the photo: its text describes no picture.</summary>
    public bool IsKill { get; private set; }

    private bool? speaksOfPhoto;

    /// <summary>Whether the caption begins as one of an older photo.</summary>
    public bool IsFile { get; private set; }

    public void Run()
    {
        var i = 0;
        for (var taken = 0; taken < MostPrefixes && Prefix(SkipStops(i)) is > 0 and var end; taken++)
        {
            i = end;
        }

        FindKill();
        FindErratum();
        FindStory();
        FindTags();
    }

    private int SkipStops(int i)
    {
        while (i < text.Count && (text[i].Kind is TokenKind.Break || text[i].Part is not CaptionPart.Body || (text[i].Kind is TokenKind.Mark && text[i].Mark is '-' or '–' or '—' or '*' or '"')))
        {
            i++;
        }

        return i;
    }

    /// <summary>Behind the prefix that begins here; 0 where none does.</summary>
    private int Prefix(int i)
    {
        if (i >= text.Count)
        {
            return 0;
        }

        var isBracketed = text.IsMark(i, '(');
        var word = isBracketed ? i + 1 : i;
        if (word >= text.Count || text[word].Kind is not (TokenKind.Word or TokenKind.Number))
        {
            return 0;
        }

        if (!isBracketed && ObjectNameEnd(word) is > 0 and var named)
        {
            return Claim(i, named, null);
        }

        // The number of a military picture: 160812-N-AB123-045.
        if (!isBracketed && text[word].Length >= 12 && text.Text.AsSpan(text[word].Start, 6).IndexOfAnyExceptInRange('0', '9') < 0 && text.Text.AsSpan(text[word].Start, text[word].Length).Count('-') >= 2)
        {
            return Claim(i, word + 1, null);
        }

        // Xinhua: "(240304) -- BEIJING, …".
        if (isBracketed && text[word].Kind is TokenKind.Number && text[word].Length is 6 or 8 && text.IsMark(word + 1, ')'))
        {
            return Claim(i, word + 2, null);
        }

        if (text[word].Case is not LetterCase.AllCapitals)
        {
            return 0;
        }

        var last = word;
        var field = Field(ref last);
        if (field is null)
        {
            return 0;
        }

        var end = last + 1;
        if (isBracketed)
        {
            if (!text.IsMark(end, ')'))
            {
                return 0;
            }

            end++;
        }
        else if (end < text.Count && text[end].Kind is TokenKind.Word && field is "prefix" && text.Words(word, word) is not ("topshot" or "topshots" or "aptopix"))
        {
            // "FILE PHOTO of …", "ARCHIVE workers": a sentence.
            return 0;
        }

        IsFile |= text.Words(word, word) is "file" or "files" or "archive" or "archives" or "archiv" or "archivo" or "fichier" or "fichiers";
        return Claim(i, end, (field, word, last));
    }

    /// <summary>Which kind of prefix begins here, leaving <paramref name="last"/> at its last word.</summary>
    private string? Field(ref int last)
    {
        var first = last;
        switch (text.Words(first, first))
        {
            case "topshot" or "topshots" or "aptopix" or "update" or "exclusive" or "undated" or "handout" or "retransmission" or "recrop" or "combo" or "combination":
                return "prefix";
            case "file" or "files" or "archive" or "archives" or "archiv" or "archivo" or "fichier" or "fichiers":
                last += first + 1 < text.Count && text[first + 1].Kind is TokenKind.Word && text.Words(first + 1, first + 1) is "photo" or "photos" or "picture" or "image" or "pic" or "foto" ? 1 : 0;
                return "prefix";
            case "alternate" or "alternative" or "alternates" when text.IsBody(first + 1) && text.Words(first + 1, first + 1) is "crop" or "crops" or "version":
                last++;
                return "prefix";
            case "correction" or "corrects" or "corrected" or "corrige" or "korrektur" or "correccion" or "adds" or "addition" or "amends":
                last = CapitalsEnd(first);
                return "correction";
            case "advisory":
                return "advisory";
            default:
                return null;
        }
    }

    /// <summary>CORRECTS SPELLING OF NAME TO …: the run of capitals up to a stop.</summary>
    private int CapitalsEnd(int first)
    {
        var last = first;
        while (last + 1 < text.Count && last - first < LongestCorrection && text[last + 1].Kind is not TokenKind.Break && !text[last + 1].IsDash && !text.IsMark(last + 1, ':')
            && (text[last + 1].Case is LetterCase.AllCapitals || text[last + 1].Kind is TokenKind.Number or TokenKind.Mark))
        {
            last++;
        }

        while (last > first && text[last].Kind is TokenKind.Mark)
        {
            last--;
        }

        return last;
    }

    /// <summary>TOPSHOT-FBL-EUR-C1-MILAN, epa06737033: names of the transmission, in a line of their own or before the text.</summary>
    private int ObjectNameEnd(int i)
    {
        ref var token = ref text[i];
        var isObject = token.Case is LetterCase.AllCapitals && text.Text.AsSpan(token.Start, token.Length).Count('-') >= 2 && (i + 1 >= text.Count || text[i + 1].Kind is TokenKind.Break || text[i + 1].Part is CaptionPart.Markup);
        var isNumber = token.Kind is TokenKind.Word && token.Length >= 10 && text.Words(i, i).StartsWith("epa", StringComparison.Ordinal) && char.IsAsciiDigit(text.Text[token.Start + 3]);
        if (isObject && text.Words(i, i).StartsWith("topshot", StringComparison.Ordinal))
        {
            spans.Add(new("prefix", "TOPSHOT", token.Start, "TOPSHOT".Length, "prefix", 0.95));
        }

        return isObject || isNumber ? i + 1 : 0;
    }

    private int Claim(int first, int end, (string Field, int First, int Last)? found)
    {
        if (found is var (field, from, last))
        {
            var (start, length) = text.Span(from, last);
            var value = text.Text.Substring(start, length);
            if (!spans.Exists(span => span.Field == field && span.Value == value))
            {
                spans.Add(new(field, value, start, length, field, 0.95));
            }
        }

        while (end < text.Count && (text[end].IsDash || text.IsMark(end, ':') || text.IsMark(end, '.') || text.IsMark(end, '*') || text.IsMark(end, ';')))
        {
            end++;
        }

        text.Claim(text[first].Start, text[end - 1].End, CaptionPart.Prefix);
        return end;
    }

    /// <summary>MANDATORY KILL, PHOTO KILL, "has been withdrawn from … systems and may no longer be used".</summary>
    private void FindKill()
    {
        for (var i = 0; i + 1 < text.Count; i++)
        {
            if (text[i].Kind is not TokenKind.Word || text[i + 1].Kind is not TokenKind.Word)
            {
                continue;
            }

            var first = text.Words(i, i);
            var second = text.Words(i + 1, i + 1);
            var isOrder = text[i].Case is LetterCase.AllCapitals && text[i + 1].Case is LetterCase.AllCapitals
                && ((second is "kill" && first is "mandatory" or "photo" or "picture" or "image" or "advisory" or "please")
                    || (second.StartsWith("kill ", StringComparison.Ordinal) && first is "mandatory" or "photo" or "picture")
                    || (first is "kill" && second is "notification" or "notice" or "advisory" or "kill" or "photo"));
            var isWithdrawal = (second is "withdrawn" && first is "been" && text[i].Start > 0) || (first is "longer" && second is "be" && i + 2 < text.Count && text[i + 2].Kind is TokenKind.Word && text.Words(i + 2, i + 2) is "used");
            if (isOrder || (isWithdrawal && (speaksOfPhoto ??= SpeaksOfPhoto())))
            {
                var (start, length) = text.Span(i, i + 1);
                spans.Add(new("kill", text.Text.Substring(start, length), start, length, "kill", 0.95));
                IsKill = true;
                return;
            }
        }
    }

    private bool SpeaksOfPhoto()
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Kind is TokenKind.Word && text.Words(i, i) is "photo" or "picture" or "image" or "photos" or "pictures" or "images")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reuters: "(GHANA - Tags: AGRICULTURE BUSINESS)" behind the credit.</summary>
    private void FindTags()
    {
        const int longest = 40;
        for (var open = 0; open + 2 < text.Count; open++)
        {
            if (!text.IsMark(open, '(') || text[open].Part is not CaptionPart.Body)
            {
                continue;
            }

            var isTags = false;
            for (var i = open + 1; i < Math.Min(text.Count, open + longest) && text[i].Kind is not TokenKind.Break && !text.IsMark(i, '('); i++)
            {
                isTags |= text.IsMark(i + 1, ':') && text[i].Kind is TokenKind.Word && text.Words(i, i) is "tags";
                if (text.IsMark(i, ')'))
                {
                    if (isTags)
                    {
                        text.Claim(text[open].Start, text[i].End, CaptionPart.Prefix);
                    }

                    break;
                }
            }
        }
    }

    /// <summary>PA: "See PA story POLITICS PMQs."</summary>
    private void FindStory()
    {
        for (var i = 0; i + 3 < text.Count; i++)
        {
            if (text[i].IsName && text.Words(i, i) is "see" && text.Words(i + 1, i + 1) is "pa" && text.Words(i + 2, i + 2) is "story")
            {
                var last = i + 2;
                while (last + 1 < text.Count && last - i < LongestCorrection && text[last + 1].Kind is not TokenKind.Break && !text.IsMark(last, '.'))
                {
                    last++;
                }

                text.Claim(text[i].Start, text[last].End, CaptionPart.Prefix);
                return;
            }
        }
    }

    /// <summary>AFP: "The erroneous mention[s] appearing in the metadata of this photo by X has been modified …".</summary>
    private void FindErratum()
    {
        for (var i = 0; i + 2 < text.Count; i++)
        {
            if (text[i].Kind is TokenKind.Word && text.Words(i, i) is "erroneous" && text[i + 1].Kind is TokenKind.Word && text.Words(i + 1, i + 1).StartsWith("mention", StringComparison.Ordinal))
            {
                var first = i > 0 && text[i - 1].Is(WordKinds.Determiner) ? i - 1 : i;
                while (first > 0 && (text[first - 1].IsMark('"') || text[first - 1].IsMark('“') || text[first - 1].IsDash))
                {
                    first--;
                }

                var last = i;
                while (last + 1 < text.Count && text[last + 1].Kind is not TokenKind.Break && text[last + 1].Part is CaptionPart.Body)
                {
                    last++;
                }

                var start = text[first].Start;
                spans.Add(new("correction", text.Text[start..text[last].End], start, text[last].End - start, "correction", 0.95));
                text.Claim(start, text[last].End, CaptionPart.Prefix);
                return;
            }
        }
    }
}
