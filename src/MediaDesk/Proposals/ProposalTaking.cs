using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Proposals;

/// <summary>
/// Stores what an editor takes of the proposals: an edit like any other, of which the history tells by which rule it was understood.
/// </summary>
public sealed class ProposalTaking(DeskWriter writer, TimeProvider clock)
{
    /// <summary>Photos in one act; a longer selection is refused.</summary>
    public const int MostPhotos = 5_000;

    /// <summary>Takes some proposals of a photo, or with null every one that fills an empty field.</summary>
    /// <param name="ifRevision">Nothing is stored when one of the fields has been changed since.</param>
    public async Task<TakeResult> TakeAsync(
        long mediaId, IReadOnlyCollection<long>? proposals, long? ifRevision, string editor, CancellationToken cancellationToken) =>
        EditorName.Clean(editor) is { } name
            ? await writer.WriteAsync(db => TakeAsync(db, mediaId, proposals, ifRevision, name, cancellationToken), cancellationToken)
            : new TakeResult.NoName();

    /// <summary>Takes every proposal that fills an empty field, of several photos, as one act. Photos in the bin are left.</summary>
    public Task<TakenReport> TakeAllAsync(IReadOnlyCollection<long> mediaIds, string editor, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mediaIds.Count, MostPhotos);
        var name = EditorName.Clean(editor) ?? throw new ArgumentException("A change needs the name of its editor.", nameof(editor));
        return writer.WriteAsync(db => TakeAllAsync(db, mediaIds, name, cancellationToken), cancellationToken);
    }

    private async Task<TakeResult> TakeAsync(
        DeskDbContext db, long mediaId, IReadOnlyCollection<long>? wanted, long? ifRevision, string editor, CancellationToken cancellationToken)
    {
        if (await db.Media.Include(item => item.Proposals).SingleOrDefaultAsync(item => item.Id == mediaId, cancellationToken) is not { } item)
        {
            return new TakeResult.NotFound();
        }

        var there = item.Proposals.Where(row => !row.IsDismissed).ToList();
        var taken = wanted is null ? Fills(item) : there.Where(row => wanted.Contains(row.Id)).ToList();
        // A proposal goes when its field or its text changes: one that is gone was overtaken.
        if (wanted is not null && taken.Count < wanted.Distinct().Count())
        {
            return new TakeResult.Overtaken(item.Revision);
        }

        var fields = taken.Select(row => row.Field).ToList();
        if (ifRevision is { } known && fields.Count > 0 && (known < 0 || known > item.Revision || await db.CaptionEdits.AnyAsync(
            edit => edit.MediaItemId == mediaId && edit.Revision > known && fields.Contains(edit.Property), cancellationToken)))
        {
            return new TakeResult.Overtaken(item.Revision);
        }

        if (taken.Count == 0)
        {
            return new TakeResult.Taken(item.Revision, 0, null);
        }

        var entry = Begin(editor);
        await SayAsync(db, entry, item, taken, cancellationToken);
        db.History.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return new TakeResult.Taken(item.Revision, taken.Count, entry.Id);
    }

    private async Task<TakenReport> TakeAllAsync(DeskDbContext db, IReadOnlyCollection<long> mediaIds, string editor, CancellationToken cancellationToken)
    {
        var entry = Begin(editor);
        db.History.Add(entry);
        var (photos, fields, offers, disagreements) = (0, 0, 0, 0);
        foreach (var id in mediaIds.Distinct().Order())
        {
            var item = await db.Media.Include(item => item.Proposals).SingleOrDefaultAsync(item => item.Id == id && item.RemovedUtc == null, cancellationToken);
            if (item is null)
            {
                continue;
            }

            var waiting = item.Proposals.Where(row => !row.IsDismissed).ToList();
            offers += waiting.Count(row => row.Kind is ProposalKind.Offer);
            disagreements += waiting.Count(row => row.Kind is ProposalKind.Disagreement);
            if (Fills(item) is { Count: > 0 } taken)
            {
                await SayAsync(db, entry, item, taken, cancellationToken);
                // The next photo's place is looked for among the rows.
                await db.SaveChangesAsync(cancellationToken);
                (photos, fields) = (photos + 1, fields + taken.Count);
            }
        }

        if (photos == 0)
        {
            db.History.Remove(entry);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new(photos, fields, offers, disagreements, photos == 0 ? null : entry.Id);
    }

    private HistoryEntry Begin(string editor) => new() { AtUtc = clock.GetUtcNow().UtcDateTime, Editor = editor, Kind = HistoryKind.Edit };

    private static List<Proposal> Fills(MediaItem item) => [.. item.Proposals.Where(row => row is { IsDismissed: false, Kind: ProposalKind.Fill })];

    private static Task SayAsync(DeskDbContext db, HistoryEntry entry, MediaItem item, List<Proposal> taken, CancellationToken cancellationToken)
    {
        entry.Photos.Add(new() { MediaItemId = item.Id });
        item.Revision++;
        item.ChangedUtc = entry.AtUtc;
        foreach (var proposal in taken)
        {
            entry.Edits.Add(new()
            {
                MediaItemId = item.Id,
                Revision = item.Revision,
                Property = proposal.Field,
                Before = item.Fields[proposal.Field],
                BeforeFromFile = !item.Overlay.Covers(proposal.Field),
                After = proposal.Value,
                UnderstoodFrom = proposal.Source,
                UnderstoodBy = proposal.Rule,
            });
            item.Say(proposal.Field, proposal.Value);
        }

        return db.PlaceOnSheetAsync(item, cancellationToken);
    }
}

/// <summary>How taking ended.</summary>
public abstract record TakeResult
{
    private TakeResult()
    {
    }

    /// <summary><paramref name="EntryId"/> is null when there was nothing to take.</summary>
    public sealed record Taken(long Revision, int Fields, long? EntryId) : TakeResult;

    /// <summary>Nothing stored: a field or its text has been changed since.</summary>
    public sealed record Overtaken(long Revision) : TakeResult;

    public sealed record NotFound : TakeResult;

    /// <summary>Nothing stored: a change needs the name of its editor.</summary>
    public sealed record NoName : TakeResult;
}

/// <summary>What was taken on a selection, and what was left to be looked at one by one.</summary>
/// <param name="Photos">Photos of which something was taken.</param>
/// <param name="Fields">Values taken, of all of them.</param>
/// <param name="EntryId">The one entry of the history; null when nothing was taken.</param>
public sealed record TakenReport(int Photos, int Fields, int OffersLeft, int DisagreementsLeft, long? EntryId);
