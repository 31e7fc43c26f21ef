using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning;

/// <summary>Changes a credit line in its own words, and only where the line then says what it said before.</summary>
internal static class CreditText
{
    private const string Edges = " /,;|-–—#";

    /// <summary>The line without its photographers; null where that cannot be said in its own words.</summary>
    public static string? WithoutPeople(string credit, CreditChain chain, IReadOnlyList<CreditValue> people, AgencyCatalogue agencies)
    {
        var rest = credit;
        foreach (var person in people.OrderByDescending(person => person.Start))
        {
            var (before, behind) = (rest[..person.Start].TrimEnd(), rest[(person.Start + person.Length)..].TrimStart());
            var joint = behind.StartsWith("via ", StringComparison.OrdinalIgnoreCase) ? "" : "/";
            behind = joint.Length == 0 && before.Length == 0 ? behind[4..] : behind.TrimStart(Edges.ToCharArray());
            before = before.TrimEnd(Edges.ToCharArray());
            rest = before.Length == 0 ? behind : behind.Length == 0 ? before : joint.Length == 0 ? $"{before} {behind}" : $"{before}/{behind}";
        }

        rest = rest.Trim();
        if (SaysTheSame(rest, chain, agencies))
        {
            return rest;
        }

        return chain.Credit is { } plain && SaysTheSame(plain, chain, agencies) ? plain : null;
    }

    /// <summary>The line with agencies written otherwise; null where it would then be read otherwise.</summary>
    public static string? With(string credit, IEnumerable<(int Start, int Length, string Name)> names, CreditChain chain, IReadOnlyList<string> byline, AgencyCatalogue agencies)
    {
        var changed = names.OrderByDescending(name => name.Start)
            .Aggregate(credit, (text, name) => string.Concat(text.AsSpan(0, name.Start), name.Name, text.AsSpan(name.Start + name.Length)));
        var then = CreditReader.Read(changed, byline, agencies);
        return SameAgencies(then, chain) && SameRest(then, chain) && then.Photographers.SequenceEqual(chain.Photographers, StringComparer.Ordinal) ? changed : null;
    }

    private static bool SaysTheSame(string credit, CreditChain chain, AgencyCatalogue agencies)
    {
        var then = CreditReader.Read(credit, [], agencies);
        return then.Photographers.Count == 0 && then.IsUnderstood && SameAgencies(then, chain) && SameRest(then, chain);
    }

    private static bool SameAgencies(CreditChain one, CreditChain other) =>
        one.Agencies.Select(agency => agency.Key).SequenceEqual(other.Agencies.Select(agency => agency.Key), StringComparer.Ordinal);

    private static bool SameRest(CreditChain one, CreditChain other) =>
        (one.IsPool, one.IsHandout, one.IsFile, TextNormaliser.Normalise(one.Client)) == (other.IsPool, other.IsHandout, other.IsFile, TextNormaliser.Normalise(other.Client));
}
