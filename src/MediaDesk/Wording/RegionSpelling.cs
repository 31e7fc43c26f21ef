namespace MediaDesk.Wording;

/// <summary>A state or province by its name or abbreviation: <c>Fla.</c> only with its full stop, <c>QC</c> only in capitals.</summary>
internal sealed record RegionSpelling(string Name, string CountryCode, bool NeedsStop, bool NeedsCapitals);
