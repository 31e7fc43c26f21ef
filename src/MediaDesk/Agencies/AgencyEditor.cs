using System.Text.Json;
using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Language;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Agencies;

/// <summary>
/// Changes the agencies' rules. A change with faults, or one by which a saved line would be read otherwise, changes nothing;
/// the latter unless it is confirmed. The photos follow by <see cref="AgencyFollowing"/>.
/// </summary>
public sealed class AgencyEditor
{
    public const string EditorMissing = "A change needs the name of its editor.";
    private const int LongestLine = CreditReader.LongestCredit;

    private readonly DeskWriter writer;
    private readonly AgencyRows rows;
    private readonly TimeProvider clock;

    internal AgencyEditor(DeskWriter writer, AgencyRows rows, TimeProvider clock) => (this.writer, this.rows, this.clock) = (writer, rows, clock);

    /// <param name="before">The rule as it was when the editor began; null for a new agency.</param>
    /// <param name="after">The rule as it shall be; null removes it.</param>
    public Task<AgencySave> SaveAsync(AgencyRule? before, AgencyRule? after, string editor, bool isConfirmed, CancellationToken cancellationToken) =>
        ChangeAsync(
            rules =>
            {
                var place = before is null ? -1 : rules.FindIndex(rule => Same(rule.Name, before.Name));
                if (before is not null && (place < 0 || !Equal(rules[place], before)))
                {
                    return new AgencySave.ChangedMeanwhile(place < 0 ? null : rules[place]);
                }

                if (place >= 0)
                {
                    rules.RemoveAt(place);
                }

                // Of two that are spelled alike the one that is being changed is at fault.
                if (after is not null && AgencyFaults.Of([after], rules) is { Count: > 0 } faults)
                {
                    return new AgencySave.Refused(faults);
                }

                if (after is not null)
                {
                    rules.Insert(place < 0 ? rules.Count : place, after);
                }

                return null;
            },
            before is null || after is null ? null : (before.Name, after.Name), editor, isConfirmed, cancellationToken);

    /// <summary>Adds the agencies of a file; one that is here already becomes as the file has it, the others stay.</summary>
    public Task<AgencySave> ImportAsync(AgencyFile file, string editor, bool isConfirmed, CancellationToken cancellationToken) =>
        ChangeAsync(
            rules =>
            {
                var others = rules.Where(rule => !file.Agencies.Any(other => Same(other.Name, rule.Name))).ToList();
                if (AgencyFaults.Of(file.Agencies, others) is { Count: > 0 } faults)
                {
                    return new AgencySave.Refused(faults);
                }

                foreach (var rule in file.Agencies)
                {
                    var at = rules.FindIndex(other => Same(other.Name, rule.Name));
                    if (at < 0)
                    {
                        rules.Add(rule);
                    }
                    else
                    {
                        rules[at] = rule;
                    }
                }

                return null;
            },
            null, editor, isConfirmed, cancellationToken);

