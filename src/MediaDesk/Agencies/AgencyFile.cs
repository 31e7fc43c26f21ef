using System.Text.Encodings.Web;
using System.Text.Json;
using MediaDesk.Credits;

namespace MediaDesk.Agencies;

/// <summary>
/// Agencies as a file: <c>{"agencies":[{"name","kind","fullName"?,"aliases":[],"patterns":[],"soldBy":[]}]}</c>. <c>kind</c> is
/// one of wire, agency, distributor, archive, publisher, publicBody, pool, handout, file and staff. Keys it does not know are faults.
/// </summary>
public sealed record AgencyFile(IReadOnlyList<AgencyRule> Agencies)
{
    public const int MostBytes = 8 << 20;

    private static readonly JsonSerializerOptions Written = new(AgencySeed.Json) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Kinds = string.Join(", ", Enum.GetNames<AgencyKind>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Written);

    /// <summary>Reads a file: either agencies, or all its faults.</summary>
    public static (AgencyFile? File, IReadOnlyList<AgencyFault> Faults) Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes)
        {
            return (null, [new("", $"A file of agencies has at most {MostBytes >> 20} MB.")]);
        }

        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 8 });
            var faults = new List<AgencyFault>();
            var rules = new List<AgencyRule>();
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("agencies", out var list) || list.ValueKind is not JsonValueKind.Array)
            {
                return (null, [new("agencies", "The file needs a list called “agencies”.")]);
            }

            foreach (var entry in list.EnumerateArray())
            {
                if (Rule(entry, $"agencies[{rules.Count}]", faults) is { } rule)
                {
                    rules.Add(rule);
                }
                else
                {
                    // Keeps its place, so that later faults name theirs.
                    rules.Add(new("", AgencyKind.Agency));
                }
            }

            return faults.Count > 0 ? (null, faults) : (new(rules), []);
        }
        catch (JsonException fault)
        {
            return (null, [new($"line {fault.LineNumber + 1}", "This is not JSON: " + fault.Message.Split(" LineNumber", 2)[0])]);
        }
    }

    private static AgencyRule? Rule(JsonElement entry, string where, List<AgencyFault> faults)
    {
        var before = faults.Count;
        if (entry.ValueKind is not JsonValueKind.Object)
        {
            faults.Add(new(where, "An agency is an object with “name” and “kind”."));
            return null;
        }

        foreach (var property in entry.EnumerateObject().Where(property => property.Name is not ("name" or "kind" or "fullName" or "aliases" or "patterns" or "soldBy")))
        {
            faults.Add(new($"{where}.{property.Name}", "An agency has no such key."));
        }

        var name = Text(entry, where, "name", faults);
        var kind = Text(entry, where, "kind", faults);
        var isKind = Enum.TryParse<AgencyKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) && !char.IsAsciiDigit(kind![0]);
        if (kind is not null && !isKind)
        {
            faults.Add(new($"{where}.kind", $"“{kind}” is no kind of agency. Kinds are {Kinds}."));
        }

        var fullName = entry.TryGetProperty("fullName", out var full) && full.ValueKind is not JsonValueKind.Null ? Text(entry, where, "fullName", faults) : null;
        var (aliases, patterns, soldBy) = (Texts(entry, where, "aliases", faults), Texts(entry, where, "patterns", faults), Texts(entry, where, "soldBy", faults));
        return faults.Count > before ? null : new(name!, parsed, aliases, fullName, soldBy, patterns);
    }

    private static string? Text(JsonElement entry, string where, string key, List<AgencyFault> faults)
    {
        if (entry.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text)
        {
            return text;
        }

        faults.Add(new($"{where}.{key}", $"“{key}” is a text and may not be empty."));
        return null;
    }

    private static List<string> Texts(JsonElement entry, string where, string key, List<AgencyFault> faults)
    {
        var texts = new List<string>();
        if (!entry.TryGetProperty(key, out var list) || list.ValueKind is JsonValueKind.Null)
        {
            return texts;
        }

        if (list.ValueKind is not JsonValueKind.Array)
        {
            faults.Add(new($"{where}.{key}", $"“{key}” is a list of texts."));
            return texts;
        }

        foreach (var (value, i) in list.EnumerateArray().Select((value, i) => (value, i)))
        {
            if (value.ValueKind is JsonValueKind.String)
            {
                texts.Add(value.GetString()!.Trim());
            }
            else
            {
                faults.Add(new($"{where}.{key}[{i}]", "This is no text."));
            }
        }

        return texts;
    }
}
