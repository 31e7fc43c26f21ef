using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>
/// Decides who the unknown names of a credit line are, by how they are written and where they stand. What may be one or the
/// other is offered, not filled in: a wrong field is worse than an empty one.
/// </summary>
internal sealed class CreditJudge
{
    private readonly IReadOnlyList<CreditLink> links;
    private readonly AgencyCatalogue catalogue;
    private readonly IReadOnlyList<string> byline;
    private readonly bool isHandout;
    private readonly bool isInCapitals;
    private readonly HashSet<string> people = new(StringComparer.Ordinal);

    /// <param name="links">Without flags and roles.</param>
    /// <param name="byline">Photographers known from elsewhere.</param>
    public CreditJudge(IReadOnlyList<CreditLink> links, AgencyCatalogue catalogue, IReadOnlyList<string> byline, bool isHandout)
    {
        (this.links, this.catalogue, this.byline, this.isHandout) = (links, catalogue, byline, isHandout);
        isInCapitals = !links.Where(link => link.Agency is null).SelectMany(link => link.Slice.ToString()).Any(char.IsLower)
            && links.Any(link => link.Agency is null && link.Slice.Words().Count > 1);
    }

    /// <summary>The values of the names in the order in which they stand.</summary>
    public IEnumerable<(CreditValue Value, CreditLink Link)> Values()
    {
        for (var i = 0; i < links.Count; i++)
        {
            foreach (var value in Of(i))
            {
                yield return (value, links[i]);
            }
        }
    }

    private IEnumerable<CreditValue> Of(int i)
    {
        var link = links[i];
        if (link.Hint is CreditHint.Client)
        {
            return [Value(CreditField.Client, link.Slice, CreditRule.For, 0.9)];
        }

        if (link.Agency is { } known)
        {
            return [Agency(link.Slice, known, CreditRule.KnownAgency, 0.98) with { Value = link.Hint is CreditHint.Organisation && link.Slice.Span[^1] == ')' ? link.Slice.ToString() : WrittenAgency.Of(link.Slice, known, catalogue) }];
        }

        return OfUnknown(i, link);
    }

    private IEnumerable<CreditValue> OfUnknown(int i, CreditLink link)
    {
        var isLast = i == links.Count - 1;
        if (isLast && catalogue.FindCutOff(link.Slice, links) is { } cut)
        {
            return [Agency(link.Slice, cut, CreditRule.CutAgency, 0.85)];
        }

        if (byline.Count > 0)
        {
            return OfNamesKnownElsewhere(link);
        }

        if (link.Hint is CreditHint.Organisation)
        {
            return [Organisation(link, CreditRule.Organisation, 0.85)];
        }

        if (IsStaffInitials(i, link))
        {
            return [];
        }

        if (link.Hint is CreditHint.Person)
        {
            return People(link, CreditRule.NameAfterAgency, 0.8);
        }

        // The same credit twice, as AFP's pictures at Getty have it, names the same person again.
        if (people.Contains(Normal(link.Slice)))
        {
            return [];
        }

        var names = PersonName.Split(link.Slice);
        if (link.Slice.Span.Contains('@'))
        {
            // The name of an account tells nobody's name.
            return [Organisation(link, CreditRule.PersonOrOrganisation, 0.4)];
        }

        if (names.Count == 0)
        {
            // "., and"
            return [];
        }

        var bare = names.Select(PersonName.WithoutTitle).ToList();
        var isNames = bare.Count > 0 && bare.All(PersonName.LooksLike);
        return isNames && bare[0] != names[0] ? OfNames(i, link)
            : OrganisationName.Has(link.Slice) ? [Organisation(link, CreditRule.Organisation, 0.85)]
            : isNames ? OfNames(i, link)
            : link.Slice.Words().Count == 1 ? OfSingleWord(i, link)
            : OfPhrase(i, link);
    }

