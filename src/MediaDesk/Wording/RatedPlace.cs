namespace MediaDesk.Wording;

/// <summary>A place that may be the one shown.</summary>
internal sealed record RatedPlace(ResolvedPlace Place, double Confidence, string Rule);
