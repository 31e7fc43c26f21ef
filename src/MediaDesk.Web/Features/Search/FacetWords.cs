namespace MediaDesk.Web.Features.Search;

/// <summary>What a newsroom calls the words that the search language has for states, kinds, formats and facts.</summary>
internal static class FacetWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["ready"] = "Ready", ["incomplete"] = "Missing a field", ["developing"] = "Developing", ["nofile"] = "No file",
        ["edited"] = "Edited", ["proposed"] = "With proposals", ["disagreeing"] = "Text disagrees", ["pool"] = "Pool", ["handout"] = "Handout", ["file"] = "File, from the archive",
        ["jpeg"] = "JPEG", ["png"] = "PNG", ["webp"] = "WebP", ["tiff"] = "TIFF", ["heic"] = "HEIC", ["avif"] = "AVIF", ["raw"] = "Raw",
        ["psd"] = "Photoshop", ["jxl"] = "JPEG XL", ["jp2"] = "JPEG 2000",
        ["landscape"] = "Landscape", ["portrait"] = "Portrait", ["square"] = "Square",
    };

    public static string Of(string value) => Words.GetValueOrDefault(value, value);

    /// <summary>What a photo has or lacks.</summary>
    public static string Fact(string fact) => fact switch
    {
        "gps" => "Position (GPS)",
        "file" => "Photo file",
        "credit" => "Credit line",
        "copyright" => "Copyright notice",
        _ => char.ToUpperInvariant(fact[0]) + fact[1..],
    };
}
