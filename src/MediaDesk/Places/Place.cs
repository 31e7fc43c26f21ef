namespace MediaDesk.Places;

/// <summary>
/// A place that the gazetteer knows. <paramref name="Id"/> stays the same from one release to the next: the ISO 3166-1 alpha-2 code of a country (<c>SY</c>),
/// the GeoNames code of a region or district (<c>SY.12</c>, <c>IT.09.MI</c>), the geonameid of a city or site (<c>169389</c>),
/// <c>H</c> and a number for a place of the house.
/// </summary>
/// <param name="District">The name of the district it lies in; null where it is none, or is one itself, or more than one.</param>
/// <param name="Region">The name of the region it lies in, or its own for a region.</param>
/// <param name="Country">The English name newsrooms use, of itself for a country.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-3, upper case.</param>
/// <param name="Latitude">Degrees, WGS 84; of regions and countries the centre of their people. Null together with <paramref name="Longitude"/>.</param>
/// <param name="Population">0 where nobody counted; of regions and countries the sum over their cities.</param>
public sealed record Place(
    string Id, string Name, PlaceKind Kind, string? District, string? Region, string? Country, string? CountryCode,
    double? Latitude, double? Longitude, long Population);
