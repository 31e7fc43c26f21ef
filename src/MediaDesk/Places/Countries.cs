using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using MediaDesk.Language;

namespace MediaDesk.Places;

/// <summary>
/// The countries of ISO 3166-1 with their codes and their names in English, French, German, Spanish, Arabic, Russian,
/// Ukrainian and Turkish; <c>NOTICE.md</c> says where they come from.
/// </summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, Country> ByAlpha3 =
        Read().ToFrozenDictionary(country => country.Alpha3, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Country> BySpelling = Spellings();

    /// <summary>The ISO 3166-1 alpha-3 code for a code of two or three letters or a name in any of the languages.</summary>
    public static bool TryCode(string? text, [NotNullWhen(true)] out string? alpha3)
    {
        alpha3 = BySpelling.GetValueOrDefault(TextNormaliser.Normalise(text))?.Alpha3;
        return alpha3 is not null;
    }

    /// <summary>The ISO 3166-1 alpha-2 code for a code of two or three letters or a name in any of the languages.</summary>
    public static bool TryAlpha2(string? text, [NotNullWhen(true)] out string? alpha2)
    {
        alpha2 = BySpelling.GetValueOrDefault(TextNormaliser.Normalise(text))?.Alpha2;
        return alpha2 is not null;
    }

    /// <summary>The English name newsrooms use, or null for what is no alpha-3 code.</summary>
    public static string? Name(string alpha3) => ByAlpha3.GetValueOrDefault(alpha3)?.Name;

    private static FrozenDictionary<string, Country> Spellings()
    {
        var spellings = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var country in ByAlpha3.Values)
        {
            // Codes go first: a name never takes another country's code.
            spellings[TextNormaliser.Normalise(country.Alpha2)] = country;
            spellings[TextNormaliser.Normalise(country.Alpha3)] = country;
        }

        foreach (var country in ByAlpha3.Values)
        {
            foreach (var name in country.Names.Prepend(country.Name))
            {
                spellings.TryAdd(TextNormaliser.Normalise(name), country);
            }
        }

        return spellings.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Country[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Places.countries.json")
            ?? throw new InvalidOperationException("The list of countries is not built into MediaDesk.");
        return JsonSerializer.Deserialize<Country[]>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Country(string Alpha2, string Alpha3, string Name, string[] Names);
}
