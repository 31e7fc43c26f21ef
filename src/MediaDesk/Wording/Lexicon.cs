using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaDesk.Language;

namespace MediaDesk.Wording;

/// <summary>The words by which captions are understood, from <c>words.json</c>, by their normalised form.</summary>
internal sealed class Lexicon
{
    public static readonly Lexicon Words = Read();

    /// <summary>In the order of the bits. Captions in the first <see cref="Supported"/> are understood; the others are there to be told from them.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public const int Supported = 4;

    public const int English = 1, French = 2, German = 4, Spanish = 8;

    private readonly FrozenDictionary<string, WordEntry>.AlternateLookup<ReadOnlySpan<char>> words;
    private readonly FrozenDictionary<string, RegionSpelling>.AlternateLookup<ReadOnlySpan<char>> regions;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> countries;

    /// <summary>ISO 3166-1 alpha-3 of countries that are a city, or whose capital bears their name.</summary>
    public required FrozenSet<string> CityStates { get; init; }

    private Lexicon(Dictionary<string, WordEntry> words, Dictionary<string, RegionSpelling> regions, Dictionary<string, string> countries)
    {
        this.words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.regions = regions.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        this.countries = countries.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public WordEntry? Find(ReadOnlySpan<char> normalised) => words.TryGetValue(normalised, out var entry) ? entry : null;

    public bool TryRegion(ReadOnlySpan<char> normalised, [NotNullWhen(true)] out RegionSpelling? region) => regions.TryGetValue(normalised, out region);

    /// <summary>ISO 3166-1 alpha-3 for names of countries that newsrooms use and lists of countries lack.</summary>
    public string? Country(ReadOnlySpan<char> normalised) => countries.TryGetValue(normalised, out var code) ? code : null;

    private static Lexicon Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Wording.words.json")
            ?? throw new InvalidOperationException("The lists of words are not built into MediaDesk.");
        var lists = JsonSerializer.Deserialize<Lists>(stream, JsonSerializerOptions.Web)!;
        var languages = lists.Languages.Keys.ToList();
        var words = new Dictionary<string, WordEntry>(StringComparer.Ordinal);
        foreach (var (language, names) in lists.Months)
        {
            AddCalendar(words, names, WordKinds.Month, 1 << languages.IndexOf(language), first: 1);
        }

        foreach (var (language, names) in lists.Weekdays)
        {
            // The lists begin with Monday, DayOfWeek with Sunday.
            AddCalendar(words, [names[6], .. names[..6]], WordKinds.Weekday, 1 << languages.IndexOf(language), first: 0);
        }

        foreach (var (daysAgo, names) in lists.Days)
        {
            foreach (var word in Spellings(names))
            {
                Entry(words, word, WordKinds.RelativeDay).Number = daysAgo[0] - '0';
            }
        }

        foreach (var (kind, byLanguage) in lists.Kinds)
        {
            var flag = KindOf(kind);
            foreach (var word in byLanguage.Deserialize<Dictionary<string, string>>(JsonSerializerOptions.Web)!.Values.SelectMany(Spellings))
            {
                Entry(words, word, flag);
            }
        }

        foreach (var (code, names) in lists.Demonyms)
        {
            foreach (var word in Spellings(names))
            {
                Entry(words, word, WordKinds.Demonym).Country = code;
                if (word.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank)
                {
                    Entry(words, word[..blank], WordKinds.PairStart);
                }
            }
        }

        foreach (var (language, telling) in lists.Languages)
        {
            foreach (var word in Spellings(telling))
            {
                Entry(words, word, WordKinds.Telling).TellsLanguages |= 1 << languages.IndexOf(language);
            }
        }

        var countries = lists.Countries.SelectMany(country => Spellings(country.Value).Select(name => (name, country.Key)))
            .ToDictionary(pair => pair.name, pair => pair.Key, StringComparer.Ordinal);
        return new(words, Regions(lists), countries) { Languages = languages, CityStates = lists.CityStates.Split(' ').ToFrozenSet(StringComparer.Ordinal) };
    }

    private static void AddCalendar(Dictionary<string, WordEntry> words, string[] names, WordKinds kind, int language, int first)
    {
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var word in Spellings(names[i]))
            {
                var entry = Entry(words, word, kind);
                (entry.Number, entry.CalendarLanguages) = (i + first, entry.CalendarLanguages | language);
            }
        }
    }

    private static Dictionary<string, RegionSpelling> Regions(Lists lists)
    {
        var regions = new Dictionary<string, RegionSpelling>(StringComparer.Ordinal);
        foreach (var (country, names) in lists.Regions)
        {
            foreach (var (name, short_) in names)
            {
                regions.TryAdd(TextNormaliser.Normalise(name), new(name, country, NeedsStop: false, NeedsCapitals: false));
                foreach (var spelling in short_.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var isStopped = spelling.EndsWith('.');
                    regions.TryAdd(TextNormaliser.Normalise(spelling), new(name, country, isStopped, !isStopped));
                }
            }
        }

        return regions;
    }

    private static WordEntry Entry(Dictionary<string, WordEntry> words, string word, WordKinds kind)
    {
        if (!words.TryGetValue(word, out var entry))
        {
            words[word] = entry = new();
        }

        entry.Kinds |= kind;
        return entry;
    }

    private static IEnumerable<string> Spellings(string list) =>
        list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => TextNormaliser.Normalise(word.Replace('_', ' '))).Distinct();

    private static WordKinds KindOf(string list) => list switch
    {
        "article" => WordKinds.Opener,
        "notShot" => WordKinds.OtherDay,
        _ => Enum.Parse<WordKinds>(list, ignoreCase: true),
    };

    private sealed record Lists(
        Dictionary<string, string[]> Months, Dictionary<string, string[]> Weekdays, Dictionary<string, string> Days,
        Dictionary<string, Dictionary<string, string>> Regions, Dictionary<string, string> Countries, Dictionary<string, string> Demonyms,
        Dictionary<string, string> Languages, string CityStates)
    {
        /// <summary>The lists that are nothing but words of one kind.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement> Kinds { get; init; } = [];
    }
}
