using System.Text.Json.Serialization;

namespace MediaDesk.Search.Marks;

/// <summary>A piece of a photo's text that a search has found.</summary>
/// <param name="Field">IPTC property id.</param>
/// <param name="Item">Which of several values, from 0.</param>
/// <param name="Start">In UTF-16 units, as <paramref name="Length"/>.</param>
public sealed record FoundMark(
    string Field, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Item, int Start, int Length);
