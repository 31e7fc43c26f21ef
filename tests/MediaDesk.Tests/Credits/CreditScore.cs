using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MediaDesk.Tests.Credits;

/// <summary>The rules of the shared <c>captions/score.py</c> for credit lines.</summary>
internal sealed partial class CreditScore
{
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["agence france presse"] = "afp", ["afp photo"] = "afp", ["associated press"] = "ap", ["press association"] = "pa", ["epa efe"] = "epa",
        ["european pressphoto"] = "epa", ["getty"] = "getty images", ["zuma press"] = "zuma", ["rex usa"] = "rex", ["thomson reuters"] = "reuters",
        ["deutsche presse agentur"] = "dpa", ["picture alliance dpa"] = "dpa",
    };

    private readonly Dictionary<string, (int Right, int Empty, int Wrong)> table = [];

    public int Lines { get; private set; }

    public int LinesWithAWrongValue { get; private set; }

    public List<string> Mistakes { get; } = [];

    public double Right(string field) => table[field] is var (right, empty, wrong) ? (double)right / (right + empty + wrong) : 0;

    public double WrongLines => (double)LinesWithAWrongValue / Lines;

    public override string ToString() => string.Join('\n', table.Select(row => $"{row.Key,-10} right {row.Value.Right}, empty {row.Value.Empty}, wrong {row.Value.Wrong}"));

    public void Add(string text, JsonElement expected, IReadOnlyList<string> byline, IReadOnlyList<string> agencies, string? credit, bool pool, bool handout, bool file)
    {
        Lines++;
        var isWrong = Put("byline", Texts(expected, "byline").Select(Fold), byline.Select(Fold), text)
            | Put("agencies", Texts(expected, "agencies").Select(Agency), agencies.Select(Agency), text)
            | Put("credit", Parts(expected.GetProperty("credit").GetString()).Select(Agency), Parts(credit).Select(Agency), text)
            | Put("pool", Flag(expected.GetProperty("pool").GetBoolean()), Flag(pool), text)
            | Put("handout", Flag(expected.GetProperty("handout").GetBoolean()), Flag(handout), text)
            | Put("file", Flag(expected.GetProperty("file").GetBoolean()), Flag(file), text);
        LinesWithAWrongValue += isWrong ? 1 : 0;
    }

    private bool Put(string field, IEnumerable<string> expected, IEnumerable<string> given, string text)
    {
        var (want, got) = (expected.ToList(), given.ToList());
        var row = table.GetValueOrDefault(field);
        var isRight = want.SequenceEqual(got, StringComparer.Ordinal);
        var isWrong = !isRight && got.Count > 0;
        table[field] = isRight ? row with { Right = row.Right + 1 } : isWrong ? row with { Wrong = row.Wrong + 1 } : row with { Empty = row.Empty + 1 };
        if (!isRight)
        {
            Mistakes.Add($"{field}: expected {string.Join(" > ", want)}, got {string.Join(" > ", got)}: {text}");
        }

        return isWrong;
    }

    private static string[] Flag(bool flag) => flag ? ["true"] : [];

    private static IEnumerable<string> Texts(JsonElement expected, string name) => expected.GetProperty(name).EnumerateArray().Select(value => value.GetString()!);

    private static IEnumerable<string> Parts(string? credit) => Between().Split(credit ?? "").Where(part => part.Length > 0);

    private static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var sign in text.Normalize(NormalizationForm.FormKD))
        {
            // combining() of Python is not zero for these signs.
            if (CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                folded.Append(sign);
            }
        }

        var low = folded.ToString().ToLowerInvariant().Replace('’', '\'').Replace('ı', 'i').Replace('ł', 'l').Replace('ø', 'o').Replace('đ', 'd').Replace("ß", "ss", StringComparison.Ordinal);
        return Blanks().Replace(NoWord().Replace(low, " "), " ").Trim();
    }

    private static string Agency(string name)
    {
        var text = Article().Replace(Fold(name), "");
        while (true)
        {
            var next = Tail().Replace(Same.GetValueOrDefault(text, text), "");
            if (next == text)
            {
                return Same.GetValueOrDefault(text, text);
            }

            text = next;
        }
    }

    [GeneratedRegex(@"[^\w\s'&]")]
    private static partial Regex NoWord();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^the ")]
    private static partial Regex Article();

    [GeneratedRegex(" (agency|wire|photo|photos|photography|live news|stock photo|features|editorial|archive)$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*/\s*| via ")]
    private static partial Regex Between();
}
