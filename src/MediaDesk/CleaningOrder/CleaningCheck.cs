using System.Runtime.CompilerServices;
using MediaDesk.Check;
using MediaDesk.Cleaning;
using MediaDesk.Data;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.CleaningOrder;

/// <summary>The part of a check that looks whether every photo is cleaned as the rules have it. While photos are still following the rules there is nothing to find.</summary>
internal sealed class CleaningCheck(IDbContextFactory<DeskDbContext> contexts, CleaningFollowing following, Cleaner cleaner) : IDeskCheck
{
    public async IAsyncEnumerable<DeskFinding> FindAsync(
        IProgress<DeskCheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await following.IsDueAsync(cancellationToken))
        {
            yield break;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var photos = db.Media.AsNoTracking().OrderBy(item => item.Id)
            .Join(db.Originals, item => item.CurrentOriginalId, original => original.Id, (item, original) => new { item.Id, item.FileName, item.Cleaning, original.Reading })
            .AsAsyncEnumerable();
        await foreach (var photo in photos.WithCancellation(cancellationToken))
        {
            if (!Equals(cleaner.Clean(photo.Reading.Fields, photo.Cleaning?.Declined ?? []), photo.Cleaning))
            {
                yield return new("cleaning", photo.Id, $"{photo.FileName} is not cleaned as the rules have it.");
            }
        }
    }
}
