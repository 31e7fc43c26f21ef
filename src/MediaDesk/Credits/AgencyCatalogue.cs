using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>The agencies the desk knows, by every spelling; from <c>agencies.json</c>.</summary>
public sealed class AgencyCatalogue
{
    private readonly FrozenDictionary<string, Agency> bySpelling;

    public AgencyCatalogue()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Credits.agencies.json")
            ?? throw new InvalidOperationException("The list of agencies is not built into MediaDesk.");
        var entries = JsonSerializer.Deserialize<Entry[]>(stream, JsonSerializerOptions.Web)!;
        var spellings = new Dictionary<string, Agency>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var agency = new Agency(TextNormaliser.Normalise(entry.Name), entry.Name, entry.Kind);
            foreach (var spelling in entry.Aliases.Prepend(entry.Name))
            {
                if (!spellings.TryAdd(TextNormaliser.Normalise(spelling), agency) && spellings[TextNormaliser.Normalise(spelling)] != agency)
                {
                    throw new InvalidOperationException($"Two agencies of agencies.json are spelled {spelling}.");
                }
            }
        }

        bySpelling = spellings.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The agency with a name or one of its other spellings, in any case and with or without accents; else null.</summary>
    public Agency? Find(string? spelling)
    {
        var normal = TextNormaliser.Normalise(spelling);
        return bySpelling.GetValueOrDefault(normal)
            ?? (normal.StartsWith("the ", StringComparison.Ordinal) ? bySpelling.GetValueOrDefault(normal[4..]) : null);
    }

    private sealed record Entry(string Name, string Kind, string[] Aliases);
}
