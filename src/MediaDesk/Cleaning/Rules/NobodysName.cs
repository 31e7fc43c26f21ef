using MediaDesk.Credits;

namespace MediaDesk.Cleaning.Rules;

/// <summary>
/// "-", "Stringer" and "Uncredited" where a photographer should stand name nobody. A role goes into an empty byline title; a pool
/// or a handout goes into the credit line, because that a picture was handed out must not get lost.
/// </summary>
internal sealed class NobodysName() : CleaningRule(
    "nobodys-name", "Words that name nobody", "Takes dashes and words such as Stringer, Handout or Uncredited out of the byline.",
    new(["Handout"], null, "AFP", "-", null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies)
    {
        var cleaned = fields with { Credit = OrNull(fields.Credit), Source = OrNull(fields.Source), BylineTitle = OrNull(fields.BylineTitle) };
        var names = new List<string>();
        foreach (var name in fields.Byline)
        {
            if (!HasWord(name))
            {
                continue;
            }

            switch (agencies.Find(name))
            {
                case { Kind: AgencyKind.Staff } role:
                    cleaned = cleaned with { BylineTitle = cleaned.BylineTitle ?? (role.Name is "Uncredited" ? null : role.Name) };
                    break;
                case { Kind: AgencyKind.Handout or AgencyKind.Pool } flag when cleaned.Credit is not null:
                    cleaned = cleaned with { Credit = WithFlag(cleaned.Credit, flag, agencies) };
                    break;
                default:
                    names.Add(name);
                    break;
            }
        }

        cleaned = names.Count == fields.Byline.Count ? cleaned : cleaned with { Byline = names };
        return cleaned;
    }

    private static string WithFlag(string credit, CreditAgency flag, AgencyCatalogue agencies)
    {
        var chain = CreditReader.Read(credit, [], agencies);
        return (flag.Kind is AgencyKind.Pool ? chain.IsPool : chain.IsHandout) ? credit : $"{flag.Name}/{credit}";
    }

    private static string? OrNull(string? text) => text is not null && HasWord(text) ? text : null;

    private static bool HasWord(string text) => text.Length > Longest || text.Any(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign));
}
