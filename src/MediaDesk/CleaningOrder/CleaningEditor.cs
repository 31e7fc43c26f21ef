using MediaDesk.Cleaning;
using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.CleaningOrder;

/// <summary>Switches and moves cleaning rules. The photos follow by <see cref="CleaningFollowing"/>.</summary>
public sealed class CleaningEditor
{
    private const int ChangesShown = 20;

    private readonly IDbContextFactory<DeskDbContext> contexts;
    private readonly DeskWriter writer;
    private readonly CleaningRows rows;
    private readonly TimeProvider clock;

    internal CleaningEditor(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, CleaningRows rows, TimeProvider clock) =>
        (this.contexts, this.writer, this.rows, this.clock) = (contexts, writer, rows, clock);

    public Task<CleaningSave> SwitchAsync(string rule, bool isOn, string editor, CancellationToken cancellationToken) =>
        ChangeAsync(
            list => list.FindIndex(one => one.Rule.Id == rule) is >= 0 and var at ? [.. list.Select((one, i) => i == at ? one with { IsOn = isOn } : one)] : null,
            editor, cancellationToken);

    /// <param name="place">Where the rule then stands, from 0; beyond either end is at that end.</param>
    public Task<CleaningSave> MoveAsync(string rule, int place, string editor, CancellationToken cancellationToken) =>
        ChangeAsync(
            list =>
            {
                if (list.Find(one => one.Rule.Id == rule) is not { } moved)
                {
                    return null;
                }

                var others = list.Where(one => one != moved).ToList();
                others.Insert(Math.Clamp(place, 0, others.Count), moved);
                return others;
            },
            editor, cancellationToken);

    /// <summary>Sets order and switches at once; rules that are not named keep their switch and stand behind.</summary>
    public Task<CleaningSave> SetAsync(IReadOnlyList<(string Rule, bool IsOn)> wanted, string editor, CancellationToken cancellationToken) =>
        ChangeAsync(
            list =>
            {
                var named = wanted.Select(one => (Rule: CleaningRules.Find(one.Rule), one.IsOn)).ToList();
                return named.Exists(one => one.Rule is null) || named.DistinctBy(one => one.Rule).Count() < named.Count ? null
                    : [.. named.Select(one => new CleaningSwitch(one.Rule!, one.IsOn)), .. list.Where(one => !named.Exists(other => other.Rule == one.Rule))];
            },
            editor, cancellationToken);

    /// <summary>The last changes, newest first.</summary>
    public async Task<IReadOnlyList<CleaningChange>> ChangesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CleaningChanges.AsNoTracking().OrderByDescending(change => change.Id).Take(ChangesShown).ToListAsync(cancellationToken);
    }

    /// <param name="change">Makes another list, or null where it names a rule that there is not.</param>
    private async Task<CleaningSave> ChangeAsync(Func<List<CleaningSwitch>, List<CleaningSwitch>?> change, string editor, CancellationToken cancellationToken)
    {
        if (EditorName.Clean(editor) is not { } name)
        {
            return new(false, $"A change needs the name of its editor, at most {EditorName.MaxLength} characters long.");
        }

        var (save, list, revision) = await writer.WriteAsync<(CleaningSave Save, CleaningList? List, long Revision)>(
            async db =>
            {
                var before = await CleaningRows.ListAsync(db, cancellationToken);
                if (change([.. before.Switches]) is not { } after)
                {
                    return (new(false, "There is no such rule, or it is named twice."), null, 0);
                }

                if (after.SequenceEqual(before.Switches))
                {
                    return (new(true, null), null, 0);
                }

                Note(db, before.Switches, after, name);
                await StoreAsync(db, after, cancellationToken);
                var state = await db.CleaningStates.SingleAsync(cancellationToken);
                state.Revision++;
                return (new(true, null), new(after), state.Revision);
            },
            cancellationToken);
        if (list is not null)
        {
            rows.Hold(list, revision);
        }

        return save;
    }

    private static async Task StoreAsync(DeskDbContext db, List<CleaningSwitch> list, CancellationToken cancellationToken)
    {
        var stored = await db.CleaningRows.ToDictionaryAsync(row => row.Rule, StringComparer.Ordinal, cancellationToken);
        for (var i = 0; i < list.Count; i++)
        {
            if (!stored.TryGetValue(list[i].Rule.Id, out var row))
            {
                db.CleaningRows.Add(row = new() { Rule = list[i].Rule.Id });
            }

            (row.Position, row.IsOn) = (i, list[i].IsOn);
        }
    }

    private void Note(DeskDbContext db, IReadOnlyList<CleaningSwitch> before, List<CleaningSwitch> after, string editor)
    {
        var was = before.ToDictionary(one => one.Rule.Id, one => one.IsOn, StringComparer.Ordinal);
        var changes = after.Where(one => was[one.Rule.Id] != one.IsOn).Select(one => (one.Rule.Id, What: one.IsOn ? "Switched on." : "Switched off.")).ToList();
        if (Moved(before, after) is { } moved)
        {
            changes.Add((moved.Id, $"Moved from place {before.ToList().FindIndex(one => one.Rule == moved) + 1} to {after.FindIndex(one => one.Rule == moved) + 1}."));
        }

        db.CleaningChanges.AddRange(changes.Select(change => new CleaningChange { AtUtc = clock.GetUtcNow().UtcDateTime, Editor = editor, Rule = change.Id, What = change.What }));
    }

    /// <summary>The rule that went farthest.</summary>
    private static CleaningRule? Moved(IReadOnlyList<CleaningSwitch> before, List<CleaningSwitch> after)
    {
        var far = before.Select((one, i) => (one.Rule, Distance: Math.Abs(after.FindIndex(other => other.Rule == one.Rule) - i))).MaxBy(one => one.Distance);
        return far.Distance > 0 ? far.Rule : null;
    }
}

/// <summary>How a change of the rules ended; <paramref name="Reason"/> says why nothing was stored.</summary>
public sealed record CleaningSave(bool IsSaved, string? Reason);
