using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Captions;

/// <summary>Stores what editors say about a photo.</summary>
public sealed class CaptionEditor(DeskWriter writer, TimeProvider clock)
{
    /// <summary>The key under which <see cref="SaveResult.Invalid"/> tells that the editor's name cannot be kept.</summary>
    public const string EditorKey = "editor";

    private static readonly Dictionary<string, Understanding> NothingUnderstood = [];

    /// <summary>
    /// Sets fields (null clears one) in one history entry. With <paramref name="ifRevision"/> nothing is stored when one of
    /// the touched fields has been changed since that revision; changes of other fields do not stand in the way. A value equal
    /// to the current one is no change. Country codes are stored as ISO 3166-1 alpha-3, dates as ISO 8601; a single text for
    /// a list is split at semicolons, keywords also at commas.
    /// </summary>
    public Task<SaveResult> SaveAsync(
        long mediaId, IReadOnlyDictionary<string, FieldValue?> changes, long? ifRevision, string editor, CancellationToken cancellationToken) =>
        SaveAsync(mediaId, changes, NothingUnderstood, ifRevision, editor, cancellationToken);

    /// <summary>As above, where some of the values were not typed but taken because the photo's own texts say them.</summary>
    /// <param name="understood">How, by field; the history tells it.</param>
    public async Task<SaveResult> SaveAsync(
        long mediaId, IReadOnlyDictionary<string, FieldValue?> changes, IReadOnlyDictionary<string, Understanding> understood, long? ifRevision, string editor,
        CancellationToken cancellationToken)
    {
        var inputs = changes.ToDictionary(change => change.Key, change => FieldInput.Read(change.Key, change.Value), StringComparer.Ordinal);
        var faults = inputs.Where(input => input.Value.Fault is not null).ToDictionary(input => input.Key, input => input.Value.Fault!);
        var name = EditorName.Clean(editor);
        if (name is null)
        {
            faults[EditorKey] = $"A change needs the name of its editor, at most {EditorName.MaxLength} characters long.";
        }

        return faults.Count > 0
            ? new SaveResult.Invalid(faults)
            : await writer.WriteAsync(db => SaveAsync(db, mediaId, inputs, understood, ifRevision, name!, cancellationToken), cancellationToken);
    }

    private async Task<SaveResult> SaveAsync(
        DeskDbContext db, long mediaId, Dictionary<string, FieldInput> inputs, IReadOnlyDictionary<string, Understanding> understood, long? ifRevision, string editor,
        CancellationToken cancellationToken)
    {
        if (await db.Media.SingleOrDefaultAsync(item => item.Id == mediaId, cancellationToken) is not { } item)
        {
            return new SaveResult.NotFound();
        }

        var said = inputs.Keys.Any(LanguageVariant.IsId) || item.Overlay.Values.Keys.Any(LanguageVariant.IsId)
            ? LanguageVariant.Said(await ReadingAsync(db, item, cancellationToken))
            : item.Fields;
        var changes = inputs
            .Where(input => !Same(input.Key, item.Now(input.Key, said), input.Value.Value))
            .ToDictionary(input => input.Key, input => input.Value.Value);
        if (AloneInALanguage(item, changes) is { Count: > 0 } alone)
        {
            return new SaveResult.Invalid(alone);
        }

        if (changes.Count == 0)
        {
            return new SaveResult.Saved(item.Revision, item.Fields, null);
        }

        if (ifRevision is { } known
            && await ChangedSinceAsync(db, item, said, known, [.. changes.Keys], cancellationToken) is { Count: > 0 } conflicts)
        {
            return new SaveResult.Conflict(item.Revision, item.Fields, conflicts);
        }

        var entry = new HistoryEntry { AtUtc = clock.GetUtcNow().UtcDateTime, Editor = editor, Kind = HistoryKind.Edit };
        entry.Photos.Add(new() { MediaItemId = item.Id });
        foreach (var (property, value) in changes)
        {
            entry.Edits.Add(new()
            {
                MediaItemId = item.Id,
                Revision = item.Revision + 1,
                Property = property,
                Before = item.Now(property, said),
                BeforeFromFile = !item.Overlay.Covers(property),
                After = value,
                UnderstoodFrom = understood.GetValueOrDefault(property)?.From,
                UnderstoodBy = understood.GetValueOrDefault(property)?.Rule,
            });
            item.Say(property, value);
        }

        item.Revision++;
        item.ChangedUtc = entry.AtUtc;
        await db.PlaceOnSheetAsync(item, cancellationToken);
        db.History.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        return new SaveResult.Saved(item.Revision, item.Fields, entry.Id);
    }

    private static Task<MetadataReading> ReadingAsync(DeskDbContext db, MediaItem item, CancellationToken cancellationToken) =>
        db.Originals.AsNoTracking().Where(original => original.Id == item.CurrentOriginalId).Select(original => original.Reading).SingleAsync(cancellationToken);

    /// <summary>A text in another language needs one in the default language to stand beside: a file cannot hold it alone.</summary>
    private static Dictionary<string, string> AloneInALanguage(MediaItem item, Dictionary<string, FieldValue?> changes) => (
        from change in changes
        where change.Value is not null
        let variant = LanguageVariant.Find(change.Key)
        where variant is not null && (changes.TryGetValue(variant.Property.Id, out var text) ? text : item.Fields[variant.Property.Id]) is null
        select change.Key).ToDictionary(id => id, _ => "Write the text without a language first: one in another language stands beside it.");

    /// <summary>Whether a typed value is what stands there already, however the file coded its line ends and spaces.</summary>
    private static bool Same(string property, FieldValue? current, FieldValue? typed) =>
        Equals(current, typed) || (current is not null && Equals(FieldInput.Read(property, current) is { Fault: null } tidy ? tidy.Value : current, typed));

    /// <summary>The touched fields that changed after a revision. A revision that does not exist yet proves nothing: all of them.</summary>
    private static async Task<List<SaveResult.FieldConflict>> ChangedSinceAsync(
        DeskDbContext db, MediaItem item, FieldValues said, long revision, string[] properties, CancellationToken cancellationToken)
    {
        var isKnown = revision >= 0 && revision <= item.Revision;
        var edits = await db.CaptionEdits.AsNoTracking()
            .Where(edit => edit.MediaItemId == item.Id && properties.Contains(edit.Property) && (!isKnown || edit.Revision > revision))
            .Join(db.History, edit => edit.EntryId, entry => entry.Id, (edit, entry) => new { edit.Id, edit.Property, entry.Editor, entry.AtUtc })
            .ToListAsync(cancellationToken);
        var conflicts = edits
            .GroupBy(edit => edit.Property, StringComparer.Ordinal)
            .Select(same => same.MaxBy(edit => edit.Id)!)
            .Select(last => new SaveResult.FieldConflict(last.Property, item.Now(last.Property, said), last.Editor, last.AtUtc))
            .ToList();
        if (!isKnown)
        {
            var untouched = properties.Except(conflicts.Select(conflict => conflict.Field), StringComparer.Ordinal);
            conflicts.AddRange(untouched.Select(property => new SaveResult.FieldConflict(property, item.Now(property, said), "desk", item.AddedUtc)));
        }

        return conflicts;
    }
}
