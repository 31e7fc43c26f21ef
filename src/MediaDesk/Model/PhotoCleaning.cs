using System.Text.Json.Serialization;
using MediaDesk.Metadata;

namespace MediaDesk.Model;

/// <summary>
/// What the cleaning rules made of what a photo's file says. Stands between the file and its editors: an editor's word is above
/// it, and the reading below stays as it is. Immutable.
/// </summary>
[method: JsonConstructor]
public sealed class PhotoCleaning(IReadOnlyList<CleaningStep> steps, IReadOnlyList<string> declined) : IEquatable<PhotoCleaning>
{
    /// <summary>What the rules did, one after the other.</summary>
    public IReadOnlyList<CleaningStep> Steps { get; } = steps;

    /// <summary>Ids of the rules that an editor took back for this photo; they leave it alone, also when it is delivered again.</summary>
    public IReadOnlyList<string> Declined { get; } = declined;

    public bool Covers(string property) => Steps.Any(step => step.Values.ContainsKey(property));

    /// <summary>Ids of the rules that gave a property its value, in the order in which they did.</summary>
    public IEnumerable<string> RulesOf(string property) => Steps.Where(step => step.Values.ContainsKey(property)).Select(step => step.Rule);

    /// <summary>The values of a file that says <paramref name="reading"/>, cleaned.</summary>
    public FieldValues Over(FieldValues reading) =>
        Steps.SelectMany(step => step.Values).Aggregate(reading, (fields, change) => fields.With(change.Key, change.Value));

    public bool Equals(PhotoCleaning? other) =>
        other is not null && Declined.SequenceEqual(other.Declined, StringComparer.Ordinal) && Steps.SequenceEqual(other.Steps);

    public override bool Equals(object? obj) => Equals(obj as PhotoCleaning);

    public override int GetHashCode() => HashCode.Combine(Steps.Count, Declined.Count);
}

/// <summary>What one rule did. A null value is a field it emptied.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Values">By property id.</param>
public sealed record CleaningStep(string Rule, IReadOnlyDictionary<string, FieldValue?> Values)
{
    public bool Equals(CleaningStep? other) =>
        other is not null && Rule == other.Rule && Values.Count == other.Values.Count
        && Values.All(pair => other.Values.TryGetValue(pair.Key, out var value) && Equals(pair.Value, value));

    public override int GetHashCode() => HashCode.Combine(Rule, Values.Count);
}