    /// <summary>One or more names that look like those of people.</summary>
    private IEnumerable<CreditValue> OfNames(int i, CreditLink link)
    {
        var isPerson = PersonName.HasGivenName(PersonName.WithoutTitle(PersonName.Split(link.Slice)[0]));
        var hasTitle = PersonName.WithoutTitle(link.Slice) != link.Slice;
        var isAgencyBehind = links.Skip(i + 1).Any(other => other.Agency is not null);
        if (people.Count > 0)
        {
            if (link.Lead is CreditLead.By || hasTitle || link.Before is CreditJoint.List)
            {
                return People(link, CreditRule.PhotoBy, 0.9);
            }

            // Name/Source/Distributor: what stands between is a source; a second photographer has a given name.
            return isPerson ? People(link, CreditRule.PersonOrOrganisation, 0.5)
                : isAgencyBehind ? [Organisation(link, CreditRule.BetweenNameAndAgency, 0.65)]
                : IsLastBehindPhotoBy(i) ? [Organisation(link, CreditRule.LastLink, 0.65)]
                : [Organisation(link, CreditRule.PersonOrOrganisation, 0.5)];
        }

        if (link.Lead is CreditLead.Courtesy)
        {
            return isPerson ? People(link, CreditRule.PersonOrOrganisation, 0.5) : [Organisation(link, CreditRule.Courtesy, isHandout && i + 1 < links.Count && links[i + 1] is { Before: CreditJoint.Via, Agency: not null } ? 0.7 : 0.5)];
        }

        var isSupplierBehind = links.Skip(i + 1).Any(other => other.IsUnknown || other.Agency is { Kind: AgencyKind.PublicBody or AgencyKind.Publisher });
        if (isHandout && !isSupplierBehind && link.Lead is not CreditLead.By && !hasTitle)
        {
            return isPerson ? People(link, CreditRule.NameBeforeAgency, 0.65) : [Organisation(link, CreditRule.Supplier, 0.5)];
        }

        var isAgencyBefore = links.Take(i).Any(other => other.Agency is not null);
        return link.Lead is CreditLead.By || hasTitle ? People(link, CreditRule.PhotoBy, 0.97)
            : isAgencyBefore ? People(link, CreditRule.NameAfterAgency, 0.95)
            : links.Count > 1 ? People(link, CreditRule.NameBeforeAgency, isPerson ? 0.97 : 0.85)
            : People(link, CreditRule.NameAlone, isPerson ? 0.85 : 0.65);
    }

    private IEnumerable<CreditValue> OfSingleWord(int i, CreditLink link)
    {
        const int digitsOfNumber = 6;
        if (link.Slice.ToString().Count(char.IsAsciiDigit) >= digitsOfNumber)
        {
            // PTI02_01_2020_000123B
            return [];
        }

        var next = links.Skip(i + 1).FirstOrDefault();
        var sign = link.Slice.Span[0];
        var seller = i == 0 ? next?.Agency : next is null ? links[i - 1].Agency : null;
        if (seller is { Kind: AgencyKind.Distributor } && people.Count == 0 && (char.IsLower(sign) || link.Slice.Span.ContainsAnyInRange('0', '9') || link.Slice.Span.Contains('_')))
        {
            return [Person(link.Slice, CreditRule.StockName, 0.75)];
        }

        if (OrganisationName.IsDomain(link.Slice))
        {
            return [Organisation(link, CreditRule.Organisation, 0.85)];
        }

        var isChain = next is not null || i > 0;
        if (!isInCapitals && OrganisationName.IsInitialism(link.Slice) && isChain && !(i > 0 && next is null))
        {
            return [Organisation(link, CreditRule.Initialism, 0.7)];
        }

        var isBeforeVia = next?.Before is CreditJoint.Via;
        if (PersonName.IsInitials(link.Slice) && link.Slice.Length < 3)
        {
            return [Organisation(link, CreditRule.PersonOrOrganisation, 0.4)];
        }

        if (people.Count > 0 && (next is not null || IsLastBehindPhotoBy(i)))
        {
            return [Organisation(link, next is null ? CreditRule.LastLink : CreditRule.BetweenNameAndAgency, 0.7)];
        }

        if (isHandout && people.Count == 0 && next is not null)
        {
            return [Organisation(link, CreditRule.Supplier, 0.7)];
        }

        return isBeforeVia && !char.IsLower(sign)
            ? [Organisation(link, CreditRule.SourceOfWire, 0.65)]
            : [Organisation(link, CreditRule.PersonOrOrganisation, 0.45)];
    }

