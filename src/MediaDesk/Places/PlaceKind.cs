using System.Text.Json.Serialization;

namespace MediaDesk.Places;

/// <summary>What a place of the gazetteer is; a greater one lies within a smaller one.</summary>
[JsonConverter(typeof(PlaceKindJson))]
public enum PlaceKind
{
    Country,
    /// <summary>First order: province, governorate, state, oblast (GeoNames admin1).</summary>
    Region,
    /// <summary>Second order: county, district (GeoNames admin2).</summary>
    District,
    /// <summary>City, town or village.</summary>
    City,
    /// <summary>A spot with a name that is no town: a border crossing, a camp, a quarter, a square. It belongs into Sublocation.</summary>
    Site,
}
