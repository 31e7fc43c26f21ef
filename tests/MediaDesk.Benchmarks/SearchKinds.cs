using System.Globalization;

namespace MediaDesk.Benchmarks;

/// <summary>Searches of each kind, varied, the same in every run.</summary>
internal sealed class SearchKinds(RecordStock stock)
{
    public const int OfEachKind = 200;

    private readonly Random random = new(42);

    public IReadOnlyList<(string Kind, IReadOnlyList<string> Queries)> All() =>
    [
        Kind("words (one)", () => Word(30, 3000)),
        Kind("words (broad)", () => Word(0, 12)),
        Kind("words (two)", () => $"{Word(5, 300)} {Word(5, 1000)}"),
        Kind("phrase", () => $"\"{Word(0, 25)} {Word(0, 40)}\""),
        Kind("prefix", () => $"{Beginning(Word(100, 5000), random.Next(3, 6))}*"),
        Kind("field", () => random.Next(3) switch { 0 => $"agency:\"{RecordStock.Agency(random.Next(16))}\"", 1 => $"by:\"{RecordStock.Photographer(random.Next(3000))}\"", _ => $"headline:{Word(10, 2000)}" }),
        Kind("place tree", () => $"in:\"{(random.Next(2) == 0 ? RecordStock.Country(random.Next(24)) : RecordStock.Town(random.Next(24)))}\""),
        Kind("box of 5°", () => Box(5)),
        Kind("near", () => $"near:\"{RecordStock.Town(random.Next(24))}\"~{random.Next(5, 80)}km"),
        Kind("range of dates", () => $"{Word(10, 300)} date:{Day()}..{2019 + random.Next(5)}"),
        Kind("mix of three", () => $"{Word(10, 600)} in:\"{RecordStock.Country(random.Next(24))}\" date:{2014 + random.Next(10)} -agency:Reuters"),
        Kind("word in a box", () => $"{Word(10, 600)} {Box(5)}"),
    ];

    private static (string, IReadOnlyList<string>) Kind(string name, Func<string> query) => (name, [.. Enumerable.Range(0, OfEachKind).Select(_ => query())]);

    private string Word(int from, int to) => stock.Word(random.Next(from, to));

    internal static string Beginning(string word, int letters) => word.Length > letters ? word[..letters] : word;

    private string Day() => new DateTime(2014, 1, 1).AddDays(random.Next(1800)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Box(int degrees)
    {
        var (south, west) = (random.Next(-40, 55), random.Next(-120, 145));
        return string.Create(CultureInfo.InvariantCulture, $"box:{south},{west},{south + degrees},{west + degrees}");
    }
}
