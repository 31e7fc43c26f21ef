using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning.Rules;

/// <summary>"Photo by Jane Doe", "Crédit : AFP", "By Jane Doe": the words that announce a name. "Courtesy of" stays, because it says something; so do names that begin like such words (Von Miller, Picture Alliance).</summary>
internal sealed class ByPrefixes() : CleaningRule(
    "by-prefixes", "“By” and “Photo by”", "Takes the words off with which a byline or credit line is announced.",
    new(["Photo by Jane Doe"], null, "Credit: AFP", null, null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies) => fields.WithNames(name => WithoutPrefix(name, agencies));

    private static string WithoutPrefix(string text, AgencyCatalogue agencies)
    {
        if (text.Length > Longest || agencies.Find(text) is not null)
        {
            return text;
        }

        var inside = Unwrapped(text);
        var whole = new CreditSlice(inside, 0, inside.Length);
        var (behind, lead) = CreditLeadIn.Strip(whole);
        if (lead is CreditLead.By or CreditLead.Credit && !behind.IsEmpty && behind.Start > 0)
        {
            var announcing = whole.To(behind.Start);
            var isAnnounced = announcing.Span.ContainsAny(":：…") || announcing.Words().Any(IsPictureOrBy);
            return isAnnounced && IsNameStart(inside, behind.Start) && !HasFlag(announcing, agencies) ? inside[behind.Start..].Trim() : text;
        }

        var bare = CreditLeadIn.StripBare(whole);
        return bare.Start > 0 && (agencies.Find(bare.ToString()) is { IsLink: true } || (PersonName.LooksLike(bare) && PersonName.HasGivenName(bare))) ? inside[bare.Start..].Trim() : text;
    }

    /// <summary>Without the bracket that captions put around a credit.</summary>
    private static string Unwrapped(string text)
    {
        var trimmed = text.Trim();
        return trimmed is ['(', .., ')'] && trimmed.AsSpan(1, trimmed.Length - 2).IndexOfAny('(', ')') < 0 ? trimmed[1..^1].Trim() : text;
    }

    /// <summary>Von and Par alone begin names of people.</summary>
    private static bool IsPictureOrBy(CreditSlice word) =>
        word.Span.Equals("by", StringComparison.OrdinalIgnoreCase) || CreditLeadIn.IsNoun(TextNormaliser.Normalise(word.ToString()));

    private static bool IsNameStart(string text, int at) => !char.IsLower(text[at]) || !text[at..].Any(char.IsUpper);

    /// <summary>"Handout photo by": the first word says what no other does.</summary>
    private static bool HasFlag(CreditSlice announcing, AgencyCatalogue agencies) =>
        announcing.Words().Any(word => agencies.Find(word.ToString()) is { Kind: AgencyKind.Handout or AgencyKind.Pool or AgencyKind.File });
}
