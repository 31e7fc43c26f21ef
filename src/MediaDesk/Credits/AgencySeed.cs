using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaDesk.Credits;

/// <summary>The agencies a new desk knows: <c>agencies.json</c>.</summary>
public static class AgencySeed
{
    /// <summary>Kinds are words in JSON: <c>wire</c>, <c>publicBody</c>.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IReadOnlyList<AgencyRule> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MediaDesk.Credits.agencies.json")
            ?? throw new InvalidOperationException("The list of agencies is not built into MediaDesk.");
        return JsonSerializer.Deserialize<AgencyRule[]>(stream, Json)!;
    }
}
