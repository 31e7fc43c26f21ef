using MediaDesk.Metadata;
using MediaDesk.Model;

namespace MediaDesk.Web.Endpoints;

/// <summary>What a text of a photo says and a field does not: a span as <c>parse</c> gives it, for a field of the photo.</summary>
/// <param name="Id">For taking and dismissing it.</param>
/// <param name="Kind"><c>fill</c>, <c>offer</c> or <c>disagreement</c>.</param>
/// <param name="Field">IPTC property id.</param>
/// <param name="Source">IPTC property id of the text in which <paramref name="Start"/> and <paramref name="Length"/> count, in UTF-16 units.</param>
internal sealed record ProposalAnswer(
    long Id, string Kind, string Field, FieldValue Value, string Source, int Start, int Length, string Rule, double Confidence)
{
    public static ProposalAnswer Of(Proposal row) =>
        new(row.Id, row.Kind.ToString().ToLowerInvariant(), row.Field, row.Value, row.Source, row.Start, row.Length, row.Rule, row.Confidence);
}
