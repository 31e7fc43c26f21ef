namespace MediaDesk.Wording;

/// <summary>The words that open a place phrase: in, at, near, south of, the town of, a visit to.</summary>
internal sealed class PhraseOpenings(CaptionText text, PhraseEnds ends)
{
    /// <summary>Whether a phrase begins here, and behind which words its names begin.</summary>
    public bool TryOpen(int i, out int start, out PlaceRelation relation, out string rule)
    {
        (start, relation, rule) = (i + 1, PlaceRelation.In, "place-in");
        ref var token = ref text[i];
        if (token.Kind is not TokenKind.Word || token.Entry is null || ends.DateAt(i) >= 0)
        {
            return false;
        }

        var isLower = token.IsLowerWord || IsFirstWord(i);
        if (isLower && token.Is(WordKinds.Direction) && IsOf(i + 1))
        {
            (start, relation, rule) = (i + 2, PlaceRelation.Relative, "place-beside");
            return true;
        }

        if (isLower && token.Is(WordKinds.Near))
        {
            start += text.Has(i + 1, WordKinds.Origin) && text.Words(i + 1, i + 1) is "de" or "du" or "of" or "des" or "d" ? 1 : 0;
            (relation, rule) = (PlaceRelation.Near, "place-near");
            return true;
        }

        // "a view seen from the town of X".
        if (isLower && i > 0 && text.Words(i, i) is "from" or "depuis" && text[i - 1].Kind is TokenKind.Word && text.Words(i - 1, i - 1) is "seen" or "viewed" or "pictured" or "photographed" or "vu" or "vue")
        {
            rule = "place-seen-from";
            return true;
        }

        // "à Paris" leads to a place, "a Paris cafe" does not.
        if (isLower && token.Is(WordKinds.Anchor) && !(token.Length == 1 && text.Text[token.Start] is 'a' or 'A'))
        {
            var isAt = text.Words(i, i) is "at";
            if (IsAgainst(i))
            {
                return false;
            }

            relation = isAt ? PlaceRelation.At : PlaceRelation.In;
            return !(isAt && text.Has(i - 1, WordKinds.Looking));
        }

        // "a visit to Kyiv"; elsewhere "to" leads away.
        if (isLower && i > 0 && text.Words(i, i) is "to" or "a" && text[i - 1].Kind is TokenKind.Word && text.Words(i - 1, i - 1) is "visit" or "trip" or "visite" or "returns" or "arrives")
        {
            (relation, rule) = (PlaceRelation.Loose, "place-visited");
            return true;
        }

        // "residents of the town of X", "the main street of X": the noun says it although no preposition does.
        if (token.IsLowerWord && token.Is(WordKinds.Settlement | WordKinds.Quarter | WordKinds.Edge | WordKinds.Venue) && IsOf(i + 1) && text.IsBody(i + 2))
        {
            (start, relation, rule) = (i, PlaceRelation.Loose, "place-named");
            return true;
        }

        // "la valla fronteriza de X".
        if (token.IsLowerWord && token.Is(WordKinds.Venue) && text.IsBody(i + 1) && text[i + 1] is { IsLowerWord: true, Entry: null } && text.IsBody(i + 2) && text.Words(i + 2, i + 2) is "de" && text.IsBody(i + 3) && text[i + 3].IsName)
        {
            (start, relation, rule) = (i + 3, PlaceRelation.Loose, "place-named");
            return true;
        }

        return false;
    }

    /// <summary>"face à Lille", "grâce à Rennes": a side in a match and no place.</summary>
    private bool IsAgainst(int i) =>
        i > 0 && text.Words(i, i) is "a" or "au" or "aux" && text[i - 1].Kind is TokenKind.Word
        && text.Words(i - 1, i - 1) is "face" or "grace" or "oppose" or "opposee" or "opposes" or "opposant" or "suite" or "quant" or "rapport" or "jusqu" or "appel" or "hommage" or "destination" or "soutien" or "propre" or "semblable" or "pareil" or "contrairement";

    public bool IsOf(int i) => text.IsBody(i) && text[i].IsLowerWord && text.Words(i, i) is "of" or "de" or "du" or "des" or "d" or "del" or "von";

    private bool IsFirstWord(int i) => text[i].IsName && (i == 0 || text[i - 1].Sentence != text[i].Sentence || text[i - 1].Part is not CaptionPart.Body);
}
