using MediaDesk.Cleaning;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.History;

/// <summary>One undo, inside the transaction that stores it.</summary>
internal sealed class Undoing(DeskDbContext db, Cleaner cleaner, string editor, DateTime nowUtc)
{
    private readonly HistoryEntry undo = new() { AtUtc = nowUtc, Editor = editor, Kind = HistoryKind.Undo };
    private readonly SortedSet<string> kept = new(StringComparer.Ordinal);

    public async Task<UndoResult> RunAsync(long entryId, CancellationToken cancellationToken)
    {
        var target = await db.History.Include(entry => entry.Edits).Include(entry => entry.Photos).AsSplitQuery()
            .SingleOrDefaultAsync(entry => entry.Id == entryId, cancellationToken);
        if (target is null)
        {
            return Refuse("There is no such entry in the history.");
        }

        if (target.UndoneById is not null)
        {
            return Refuse("This was undone already.");
        }

        if (!DeskHistory.CanUndo(target))
        {
            return Refuse("What a delivery brought cannot be undone; change the fields instead.");
        }

        if (target.Photos.Count == 0)
        {
            return Refuse("The photos of this change have been deleted.");
        }

        var ids = target.Photos.Select(photo => photo.MediaItemId).ToList();
        var items = await db.Media.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
        var (root, isOpposite) = await RootAsync(target, cancellationToken);
        if (root is { Kind: HistoryKind.Cleaning, Rule: { } rule })
        {
            await TakeBackCleaningAsync(target, rule, isDeclined: !isOpposite, items, cancellationToken);
        }
        else
        {
            await TakeBackEditsAsync(target, items, cancellationToken);
            TakeBackRemoval(target, items, IsRemoval(root, isOpposite));
        }

        if (undo.Photos.Count == 0)
        {
            return Refuse(root.Kind is HistoryKind.Cleaning && kept.Count == 0 ? "This rule changes nothing on the photo any more."
                : kept.Count > 0 ? "Every field of this change has been changed again since." : "Nothing of this change is left to undo.");
        }

        undo.UndoesId = target.Id;
        db.History.Add(undo);
        await db.SaveChangesAsync(cancellationToken);
        target.UndoneById = undo.Id;
        if (target.UndoesId is { } redone)
        {
            // Undoing an undo makes the first entry stand again, and so undoable again.
            (await db.History.SingleAsync(entry => entry.Id == redone, cancellationToken)).UndoneById = null;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new(true, null, [.. kept]);
    }

    private UndoResult Refuse(string reason) => new(false, reason, [.. kept]);

    private async Task TakeBackEditsAsync(HistoryEntry target, Dictionary<long, MediaItem> items, CancellationToken cancellationToken)
    {
        if (target.Edits.Count == 0)
        {
            return;
        }

        var ids = items.Keys.ToList();
        var newer = (await db.CaptionEdits.AsNoTracking()
                .Where(edit => edit.EntryId > target.Id && ids.Contains(edit.MediaItemId))
                .Join(
                    db.History.Where(entry => entry.UndoneById == null && entry.Kind != HistoryKind.Undo),
                    edit => edit.EntryId, entry => entry.Id, (edit, _) => new { edit.MediaItemId, edit.Property })
                .ToListAsync(cancellationToken))
            .Select(edit => (edit.MediaItemId, edit.Property)).ToHashSet();
        var originals = items.Values.Select(item => item.CurrentOriginalId).ToList();
        var readings = await db.Originals.AsNoTracking()
            .Where(original => originals.Contains(original.Id))
            .ToDictionaryAsync(original => original.MediaItemId, original => LanguageVariant.Said(original.Reading), cancellationToken);
        foreach (var edits in target.Edits.GroupBy(edit => edit.MediaItemId))
        {
            var item = items[edits.Key];
            var said = readings.GetValueOrDefault(item.Id) ?? item.Said(null);
            var back = edits.Where(edit => Stands(edit, item, said) && !newer.Contains((item.Id, edit.Property))).ToList();
            kept.UnionWith(edits.Except(back).Select(edit => edit.Property));
            if (back.Count > 0)
            {
                TakeBack(item, back, said);
                await db.PlaceOnSheetAsync(item, cancellationToken);
                // The next photo's place is looked for among the rows.
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private static bool Stands(CaptionEdit edit, MediaItem item, FieldValues said) =>
        Equals(item.Now(edit.Property, said), edit.After) && item.Overlay.Covers(edit.Property) != edit.AfterFromFile;

    private void TakeBack(MediaItem item, List<CaptionEdit> edits, FieldValues said)
    {
        undo.Photos.Add(new() { MediaItemId = item.Id });
        item.Revision++;
        item.ChangedUtc = undo.AtUtc;
        foreach (var edit in edits)
        {
            var back = edit.BeforeFromFile ? item.Below(edit.Property, said[edit.Property]) : edit.Before;
            undo.Edits.Add(new()
            {
                MediaItemId = item.Id,
                Revision = item.Revision,
                Property = edit.Property,
                Before = item.Now(edit.Property, said),
                BeforeFromFile = edit.AfterFromFile,
                After = back,
                AfterFromFile = edit.BeforeFromFile,
            });
            if (edit.BeforeFromFile)
            {
                item.Unsay(edit.Property, said[edit.Property]);
            }
            else
            {
                item.Say(edit.Property, back);
            }
        }
    }

    /// <summary>
    /// Keeps a rule away from the photos, or lets it come back. What they say is cleaned anew, so that the rules behind it see
    /// what they would have seen without it.
    /// </summary>
    private async Task TakeBackCleaningAsync(
        HistoryEntry target, string rule, bool isDeclined, Dictionary<long, MediaItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items.Values)
        {
            var reading = await db.Originals.AsNoTracking().Where(original => original.Id == item.CurrentOriginalId)
                .Select(original => original.Reading).SingleOrDefaultAsync(cancellationToken);
            var (was, before) = (item.Cleaning, item.Fields);
            if (reading is null || (isDeclined && was?.Steps.Any(step => step.Rule == rule) != true))
            {
                continue;
            }

            var others = (was?.Declined ?? []).Where(other => other != rule);
            item.Cleaning = cleaner.Clean(reading.Fields, [.. isDeclined ? others.Append(rule) : others]);
            item.Fields = item.Over(reading.Fields);
            string[] changed = [.. before.Keys.Union(item.Fields.Keys).Where(property => !Equals(before[property], item.Fields[property]))];
            if (changed.Length == 0)
            {
                // An editor's word covers all of it: there is nothing to see, and so nothing to take back.
                (item.Cleaning, item.Fields) = (was, before);
                kept.UnionWith(target.Edits.Where(edit => edit.MediaItemId == item.Id).Select(edit => edit.Property));
                continue;
            }

            undo.Photos.Add(new() { MediaItemId = item.Id });
            item.Revision++;
            item.ChangedUtc = undo.AtUtc;
            undo.Edits.AddRange(changed.Select(property => new CaptionEdit
            {
                MediaItemId = item.Id,
                Revision = item.Revision,
                Property = property,
                Before = before[property],
                BeforeFromFile = true,
                After = item.Fields[property],
                AfterFromFile = true,
            }));
        }
    }

    /// <summary>The act that a chain of undos goes back to, and whether the entry takes it back rather than does it again.</summary>
    private async Task<(HistoryEntry Root, bool IsOpposite)> RootAsync(HistoryEntry entry, CancellationToken cancellationToken)
    {
        var isOpposite = false;
        while (entry is { Kind: HistoryKind.Undo, UndoesId: { } undone })
        {
            entry = await db.History.AsNoTracking().SingleAsync(earlier => earlier.Id == undone, cancellationToken);
            isOpposite = !isOpposite;
        }

        return (entry, isOpposite);
    }

    /// <summary>Whether an entry put photos into the bin (true), took them out (false), or neither (null).</summary>
    private static bool? IsRemoval(HistoryEntry root, bool isOpposite) => root.Kind switch
    {
        HistoryKind.Removal => !isOpposite,
        HistoryKind.Restore => isOpposite,
        _ => null,
    };

    private void TakeBackRemoval(HistoryEntry target, Dictionary<long, MediaItem> items, bool? isRemoval)
    {
        // A photo that was restored and removed again since belongs to the later removal.
        var photos = items.Values.Where(item => isRemoval switch
        {
            true => item.RemovedUtc == target.AtUtc,
            false => item.RemovedUtc is null,
            null => false,
        });
        foreach (var item in photos)
        {
            item.RemovedUtc = isRemoval == true ? null : undo.AtUtc;
            undo.Photos.Add(new() { MediaItemId = item.Id });
        }
    }
}
