namespace MediaDesk.Wording;

/// <param name="CountryCode">ISO 3166-1 alpha-3.</param>
public sealed record ParsedPlace(string? Sublocation, string? City, string? Region, string? Country, string? CountryCode)
{
    public static readonly ParsedPlace Unknown = new(null, null, null, null, null);
}
