using System.Collections.Immutable;

namespace MediaDesk.Metadata;

/// <summary>A property for which the layers of one file disagree. <paramref name="Values"/> holds every layer's value.</summary>
public sealed record FieldConflict(string Field, ImmutableSortedDictionary<FieldSource, FieldValue> Values);
