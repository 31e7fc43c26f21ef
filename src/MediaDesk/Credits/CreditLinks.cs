using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Takes the pieces of a credit line apart into names: "AP, File", "Getty Images for X", "U.S. Navy photo by Jane Doe".</summary>
internal sealed class CreditLinks(AgencyCatalogue catalogue)
{
    private const int MostWordsOfAnAgency = 6;

    private readonly List<CreditLink> links = [];
    private CreditJoint joint;
    private CreditLead lead;
    private int block;

    public static List<CreditLink> Of(string text, AgencyCatalogue catalogue)
    {
        var taking = new CreditLinks(catalogue);
        var pieces = CreditScanner.Cut(text);
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (i > 0 && piece.Before is CreditJoint.Bracket)
            {
                taking.block++;
            }

            // EPA/EFE is one agency with a separator in its name.
            while (i + 1 < pieces.Count && pieces[i + 1].Before is CreditJoint.Slash or CreditJoint.Bar or CreditJoint.Dash && taking.IsOne(piece.Slice, pieces[i + 1].Slice))
            {
                piece = piece with { Slice = piece.Slice with { End = pieces[++i].Slice.End } };
            }

            if (i + 1 < pieces.Count && OrganisationName.IsSpelledOut(piece.Slice, pieces[i + 1].Slice))
            {
                taking.TakeSpelledOut(piece, pieces[++i].Slice);
                continue;
            }

            taking.Take(piece);
        }

