using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MediaDesk.Benchmarks;

/// <summary>
/// Invented records as a news archive has them: a vocabulary whose words are as unevenly frequent as those of a language (Zipf), ten
/// years of dates, some thirty agencies, thousands of photographers, towns by how many photos they see. The same number gives
/// the same record.
/// </summary>
internal sealed class RecordStock
{
    private const int Vocabulary = 60_000;

    private static readonly string[] Agencies =
        ["AFP", "Reuters", "AP", "Getty Images", "EPA", "Anadolu", "Xinhua", "dpa", "PA Media", "ANSA", "EFE", "TASS", "Kyodo News", "Yonhap", "Magnum Photos", "Panos Pictures"];

    private static readonly (string City, string Region, string Country, string Code, double Lat, double Lon)[] Towns =
    [
        ("Idlib", "Idlib", "Syria", "SYR", 35.93, 36.63), ("Aleppo", "Aleppo", "Syria", "SYR", 36.2, 37.13), ("Damascus", "Damascus", "Syria", "SYR", 33.51, 36.29),
        ("Paris", "Île-de-France", "France", "FRA", 48.85, 2.35), ("Lyon", "Auvergne-Rhône-Alpes", "France", "FRA", 45.76, 4.84), ("Berlin", "Berlin", "Germany", "DEU", 52.52, 13.4),
        ("Ankara", "Ankara", "Türkiye", "TUR", 39.92, 32.85), ("Istanbul", "Istanbul", "Türkiye", "TUR", 41.01, 28.95), ("Kyiv", "Kyiv City", "Ukraine", "UKR", 50.45, 30.52),
        ("Lviv", "Lviv", "Ukraine", "UKR", 49.84, 24.03), ("London", "England", "United Kingdom", "GBR", 51.51, -0.13), ("Madrid", "Madrid", "Spain", "ESP", 40.42, -3.7),
        ("Rome", "Lazio", "Italy", "ITA", 41.89, 12.51), ("New York City", "New York", "United States", "USA", 40.71, -74.01), ("Washington", "Washington, D.C.", "United States", "USA", 38.9, -77.04),
        ("Tokyo", "Tokyo", "Japan", "JPN", 35.69, 139.69), ("Nairobi", "Nairobi Area", "Kenya", "KEN", -1.28, 36.82), ("Lagos", "Lagos", "Nigeria", "NGA", 6.45, 3.39),
        ("São Paulo", "São Paulo", "Brazil", "BRA", -23.55, -46.64), ("Buenos Aires", "Buenos Aires F.D.", "Argentina", "ARG", -34.61, -58.38), ("Sydney", "New South Wales", "Australia", "AUS", -33.87, 151.21),
        ("Delhi", "Delhi", "India", "IND", 28.65, 77.23), ("Karachi", "Sindh", "Pakistan", "PAK", 24.86, 67.01), ("Baghdad", "Baghdad", "Iraq", "IRQ", 33.34, 44.4),
    ];

    private readonly string[] words = Words();
    private readonly double[] weights = Weights();

    /// <summary>A word of the vocabulary, the most frequent first.</summary>
    public string Word(int rank) => words[rank];

    public static string Town(int number) => Towns[number % Towns.Length].City;

    public static string Country(int number) => Towns[number % Towns.Length].Country;

    public static string Agency(int number) => Agencies[number % Agencies.Length];

    public static string Photographer(int number) => $"{Name(number % 211)} {Name(1000 + number % 1733)}";

    /// <summary>The record as a line of <c>mediadesk import</c>.</summary>
    public byte[] Line(int number)
    {
        var random = new Random(number);
        var town = Towns[(int)(Math.Pow(random.NextDouble(), 2) * Towns.Length)];
        var origin = Agencies[(int)(Math.Pow(random.NextDouble(), 2.2) * Agencies.Length)];
        var photographer = Photographer((int)(Math.Pow(random.NextDouble(), 3) * 6000));
        var taken = new DateTime(2014, 1, 1).AddSeconds(random.NextDouble() * 10 * 365.25 * 86400);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"R{number:00000000}"));
            json.WriteString("filename", string.Create(CultureInfo.InvariantCulture, $"R{number:00000000}.jpg"));
            if (number % 4 == 0)
            {
                json.WriteStartObject("gps");
                json.WriteNumber("lat", Math.Round(Math.Clamp(town.Lat + (random.NextDouble() - 0.5) * 2, -89, 89), 4));
                json.WriteNumber("lon", Math.Round(town.Lon + (random.NextDouble() - 0.5) * 2, 4));
                json.WriteEndObject();
            }

            json.WriteStartObject("fields");
            json.WriteString("headline", Sentence(random, 6));
            json.WriteString("description", $"{Sentence(random, 18)} in {town.City}, {town.Country} on {taken.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}. {Sentence(random, 16)}.");
            json.WriteStartArray("creatorNames");
            json.WriteStringValue(photographer);
            json.WriteEndArray();
            json.WriteString("creditLine", number % 5 == 0 ? $"{origin} via Getty Images" : origin);
            json.WriteString("cityName", town.City);
            json.WriteString("provinceState", town.Region);
            json.WriteString("countryName", town.Country);
            json.WriteString("countryCode", town.Code);
            json.WriteString("dateCreated", taken.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
            json.WriteStartArray("keywords");
            for (var n = 0; n < 3; n++)
            {
                json.WriteStringValue(Pick(random));
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>So many records from a number on, as a file for <c>mediadesk import</c>.</summary>
    public async Task WriteAsync(string path, int first, int count)
    {
        await using var file = File.Create(path, 1 << 20);
        foreach (var line in Enumerable.Range(first, count).AsParallel().AsOrdered().Select(Line))
        {
            await file.WriteAsync(line);
        }
    }

    private string Sentence(Random random, int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => Pick(random)));

    private string Pick(Random random)
    {
        var at = Array.BinarySearch(weights, random.NextDouble() * weights[^1]);
        return words[Math.Min(at < 0 ? ~at : at, words.Length - 1)];
    }

    private static double[] Weights()
    {
        var sum = 0.0;
        return [.. Enumerable.Range(1, Vocabulary).Select(rank => sum += 1 / Math.Pow(rank + 2, 1.05))];
    }

    private static string[] Words()
    {
        var random = new Random(1);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary)
        {
            words.Add(Syllables(random, 1 + random.Next(2) + (words.Count > 300 ? 1 : 0) + (words.Count > 8000 ? random.Next(2) : 0)));
        }

        return [.. words];
    }

    private static string Name(int number)
    {
        var name = Syllables(new Random(7_000_000 + number), 2);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static string Syllables(Random random, int count)
    {
        const string starts = "bcdfghjklmnprstvwz";
        const string vowels = "aeiou";
        var text = new StringBuilder();
        for (var n = 0; n < count; n++)
        {
            text.Append(starts[random.Next(starts.Length)]).Append(vowels[random.Next(vowels.Length)]);
            if (random.Next(3) == 0)
            {
                text.Append("nrstlm"[random.Next(6)]);
            }
        }

        return text.ToString();
    }
}
