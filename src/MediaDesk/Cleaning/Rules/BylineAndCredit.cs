using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning.Rules;

/// <summary>
/// The photographer stands in the byline, the agencies in the credit line, each once: "Jane Doe/AFP" in the byline is taken apart,
/// and "JANE DOE/AFP/Getty Images" in the credit line loses the name that the byline has. Where there is no byline, the name is
/// taken for one only if it is a person's beyond doubt and a known agency stands beside it; a name and a word that may be either
/// are left alone.
/// </summary>
internal sealed class BylineAndCredit() : CleaningRule(
    "byline-and-credit", "Byline apart from credit", "Puts the photographer into the byline and the agencies into the credit line.",
    new([], null, "JANE DOE/AFP/Getty Images", null, null))
{
    /// <summary>A person without doubt: a given name, or the place that a wire keeps for photographers.</summary>
    private const double Sure = 0.9;

    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies) => OfCredit(OfByline(fields, agencies), agencies);

    private static CleaningFields OfByline(CleaningFields fields, AgencyCatalogue agencies)
    {
        var (names, credit, isChanged) = (new List<string>(), fields.Credit, false);
        foreach (var item in fields.Byline)
        {
            var chain = item.Length > Longest ? CreditChain.Empty : CreditReader.Read(item, [], agencies);
            if (!chain.IsUnderstood || chain.Agencies.Count == 0 || !chain.Agencies.All(IsWireOrSeller))
            {
                names.Add(item);
                continue;
            }

            var people = People(chain);
            if (chain.Photographers.Count == 0)
            {
                // An agency alone where the photographer should stand; words for a pool or a handout stay with it.
                if (chain.Client is not null || (credit is not null && !HasAll(credit, chain, agencies)) || chain.IsPool || chain.IsHandout || chain.IsFile)
                {
                    names.Add(item);
                    continue;
                }

                (credit, isChanged) = (credit ?? item, true);
                continue;
            }

            var rest = CreditText.WithoutPeople(item, chain, people, agencies);
            if (rest is null)
            {
                names.Add(item);
                continue;
            }

            names.AddRange(people.Select(person => item.Substring(person.Start, person.Length)));
            (credit, isChanged) = (Joined(rest, chain, credit, agencies), true);
        }

        return isChanged ? fields with { Byline = names, Credit = credit } : fields;
    }

    private static CleaningFields OfCredit(CleaningFields fields, AgencyCatalogue agencies)
    {
        if (fields.Credit is not { Length: <= Longest } credit)
        {
            return fields;
        }

        var hasByline = fields.Byline.Any(name => name.Any(char.IsLetter));
        var chain = CreditReader.Read(credit, hasByline ? fields.Byline : [], agencies);
        var people = People(chain);
        var isSure = hasByline
            ? people.All(person => IsOf(person.Value, fields.Byline))
            : chain.IsUnderstood && people.All(person => person.Confidence >= Sure) && chain.Agencies.Any(agency => agency.Kind is not null);
        if (people.Count == 0 || chain.Agencies.Count == 0 || !isSure || CreditText.WithoutPeople(credit, chain, people, agencies) is not { } rest)
        {
            return fields;
        }

        return fields with
        {
            Byline = hasByline ? fields.Byline : [.. people.Select(person => credit.Substring(person.Start, person.Length))], Credit = rest,
        };
    }

    private static List<CreditValue> People(CreditChain chain) => [.. chain.Values.Where(value => value.Field is CreditField.Byline && value.IsFilled)];

    /// <summary>Whether every word of a name is one of the same name in the byline.</summary>
    private static bool IsOf(string name, IReadOnlyList<string> byline)
    {
        var words = TextNormaliser.Words(name);
        return byline.Select(TextNormaliser.Words).Any(other => words.All(other.Contains) && (words.Count > 1 || other.Count == 1));
    }

    private static bool HasAll(string credit, CreditChain chain, AgencyCatalogue agencies)
    {
        var known = CreditReader.Read(credit, [], agencies).Agencies.Select(agency => agency.Key).ToHashSet(StringComparer.Ordinal);
        return chain.Agencies.All(agency => known.Contains(agency.Key));
    }

    /// <summary>The credit with the agencies of the byline before those that it has.</summary>
    private static string Joined(string rest, CreditChain chain, string? credit, AgencyCatalogue agencies)
    {
        if (credit is null)
        {
            return rest;
        }

        var known = CreditReader.Read(credit, [], agencies).Agencies.Select(agency => agency.Key).ToHashSet(StringComparer.Ordinal);
        var missing = chain.Values.Where(value => value is { Field: CreditField.Agency, IsFilled: true } && !known.Contains(value.Agency!.Key)).Select(value => value.Value);
        return string.Join('/', missing.Append(credit));
    }

    private static bool IsWireOrSeller(CreditAgency agency) => agency.Kind is AgencyKind.Wire or AgencyKind.Agency or AgencyKind.Distributor;
}
