namespace MediaDesk.Web.Features.Map;

/// <summary>Configuration <c>Map</c>: pictures of a map server under the photos. Without them the desk draws the borders it carries itself.</summary>
public sealed class MapTiles
{
    private static readonly string[] Parts = ["{z}", "{x}", "{y}"];

    /// <summary>Such as <c>https://tiles.example.org/{z}/{x}/{y}.png</c>; empty needs no network.</summary>
    public string TileUrl { get; set; } = "";

    /// <summary>Whom the map server wants to be named.</summary>
    public string TileAttribution { get; set; } = "";

    /// <summary>What a browser must be allowed to load pictures from; null when that is only the desk.</summary>
    public string? Origin => Uri.TryCreate(TileUrl.Replace("{s}.", "", StringComparison.Ordinal).Split('{')[0], UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
        ? $"{uri.Scheme}://{(TileUrl.Contains("{s}.", StringComparison.Ordinal) ? "*." : "")}{uri.Authority}"
        : null;

    internal bool IsUsable => TileUrl.Length == 0 || (Origin is not null && Parts.All(part => TileUrl.Contains(part, StringComparison.Ordinal)));
}