    /// <summary>Keeps credit lines as they are read now. A line that is kept already is taken anew.</summary>
    public Task SaveCasesAsync(IReadOnlyList<string> lines, string editor, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async db =>
            {
                var catalogue = new AgencyCatalogue(await AgencyRows.RulesAsync(db, cancellationToken));
                foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length is > 0 and <= LongestLine).Distinct(StringComparer.Ordinal))
                {
                    var one = await db.CreditCases.SingleOrDefaultAsync(other => other.Line == line, cancellationToken);
                    if (one is null)
                    {
                        one = new() { Line = line, SavedBy = editor };
                        db.CreditCases.Add(one);
                    }

                    (one.SavedBy, one.SavedUtc) = (editor, clock.GetUtcNow().UtcDateTime);
                    CaseResult.Take(one, CreditReader.Read(line, [], catalogue));
                }
            },
            cancellationToken);

    public Task RemoveCaseAsync(long id, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async db =>
            {
                if (await db.CreditCases.FindAsync([id], cancellationToken) is { } one)
                {
                    db.CreditCases.Remove(one);
                }
            },
            cancellationToken);

    /// <param name="change">Changes the list of rules, or says why not.</param>
    /// <param name="renamed">An agency that goes on under another name.</param>
    private async Task<AgencySave> ChangeAsync(
        Func<List<AgencyRule>, AgencySave?> change, (string From, string To)? renamed, string editor, bool isConfirmed, CancellationToken cancellationToken)
    {
        if (EditorName.Clean(editor) is not { } name)
        {
            return new AgencySave.Refused([new("editor", EditorMissing)]);
        }

        var (result, catalogue, revision) = await writer.WriteAsync<(AgencySave Result, AgencyCatalogue? Catalogue, long Revision)>(
            async db =>
            {
                var before = await AgencyRows.RulesAsync(db, cancellationToken);
                var rules = before.ToList();
                if (change(rules) is { } refusal)
                {
                    return (refusal, null, 0);
                }

                var after = Followed(rules, renamed);
                if (AgencyFaults.Of(after, []) is { Count: > 0 } faults)
                {
                    return (new AgencySave.Refused(faults), null, 0);
                }

                var next = new AgencyCatalogue(after);
                var broken = (await db.CreditCases.ToListAsync(cancellationToken)).Select(one => CaseResult.Of(one, next)).Where(one => !one.Passes).ToList();
                if (broken.Count > 0 && !isConfirmed)
                {
                    return (new AgencySave.Breaks(broken), null, 0);
                }

                broken.ForEach(one => CaseResult.Take(one.Case, one.Now));
                var changed = await StoreAsync(db, before, after, renamed, name, cancellationToken);
                var state = await db.AgencyStates.SingleAsync(cancellationToken);
                if (changed > 0)
                {
                    // The photos follow the rules of before until they have been gone through.
                    state.FollowedRules ??= JsonSerializer.Serialize(before, AgencySeed.Json);
                    state.Revision++;
                }

                return (new AgencySave.Saved(changed), next, state.Revision);
            },
            cancellationToken);
        if (catalogue is not null)
        {
            rows.Hold(catalogue, revision);
        }

        return result;
    }

    private async Task<int> StoreAsync(
        DeskDbContext db, IReadOnlyList<AgencyRule> before, IReadOnlyList<AgencyRule> after, (string From, string To)? renamed, string editor,
        CancellationToken cancellationToken)
    {
        var stored = (await db.Agencies.Include(agency => agency.Aliases).ToListAsync(cancellationToken)).ToDictionary(row => row.Key, StringComparer.Ordinal);
        var old = before.ToDictionary(rule => TextNormaliser.Normalise(rule.Name), StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var changed = 0;
        foreach (var rule in after)
        {
            var key = TextNormaliser.Normalise(renamed is { } one && Same(one.To, rule.Name) ? one.From : rule.Name);
            kept.Add(key);
            var was = old.GetValueOrDefault(key);
            if (was is not null && Equal(was, rule))
            {
                continue;
            }

            changed++;
            if (!stored.TryGetValue(key, out var row))
            {
                row = new() { Name = rule.Name, Key = key, Kind = "" };
                db.Agencies.Add(row);
            }

            AgencyRows.Write(row, rule);
            Note(db, editor, rule.Name, AgencyWords.Change(was, rule));
        }

        foreach (var (key, rule) in old.Where(one => !kept.Contains(one.Key)))
        {
            changed++;
            db.Agencies.Remove(stored[key]);
            Note(db, editor, rule.Name, AgencyWords.Change(rule, null));
        }

        return changed;
    }

    private void Note(DeskDbContext db, string editor, string agency, string what) =>
        db.AgencyChanges.Add(new() { AtUtc = clock.GetUtcNow().UtcDateTime, Editor = editor, Agency = agency, What = what });

    /// <summary>Who was sold by the agency is sold by it under its new name.</summary>
    private static List<AgencyRule> Followed(List<AgencyRule> rules, (string From, string To)? renamed) =>
        renamed is not { } one || Same(one.From, one.To) ? rules
        : [.. rules.Select(rule => rule.SoldBy.Any(seller => Same(seller, one.From))
            ? rule with { SoldBy = [.. rule.SoldBy.Select(seller => Same(seller, one.From) ? one.To : seller)] } : rule)];

    private static bool Same(string one, string other) => TextNormaliser.Normalise(one) == TextNormaliser.Normalise(other);

    private static bool Equal(AgencyRule one, AgencyRule other) =>
        (one.Name, one.Kind, one.FullName ?? "") == (other.Name, other.Kind, other.FullName ?? "")
        && one.Aliases.SequenceEqual(other.Aliases, StringComparer.Ordinal) && one.SoldBy.SequenceEqual(other.SoldBy, StringComparer.Ordinal)
        && one.Patterns.SequenceEqual(other.Patterns, StringComparer.Ordinal);
}
