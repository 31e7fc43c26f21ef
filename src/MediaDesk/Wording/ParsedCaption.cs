using MediaDesk.Credits;

namespace MediaDesk.Wording;

/// <summary>What a text about a photo says, as <c>mediadesk parse</c> writes it. What is not said is null, and no key is ever left out.</summary>
/// <param name="Agencies">From origin to distributor.</param>
/// <param name="Credit">The agencies joined by "/".</param>
/// <param name="Date">ISO 8601, may be partial.</param>
/// <param name="Place">The place shown.</param>
/// <param name="PlaceCreated">The dateline's, where it differs.</param>
/// <param name="Caption">The text without what was read from it.</param>
/// <param name="Spans">Where each value stands and why it was taken.</param>
/// <param name="Offers">What was found but is not sure enough to be filled in.</param>
public record ParsedCaption(
    IReadOnlyList<string> Byline,
    IReadOnlyList<string> Agencies,
    string? Credit,
    bool Pool,
    bool Handout,
    bool File,
    string? Date,
    ParsedPlace Place,
    ParsedPlace PlaceCreated,
    IReadOnlyList<string> Restrictions,
    string? Caption,
    IReadOnlyList<ParsedSpan> Spans,
    IReadOnlyList<ParsedSpan> Offers)
{
    public static readonly ParsedCaption Empty = new([], [], null, false, false, false, null, ParsedPlace.Unknown, ParsedPlace.Unknown, [], null, [], []);

    /// <summary>This text with what a credit in it says. <paramref name="offset"/> is where the credit begins, in UTF-16 units.</summary>
    public ParsedCaption With(CreditChain credit, int offset)
    {
        var spans = credit.Values.Select(value => ParsedSpan.Of(value, offset)).ToList();
        return this with
        {
            Byline = credit.Photographers,
            Agencies = [.. credit.AgencyNames],
            Credit = credit.Credit,
            Pool = credit.IsPool,
            Handout = credit.IsHandout,
            File = credit.IsFile,
            // A client is known, but it fills no field.
            Spans = [.. Spans, .. spans.Where((_, i) => credit.Values[i] is { IsFilled: true, Field: not CreditField.Client })],
            Offers = [.. Offers, .. spans.Where((_, i) => credit.Values[i] is { IsFilled: false } or { Field: CreditField.Client })],
        };
    }
}
