using System.Text.RegularExpressions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>
/// Takes credits apart: <c>OMAR HAJ KADOUR/AFP/Getty Images</c>, <c>AFP PHOTO / Omar Haj Kadour</c>, <c>AFP via Getty Images</c>.
/// A link of the chain that is no known agency is taken for one only where it cannot well be a person.
/// </summary>
public sealed partial class CreditReader(AgencyCatalogue catalogue)
{
    /// <summary>
    /// The credit of a photo. Photographers are those of the byline, else of the credit line; agencies those of the credit
    /// line, else of the byline, else of the source, else of the copyright notice.
    /// </summary>
    public CreditChain Read(FieldValues fields)
    {
        var byline = fields[NewsroomFields.Byline.Id]?.Items ?? [];
        var author = byline.Select(name => Read(name, [])).ToList();
        var names = author.SelectMany(chain => chain.Photographers).Distinct(StringComparer.Ordinal).ToList();
        var credit = Read(WholeCredit(fields), names);
        var agencies = credit.Agencies;
        if (agencies.Count == 0)
        {
            agencies = [.. author.SelectMany(chain => chain.Agencies).DistinctBy(agency => agency.Key)];
        }

        if (agencies.Count == 0)
        {
            // A source that is the photographer is no agency; any other is.
            var source = fields.Text(NewsroomFields.Source.Id);
            agencies = names.Count > 0 || catalogue.Find(source) is not null ? Read(source, names).Agencies : Known(source);
        }

        return credit with
        {
            Photographers = names.Count > 0 ? names : credit.Photographers,
            Agencies = agencies.Count > 0 ? agencies : Known(fields.Text(NewsroomFields.CopyrightNotice.Id)),
        };
    }

    /// <summary>One credit line. <paramref name="photographers"/> are known from the byline: a link with such a name is no agency.</summary>
    public CreditChain Read(string? credit, IReadOnlyList<string> photographers)
    {
        if (string.IsNullOrWhiteSpace(credit))
        {
            return CreditChain.Empty;
        }

        var links = new List<Link>();
        var (isPool, isHandout, isFile) = (false, false, false);
        foreach (var part in Joined(CreditPart.Cut(credit)))
        {
            foreach (var link in Links(part))
            {
                var normal = TextNormaliser.Normalise(link.Text);
                isPool |= CreditRoles.IsPool(normal);
                isHandout |= CreditRoles.IsHandout(normal);
                isFile |= CreditRoles.IsFile(normal);
                if (link.Agency is not null || !CreditRoles.IsRole(normal))
                {
                    links.Add(link);
                }
            }
        }

        return Sort(links, photographers, isHandout) with { IsPool = isPool, IsHandout = isHandout, IsFile = isFile };
    }

    /// <summary>Getty writes "(Credit too long, see caption)" and the credit at the end of the caption.</summary>
    private static string? WholeCredit(FieldValues fields)
    {
        var credit = fields.Text(NewsroomFields.CreditLine.Id);
        if (credit?.Contains("credit too long", StringComparison.OrdinalIgnoreCase) != true)
        {
            return credit;
        }

        var inCaption = CaptionCredit().Match(fields.Text(NewsroomFields.Caption.Id) ?? "");
        return inCaption.Success ? inCaption.Value : null;
    }

    private IReadOnlyList<Agency> Known(string? text) =>
        text is null ? [] : [.. CreditPart.Cut(text).Select(catalogue.Find).OfType<Agency>().DistinctBy(agency => agency.Key)];

    /// <summary>EPA/EFE is one agency with a separator in its name.</summary>
    private IEnumerable<string> Joined(IReadOnlyList<string> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (i + 1 < parts.Count && catalogue.Find($"{parts[i]} {parts[i + 1]}") is not null && catalogue.Find(parts[i]) is not null)
            {
                yield return $"{parts[i]} {parts[++i]}";
            }
            else
            {
                yield return parts[i];
            }
        }
    }

    /// <summary>The names within one part: "AP, File", "AP Photo by J. Scott", "Getty Images for Doha Film Institute".</summary>
    private IEnumerable<Link> Links(string part)
    {
        if (catalogue.Find(part) is { } whole)
        {
            return [new(part, whole)];
        }

        var comma = part.LastIndexOf(',');
        if (comma > 0 && CreditRoles.IsRole(TextNormaliser.Normalise(part[(comma + 1)..])))
        {
            return Links(part[..comma].Trim()).Append(new(part[(comma + 1)..].Trim(), null));
        }

        foreach (Match word in ForOrBy().Matches(part))
        {
            if (catalogue.Find(part[..word.Index]) is { } agency)
            {
                var rest = part[(word.Index + word.Length)..];
                // A client after "for" is not in the chain; a person after "by" is.
                return word.Value.Trim().Equals("for", StringComparison.OrdinalIgnoreCase) ? [new(part, agency)] : [new(part, agency), new(rest, null)];
            }
        }

        return [new(part, null)];
    }

    private static CreditChain Sort(List<Link> links, IReadOnlyList<string> photographers, bool isHandout)
    {
        var people = new List<string>();
        var agencies = new List<Agency>();
        var unknown = links.Count(link => link.Agency is null);
        for (var i = 0; i < links.Count; i++)
        {
            var (text, agency) = links[i];
            if (agency is null)
            {
                var isLast = i == links.Count - 1;
                if (PersonName.IsInitials(text) && isLast)
                {
                    continue;
                }

                // The same credit twice, as AFP's pictures at Getty have it, names the same person again.
                var isAgain = people.Any(name => TextNormaliser.Normalise(name) == TextNormaliser.Normalise(text));
                if (isAgain || IsPerson(text, photographers, people.Count > 0, isLast, isAlone: unknown == 1, isHandout, links.Count == 1))
                {
                    people.AddRange(PersonName.Split(text));
                    continue;
                }

                agency = new(TextNormaliser.Normalise(text), text, null);
            }

            // Named twice (REUTERS/…/Handout via REUTERS), it stands where it passed the photo on.
            agencies.RemoveAll(other => other.Key == agency.Key);
            agencies.Add(agency);
        }

        // A wire that stands before the paper it has the photo from: "Reuters/China Daily".
        if (agencies is [{ Kind: "wire" } wire, { Kind: "publisher" or "public body" } origin, ..])
        {
            (agencies[0], agencies[1]) = (origin, wire);
        }

        return new([.. people.DistinctBy(TextNormaliser.Normalise)], agencies);
    }

    private static bool IsPerson(
        string text, IReadOnlyList<string> photographers, bool isPersonKnown, bool isLast, bool isAlone, bool isHandout, bool isWhole)
    {
        var words = TextNormaliser.Words(text);
        if (photographers.Count > 0)
        {
            return photographers.Any(name => TextNormaliser.Words(name).Any(word => word.Length > 2 && words.Contains(word)));
        }

        if (PersonName.IsOrganisation(text) || (isHandout && isAlone && words.Count != 2))
        {
            return false;
        }

        // The second unknown name: between a photographer and an agency it is an agency; at the end only when it is no person's.
        return isPersonKnown ? isLast && PersonName.LooksLikePerson(text) : !isWhole || words.Count > 1 || char.IsLower(text[0]);
    }

    [GeneratedRegex(@"\s+(for|by)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ForOrBy();

    [GeneratedRegex(@"\((photo|photograph|picture)\s+(by|credit)[^()]*\)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CaptionCredit();

    private sealed record Link(string Text, Agency? Agency);
}