    /// <summary>Several words that are not written as a person is called.</summary>
    private IEnumerable<CreditValue> OfPhrase(int i, CreditLink link)
    {
        var isChain = links.Any(other => other.Agency is not null);
        var isBehindPerson = people.Count > 0 && i < links.Count - 1;
        var isBeforeVia = i + 1 < links.Count && links[i + 1].Before is CreditJoint.Via && links[i + 1].Agency is not null;
        return isBeforeVia ? [Organisation(link, CreditRule.SourceOfWire, 0.65)]
            : IsLastBehindPhotoBy(i) ? [Organisation(link, CreditRule.LastLink, 0.65)]
            : [Organisation(link, isBehindPerson ? CreditRule.BetweenNameAndAgency : CreditRule.PersonOrOrganisation, isBehindPerson ? 0.65 : isChain ? 0.5 : 0.3)];
    }

    /// <summary>"(Photo by Jane Doe/Nexora)": Getty's form ends in the collection.</summary>
    private bool IsLastBehindPhotoBy(int i) =>
        i > 0 && i == links.Count - 1 && people.Count > 0 && links[i].Before is CreditJoint.Slash or CreditJoint.Via && links[i - 1] is { Lead: CreditLead.By, Agency: null };

    /// <summary>A link with a name of the byline is that photographer; every other is an agency.</summary>
    private IEnumerable<CreditValue> OfNamesKnownElsewhere(CreditLink link)
    {
        var words = TextNormaliser.Words(link.Slice.ToString());
        var isThePhotographer = byline.Any(name => TextNormaliser.Words(name).Any(word => word.Length > 2 && words.Contains(word)));
        return isThePhotographer ? People(link, CreditRule.NameInByline, 0.98)
            : PersonName.IsInitials(link.Slice) ? []
            : PersonName.LooksLike(link.Slice) && PersonName.HasGivenName(link.Slice) ? People(link, CreditRule.PersonOrOrganisation, 0.5)
            : [Organisation(link, CreditRule.NameInByline, 0.8)];
    }

    /// <summary>"(AP Photo/DW)": the initials of whoever had the camera, known to the agency alone.</summary>
    private bool IsStaffInitials(int i, CreditLink link)
    {
        if (!PersonName.IsInitials(link.Slice))
        {
            return false;
        }

        var letters = link.Slice.ToString().Count(char.IsLetter);
        if (letters > 2 && IsLastBehindPhotoBy(i))
        {
            return false;
        }

        return i == links.Count - 1 ? i > 0 || letters < 3 : letters < 3 && i == 0;
    }

    private IEnumerable<CreditValue> People(CreditLink link, string rule, double confidence)
    {
        foreach (var name in PersonName.Split(link.Slice).Select(PersonName.WithoutTitle))
        {
            people.Add(Normal(name));
            yield return Person(name, rule, confidence);
        }

        people.Add(Normal(link.Slice));
    }

    private CreditValue Person(CreditSlice name, string rule, double confidence)
    {
        people.Add(Normal(name));
        var value = name.Words().Count == 1 && name.Text[name.Start] is var first && char.IsLower(first) ? name.ToString() : NameCase.Of(name);
        return Value(CreditField.Byline, name, rule, confidence) with { Value = value };
    }

    private static CreditValue Organisation(CreditLink link, string rule, double confidence)
    {
        var name = WrittenAgency.InNormalCase(link.Slice);
        return Agency(link.Slice, new(Normal(link.Slice), name, null), rule, confidence);
    }

    private static CreditValue Agency(CreditSlice slice, CreditAgency agency, string rule, double confidence) =>
        Value(CreditField.Agency, slice, rule, confidence) with { Value = agency.Name, Agency = agency };

    private static CreditValue Value(CreditField field, CreditSlice slice, string rule, double confidence) =>
        new(field, slice.ToString(), slice.Start, slice.Length, rule, confidence);

    private static string Normal(CreditSlice slice) => TextNormaliser.Normalise(slice.ToString());
}
