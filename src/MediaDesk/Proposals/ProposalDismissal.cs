using MediaDesk.Data;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Proposals;

/// <summary>Puts proposals away that editors do not want. The rows stay, so that they are not made again while their words stand there.</summary>
public sealed class ProposalDismissal(DeskWriter writer, ProposalBook book)
{
    /// <summary>Dismisses some proposals of a photo, or with null all of them. Returns how many it dismissed; null when there is no such photo.</summary>
    public Task<int?> DismissAsync(long mediaId, IReadOnlyCollection<long>? proposals, CancellationToken cancellationToken) =>
        PutAsync(mediaId, proposals, isDismissed: true, cancellationToken);

    /// <summary>Proposes again what was dismissed. Returns how many are back; null when there is no such photo.</summary>
    public Task<int?> BringBackAsync(long mediaId, IReadOnlyCollection<long>? proposals, CancellationToken cancellationToken) =>
        PutAsync(mediaId, proposals, isDismissed: false, cancellationToken);

    private Task<int?> PutAsync(long mediaId, IReadOnlyCollection<long>? proposals, bool isDismissed, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async db =>
            {
                if (await db.Media.Include(item => item.Proposals).SingleOrDefaultAsync(item => item.Id == mediaId, cancellationToken) is not { } item)
                {
                    return (int?)null;
                }

                var rows = item.Proposals.Where(row => row.IsDismissed != isDismissed && (proposals is null || proposals.Contains(row.Id))).ToList();
                rows.ForEach(row => row.IsDismissed = isDismissed);
                if (isDismissed)
                {
                    ProposalBook.Count(item);
                }
                else
                {
                    // Its field may have been filled meanwhile.
                    book.Remake(db, item, [.. item.Proposals]);
                }

                return rows.Count;
            },
            cancellationToken);
}
