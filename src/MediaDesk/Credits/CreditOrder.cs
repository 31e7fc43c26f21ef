using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>Brings the agencies of a credit line into the order in which they passed the photo on: origin first, distributor last.</summary>
internal static class CreditOrder
{
    /// <param name="named">Agencies in the order in which they stand, with the links they come from.</param>
    /// <param name="first">The first name of the line.</param>
    public static IEnumerable<CreditValue> Of(IReadOnlyList<(CreditValue Value, CreditLink Link)> named, CreditLink? first, bool isHandout, AgencyCatalogue catalogue)
    {
        var blocks = named.GroupBy(one => one.Link.Block).Select(block => OfBlock([.. block], first, isHandout, catalogue)).ToList();
        // AFP's pictures at Getty carry both credits; the longer one tells the whole way.
        var chain = blocks.Count == 0 ? [] : blocks[0];
        foreach (var next in blocks.Skip(1))
        {
            chain = Holds(next, chain) ? next : Holds(chain, next) ? chain : [.. chain, .. next];
        }

        return LastOfEach(chain);
    }

    private static List<CreditValue> OfBlock(List<(CreditValue Value, CreditLink Link)> block, CreditLink? first, bool isHandout, AgencyCatalogue catalogue)
    {
        var chain = block.Where((one, i) => !block.Skip(i + 1).Any(other => other.Value.Agency!.Key == one.Value.Agency!.Key)).ToList();
        // What stands behind "via" has passed on all before it; turned round is only what a stroke joins.
        var joined = chain.Skip(1).TakeWhile(one => one.Link.Before is not CreditJoint.Via).Count() + 1;
        if (chain.Count > 1 && joined > 1)
        {
            var (leader, next) = (chain[0].Value.Agency!, chain[1].Value.Agency!);
            var isFirst = ReferenceEquals(block[0].Link, chain[0].Link) && (first is null || ReferenceEquals(first, chain[0].Link));
            if (IsTurned(leader, next, isFirst, isHandout || IsPhotoOf(chain[0].Link), catalogue))
            {
                var moved = chain[0];
                chain.RemoveAt(0);
                chain.Insert(joined - 1, moved);
            }
        }

        return [.. chain.Select(one => one.Value)];
    }

    /// <summary>"AP Photo/Kyodo News, Jane Doe": the wire says whose photo it passes on.</summary>
    private static bool IsPhotoOf(CreditLink link) =>
        link.Slice.Words() is { Count: > 1 } words && CreditLeadIn.IsNoun(TextNormaliser.Normalise(words[^1].ToString()));

    /// <summary>"Getty Images/AFP", "Reuters/China Daily", "AP Photo/Houston Chronicle, Jane Doe": the one who sells stands first.</summary>
    private static bool IsTurned(CreditAgency leader, CreditAgency next, bool isFirst, bool isPassedOn, AgencyCatalogue catalogue) =>
        leader.Kind is AgencyKind.Distributor
            ? next.Kind is not AgencyKind.Distributor && !catalogue.IsSold(leader, next) && (isFirst || catalogue.IsSold(next, leader))
            : leader.Kind is AgencyKind.Wire && next.Kind is not AgencyKind.Distributor && !catalogue.IsSold(leader, next)
                && ((catalogue.Sells(leader) && next.Kind is AgencyKind.Publisher or AgencyKind.PublicBody)
                    || (isFirst && (isPassedOn || next.Kind is null || catalogue.IsSold(next, leader))));

    private static bool Holds(List<CreditValue> chain, List<CreditValue> other) => other.All(one => chain.Any(value => value.Agency == one.Agency));

    /// <summary>Named twice (REUTERS/…/Handout via REUTERS), an agency stands where it passed the photo on.</summary>
    private static IEnumerable<CreditValue> LastOfEach(IReadOnlyList<CreditValue> chain) =>
        chain.Where((one, i) => !chain.Skip(i + 1).Any(other => other.Agency!.Key == one.Agency!.Key));
}
