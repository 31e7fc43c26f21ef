using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaDesk.Places.Lookup;

namespace MediaDesk.Places;

/// <summary>
/// Places and names that come with the desk because wire captions use them and GeoNames does not have them
/// (<c>house-places.json</c>). A desk keeps them as rows, which editors change; where there is no desk they stand as they came.
/// </summary>
internal static class SeedPlaces
{
    /// <summary>See <see cref="PlacesAbove"/>.</summary>
    public const string State = "as they come";

    public static SeedList Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Places.house-places.json")
            ?? throw new InvalidOperationException("The list of house places is not built into MediaDesk.");
        return JsonSerializer.Deserialize(stream, SeedJson.Default.SeedList)!;
    }

    public static PlaceIndex Index()
    {
        var list = Read();
        var builder = new PlaceIndexBuilder("House places");
        var number = 0;
        foreach (var seed in list.Places)
        {
            builder.Add($"H{++number}", seed.Name, seed.Kind, seed.In, seed.Lat, seed.Lon, 0, seed.Names ?? []);
        }

        foreach (var seed in list.Aliases)
        {
            builder.AddNames(seed.Place, [seed.Name]);
        }

        return builder.Build();
    }
}

internal sealed record SeedList(IReadOnlyList<SeedPlace> Places, IReadOnlyList<SeedAlias> Aliases);

/// <summary>A city or site. <paramref name="In"/> is the gazetteer's id of what it lies in.</summary>
internal sealed record SeedPlace(string Name, PlaceKind Kind, string In, double Lat, double Lon, IReadOnlyList<string>? Names)
{
    public string Key => $"{In}/{Name}";
}

/// <summary>Another name of the place with the gazetteer's id <paramref name="Place"/>.</summary>
internal sealed record SeedAlias(string Name, string Place)
{
    public string Key => $"{Place}/{Name}";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SeedList))]
internal sealed partial class SeedJson : JsonSerializerContext;
