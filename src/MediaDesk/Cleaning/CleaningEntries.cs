using MediaDesk.Metadata;
using MediaDesk.Model;

namespace MediaDesk.Cleaning;

/// <summary>Tells in the history what rules changed, an entry for each rule. What an editor's word covers did not change.</summary>
internal static class CleaningEntries
{
    /// <summary>Who signs what the desk did by itself.</summary>
    private const string Desk = "desk";

    /// <summary>What the steps did that come after the first <paramref name="known"/>, which the history tells already.</summary>
    /// <param name="changed">The properties to tell of; null tells of all.</param>
    public static IEnumerable<HistoryEntry> OfSteps(MediaItem item, FieldValues reading, int known, IReadOnlySet<string>? changed, DateTime atUtc)
    {
        var values = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);
        foreach (var (step, i) in (item.Cleaning?.Steps ?? []).Select((step, i) => (step, i)))
        {
            var entry = New(HistoryKind.Cleaning, step.Rule, item, atUtc);
            foreach (var (property, after) in step.Values)
            {
                var before = values.TryGetValue(property, out var earlier) ? earlier : reading[property];
                values[property] = after;
                if (i >= known && !item.Overlay.Covers(property) && changed?.Contains(property) != false)
                {
                    entry.Edits.Add(Edit(item, property, before, after));
                }
            }

            if (entry.Edits.Count > 0)
            {
                yield return entry;
            }
        }
    }

    /// <summary>What changed because the rules did, while the file says the same.</summary>
    /// <param name="was">The cleaning before; that of the item is the one now.</param>
    /// <param name="before">The item's fields before; those of the item are set already.</param>
    public static IReadOnlyList<HistoryEntry> OfOtherRules(MediaItem item, FieldValues reading, PhotoCleaning? was, FieldValues before, DateTime atUtc)
    {
        IReadOnlyList<CleaningStep> old = was?.Steps ?? [], now = item.Cleaning?.Steps ?? [];
        if (now.Count >= old.Count && now.Take(old.Count).SequenceEqual(old))
        {
            return [.. OfSteps(item, reading, old.Count, null, atUtc)];
        }

        // Each value is told once, by the rule that made or unmade it.
        var entries = new List<HistoryEntry>();
        foreach (var property in before.Keys.Union(item.Fields.Keys).Where(property => !Equals(before[property], item.Fields[property])))
        {
            var maker = Last(now.Where(step => !old.Contains(step)), property) ?? Last(now, property);
            var rule = maker ?? Last(old, property) ?? throw new InvalidOperationException($"No rule has changed {property}.");
            var kind = maker is null ? HistoryKind.Withdrawal : HistoryKind.Cleaning;
            var entry = entries.Find(entry => entry.Rule == rule && entry.Kind == kind);
            if (entry is null)
            {
                entries.Add(entry = New(kind, rule, item, atUtc));
            }

            entry.Edits.Add(Edit(item, property, before[property], item.Fields[property]));
        }

        return entries;
    }

    private static string? Last(IEnumerable<CleaningStep> steps, string property) => steps.LastOrDefault(step => step.Values.ContainsKey(property))?.Rule;

    private static HistoryEntry New(HistoryKind kind, string rule, MediaItem item, DateTime atUtc) =>
        new() { AtUtc = atUtc, Editor = Desk, Kind = kind, Rule = rule, Photos = { new() { MediaItemId = item.Id } } };

    private static CaptionEdit Edit(MediaItem item, string property, FieldValue? before, FieldValue? after) => new()
    {
        MediaItemId = item.Id,
        Revision = item.Revision,
        Property = property,
        Before = before,
        BeforeFromFile = true,
        After = after,
        AfterFromFile = true,
    };
}
