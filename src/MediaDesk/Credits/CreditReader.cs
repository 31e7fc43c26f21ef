using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Credits;

/// <summary>
/// Takes credits apart: <c>OMAR HAJ KADOUR/AFP/Getty Images</c>, <c>AFP PHOTO / Omar Haj Kadour</c>, <c>AFP via Getty Images</c>.
/// Every value says where it stands, which convention gave it and how sure that is.
/// </summary>
public sealed class CreditReader(CurrentAgencies agencies)
{
    /// <summary>A text longer than this is no credit line, and nothing is read from it.</summary>
    public const int LongestCredit = 1000;

    private readonly CreditMemory memory = new();

    /// <summary>The rules it goes by now.</summary>
    internal AgencyCatalogue Catalogue => agencies.Catalogue;

    /// <summary>One credit line, or the part of a caption that is one.</summary>
    public CreditChain Read(string? credit) => Read(credit, []);

    /// <summary>
    /// One credit line. <paramref name="photographers"/> are known from the byline: a link with such a name is no agency.
    /// </summary>
    public CreditChain Read(string? credit, IReadOnlyList<string> photographers) => Read(credit, photographers, agencies.Catalogue);

    /// <summary>One credit line as rules that are not in force yet would have it.</summary>
    public static CreditChain Read(string? credit, IReadOnlyList<string> photographers, AgencyCatalogue catalogue)
    {
        if (string.IsNullOrWhiteSpace(credit) || credit.Length > LongestCredit || CreditPlaceholder.Is(credit))
        {
            return CreditChain.Empty;
        }

        var links = catalogue.Links(CreditRestrictions.Without(credit));
        var flags = links.Where(link => !link.IsName).Select(Flag).OfType<CreditValue>().DistinctBy(flag => flag.Field).ToList();
        var names = links.Where(link => link.IsName).ToList();
        var judge = new CreditJudge(names, catalogue, photographers, flags.Any(flag => flag.Field is CreditField.Handout));
        var values = judge.Values().ToList();
        return new(
        [
            .. values.Select(one => one.Value).Where(value => value.Field is CreditField.Byline).DistinctBy(value => TextNormaliser.Normalise(value.Value)),
            .. CreditOrder.Of([.. values.Where(one => one.Value.Field is CreditField.Agency)], names.FirstOrDefault(), flags.Any(flag => flag.Field is CreditField.Handout), catalogue),
            .. values.Select(one => one.Value).Where(value => value.Field is CreditField.Client).Take(1),
            .. flags,
        ]);
    }

    /// <summary>
    /// The credit of a photo. Photographers are those of the byline, else of the credit line; agencies those of the credit
    /// line, else of the byline, else of the source, else of the copyright notice.
    /// </summary>
    public CreditChain Read(FieldValues fields) => memory.Read(fields, agencies.Catalogue);

    /// <summary>The photo's credit as rules that are not in force yet would have it.</summary>
    public static CreditChain Read(FieldValues fields, AgencyCatalogue catalogue) => CreditOfPhoto.Read(fields, catalogue);

    private static CreditValue? Flag(CreditLink link)
    {
        CreditField? field = link.Agency!.Kind switch
        {
            AgencyKind.Pool => CreditField.Pool,
            AgencyKind.Handout => CreditField.Handout,
            AgencyKind.File => CreditField.File,
            _ => null,
        };
        return field is null ? null : new(field.Value, link.Slice.ToString(), link.Slice.Start, link.Slice.Length, CreditRule.Role, 0.98);
    }
}