        return taking.links;
    }

    private bool IsOne(CreditSlice one, CreditSlice next)
    {
        var (rest, _) = CreditLeadIn.Strip(one);
        return catalogue.FindJoined(rest.ToString(), next.ToString()) is { IsLink: true };
    }

    /// <summary>"ABC (Another Broadcasting Company)": one name, as written; the long one that the rules give is left out.</summary>
    private void TakeSpelledOut(CreditPiece piece, CreditSlice longName)
    {
        joint = piece.Before;
        (var initials, lead) = CreditLeadIn.Strip(piece.Slice);
        var agency = catalogue.Find(initials.ToString());
        var isUsual = agency is not null && catalogue.FullName(agency) == TextNormaliser.Normalise(longName.ToString());
        links.Add(new(isUsual ? initials : initials with { End = longName.End + 1 }, agency, joint, lead, block) { Hint = CreditHint.Organisation });
    }

    private void Take(CreditPiece piece)
    {
        joint = piece.Before;
        lead = CreditLead.None;
        var slice = WithoutYears(piece.Slice);
        if (catalogue.Find(slice.ToString()) is null)
        {
            AddFlagsOf(slice, out var rest);
            slice = WithoutYears(rest);
        }

        if (joint is CreditJoint.Mark && catalogue.Find(slice.ToString()) is { } again && links.Exists(link => link.Agency == again))
        {
            return;
        }

        Split(Undoubled(slice));
    }

    /// <summary>The words before a name are left out, but "File photo by" says that it is one.</summary>
    private void AddFlagsOf(CreditSlice slice, out CreditSlice rest)
    {
        (rest, lead) = CreditLeadIn.Strip(slice);
        foreach (var word in (slice with { End = rest.Start }).Words())
        {
            if (catalogue.Find(word.ToString()) is { Kind: AgencyKind.File or AgencyKind.Handout or AgencyKind.Pool } flag)
            {
                Add(word, flag);
            }
        }
    }

    private void Split(CreditSlice slice)
    {
        if (slice.IsEmpty)
        {
            return;
        }

        if (catalogue.Find(slice.ToString()) is { } whole)
        {
            Add(slice, whole);
        }
        else if (slice.Words() is { Count: > 1 } words && TextNormaliser.Normalise(words[^1].ToString()) is "photo" or "photos" or "photograph" or "image" or "foto" && slice.To(words[^2].End) is var bare && catalogue.Find(bare.ToString()) is { IsLink: true } own)
        {
            // "U.S. Navy photo"
            Add(bare, own);
        }
        else if (!AtComma(slice) && !AtFor(slice) && !AtPhotoBy(slice) && !AtRole(slice) && !AtAgency(slice) && !Bare(slice))
        {
            Add(slice, null);
        }
    }

    /// <summary>"Jane Doe, Pool", "Jane Doe, Sputnik, Kremlin Pool Photo", and "Photo Jane Doe. AFP" of French papers.</summary>
    private bool AtComma(CreditSlice slice)
    {
        for (var i = slice.End - 2; i > slice.Start; i--)
        {
            if ((slice.Text[i] is not (',' or '.')) || !char.IsWhiteSpace(slice.Text[i + 1]))
            {
                continue;
            }

            var (left, right) = (slice.To(i).Trim(), slice.From(i + 1).Trim());
            var known = catalogue.Find(right.ToString());
            var isParted = known is not null
                || (slice.Text[i] == ',' && (EndsInRole(right) || (PersonName.LooksLike(left) && OrganisationName.Has(right) && !IsCompanyForm(right))
                    || (catalogue.Find(left.ToString()) is { IsLink: true } && PersonName.LooksLike(right))
                    || (OrganisationName.Has(left) && PersonName.LooksLike(right) && PersonName.HasGivenName(right))));
            if (isParted && !left.IsEmpty && !right.IsEmpty)
            {
                Split(left);
                joint = CreditJoint.Slash;
                Split(right);
                return true;
            }
        }

        return false;
    }

    /// <summary>"Getty Images for X": X is the client. "Jane Doe for AFP" was shot for an agency, which counts.</summary>
    private bool AtFor(CreditSlice slice)
    {
        var words = slice.Words();
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (!words[i].Span.Equals("for", StringComparison.OrdinalIgnoreCase) && words[i].Span is not ("pour" or "für" or "para"))
            {
                continue;
            }

            var (left, right) = (CreditLeadIn.StripBare(slice.To(words[i].Start).Trim()), slice.From(words[i].End).Trim());
            if (catalogue.Find(left.ToString()) is { IsLink: true } || EndsInAgency(left) || PersonName.LooksLike(left))
            {
                Split(left);
                if (catalogue.Find(right.ToString()) is { Kind: AgencyKind.Wire or AgencyKind.Distributor or AgencyKind.Agency } agency)
                {
                    joint = CreditJoint.Slash;
                    Add(right, agency);
                }
                else
                {
                    links.Add(new(right, null, joint, lead, block) { Hint = CreditHint.Client });
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>"U.S. Navy photo by Petty Officer Jane Doe", "AP Photo by Jane Doe".</summary>
    private bool AtPhotoBy(CreditSlice slice)
    {
        var words = slice.Words();
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (!CreditLeadIn.IsBy(TextNormaliser.Normalise(words[i].ToString())))
            {
                continue;
            }

            var isPhoto = i > 1 && CreditLeadIn.IsNoun(TextNormaliser.Normalise(words[i - 1].ToString()));
            var left = slice.To(words[isPhoto ? i - 1 : i].Start).Trim();
            var known = catalogue.Find(slice.To(words[i].Start).Trim().ToString()) ?? catalogue.Find(left.ToString());
            if (known is null && !isPhoto)
            {
                continue;
            }

            AddFirst(left, known);
            (joint, lead) = (CreditJoint.Slash, CreditLead.By);
            Split(slice.From(words[i].End).Trim());
            return true;
        }

        return false;
    }

    /// <summary>"Kremlin Pool Photo", "Press Service HANDOUT", "Pool AFP".</summary>
    private bool AtRole(CreditSlice slice)
    {
        var words = slice.Words();
        for (var count = Math.Min(3, words.Count - 1); count > 0; count--)
        {
            var last = slice.From(words[^count].Start);
            if (catalogue.Find(last.ToString()) is { IsLink: false } role)
            {
                var name = slice.To(words[^count].Start).Trim();
                // Pool and File alone are also names of people.
                if (count > 1 || role.Kind is AgencyKind.Handout || catalogue.Find(name.ToString()) is not null || OrganisationName.Has(name))
                {
                    Split(name);
                    Add(last, role);
                    return true;
                }
            }

            var first = slice.To(words[count - 1].End);
            if (catalogue.Find(first.ToString()) is { IsLink: false, Kind: not AgencyKind.Staff } before)
            {
                Add(first, before);
                joint = CreditJoint.Slash;
                Split(slice.From(words[count].Start).Trim());
                return true;
            }
        }

        return false;
    }

    /// <summary>"BELGA PHOTO DIRK WAEM", "Jane Doe AFP", "Jane Doe-USA TODAY Sports": no separator between name and agency.</summary>
    private bool AtAgency(CreditSlice slice)
    {
        var words = slice.Words();
        for (var count = Math.Min(MostWordsOfAnAgency, words.Count - 2); count > 0; count--)
        {
            var (first, behind) = (slice.To(words[count - 1].End), slice.From(words[count].Start));
            if (catalogue.Find(first.ToString()) is { Kind: AgencyKind.Wire } wire && PersonName.LooksLike(behind))
            {
                Add(first, wire);
                links.Add(new(behind, null, CreditJoint.Slash, lead, block) { Hint = CreditHint.Person });
                return true;
            }

            var (before, last) = (slice.To(words[^count].Start).Trim(), slice.From(words[^count].Start));
            if (catalogue.Find(last.ToString()) is { Kind: AgencyKind.Wire or AgencyKind.Distributor } known && PersonName.LooksLike(before))
            {
                Split(before);
                joint = CreditJoint.Slash;
                Add(last, known);
                return true;
            }
        }

        return AtHyphen(slice);
    }

    private bool AtHyphen(CreditSlice slice)
    {
        for (var i = slice.Start + 1; i < slice.End - 1; i++)
        {
            if (slice.Text[i] == '-' && slice.To(i) is var name && slice.From(i + 1) is var rest && PersonName.LooksLike(name)
                && catalogue.Find(rest.ToString()) is { Kind: not AgencyKind.Staff } agency && (!agency.IsLink || rest.Words().Count > 1 || !rest.ToString().Any(char.IsLower)))
            {
                Split(name);
                joint = CreditJoint.Slash;
                Add(rest, agency);
                return true;
            }
        }

        return false;
    }

    /// <summary>"Photo Jane Doe", "Foto dpa": a word for a picture and nothing between it and the name.</summary>
    private bool Bare(CreditSlice slice)
    {
        var rest = CreditLeadIn.StripBare(slice);
        if (rest == slice || (catalogue.Find(rest.ToString()) is null && !PersonName.LooksLike(rest)))
        {
            return false;
        }

        lead = CreditLead.Credit;
        Split(rest);
        return true;
    }

    private void AddFirst(CreditSlice slice, CreditAgency? known)
    {
        if (known is null)
        {
            links.Add(new(slice, null, joint, lead, block) { Hint = CreditHint.Organisation });
        }
        else
        {
            Add(slice, known);
        }
    }

    private void Add(CreditSlice slice, CreditAgency? agency) => links.Add(new(slice, agency, joint, lead, block));

    private bool EndsInAgency(CreditSlice slice)
    {
        var words = slice.Words();
        return Enumerable.Range(1, Math.Min(MostWordsOfAnAgency, words.Count))
            .Any(count => catalogue.Find(slice.From(words[^count].Start).ToString()) is { IsLink: true });
    }

    private bool EndsInRole(CreditSlice slice)
    {
        var words = slice.Words();
        return words.Count > 1 && Enumerable.Range(1, Math.Min(3, words.Count - 1))
            .Any(count => catalogue.Find(slice.From(words[^count].Start).ToString()) is { IsLink: false });
    }

    private static bool IsCompanyForm(CreditSlice slice) =>
        TextNormaliser.Normalise(slice.ToString()) is "inc" or "ltd" or "llc" or "limited" or "corp" or "gmbh" or "plc" or "co";

    /// <summary>"© 2019 Reuters", "AFP 2024".</summary>
    private static CreditSlice WithoutYears(CreditSlice slice)
    {
        slice = slice.Trim();
        while (slice.Length > 4 && IsYear(slice.Text.AsSpan(slice.Start, 4)) && !char.IsLetterOrDigit(slice.Text[slice.Start + 4]))
        {
            slice = slice.From(slice.Start + 4).Trim();
        }

        while (slice.Length > 4 && IsYear(slice.Text.AsSpan(slice.End - 4, 4)) && !char.IsLetterOrDigit(slice.Text[slice.End - 5]))
        {
            slice = slice.To(slice.End - 4).Trim();
        }

        return slice;
    }

    private static bool IsYear(ReadOnlySpan<char> four) => four is ['1', '9', _, _] or ['2', '0', _, _] && char.IsAsciiDigit(four[2]) && char.IsAsciiDigit(four[3]);

    /// <summary>"AFP PHOTO / NAMENAME/AFP": two credits run together without a separator.</summary>
    private static CreditSlice Undoubled(CreditSlice slice)
    {
        var half = slice.Length / 2;
        return slice.Length > 8 && slice.Length % 2 == 0 && slice.Span[..half].SequenceEqual(slice.Span[half..]) ? slice.To(slice.Start + half) : slice;
    }
}
