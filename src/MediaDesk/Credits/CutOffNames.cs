using System.Text;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>
/// IIM gives 32 bytes to a credit and to a byline, and cuts what is longer: <c>PA Archive/Press Association Ima</c>.
/// </summary>
internal static class CutOffNames
{
    private const int Bytes = 32;
    private const int FewestLetters = 4;

    /// <summary>The agency whose spelling goes on from a last link that fills the field; where several do, the one that sells the link before.</summary>
    public static CreditAgency? FindCutOff(this AgencyCatalogue catalogue, CreditSlice last, IReadOnlyList<CreditLink> links)
    {
        // Blanks at the end are cut as well, and a program may have read the bytes as signs.
        var text = last.Text.AsSpan().Trim();
        if (last.End < last.Text.AsSpan().TrimEnd().Length || (text.Length != Bytes && text.Length != Bytes - 1 && Encoding.UTF8.GetByteCount(text) != Bytes))
        {
            return null;
        }

        var normal = TextNormaliser.Normalise(last.ToString());
        if (normal.LastIndexOf(' ') is > 0 and var blank && normal[blank..] is " v" or " vi")
        {
            return catalogue.FindNormal(normal[..blank]);
        }

        var before = links.Count > 1 ? links[^2].Agency : null;
        if (before is not null && catalogue.Sellers(before).Where(key => key.StartsWith(normal, StringComparison.Ordinal)).ToList() is [var seller])
        {
            return catalogue.Find(seller);
        }

        return normal.Length >= FewestLetters ? catalogue.FindCut(normal) : null;
    }
}
