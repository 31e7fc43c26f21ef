using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaDesk.Places;

/// <summary>Kinds of places as words in lower case: other programs read them.</summary>
internal sealed class PlaceKindJson() : JsonStringEnumConverter<PlaceKind>(JsonNamingPolicy.CamelCase);
