namespace MediaDesk.Search.Query;

/// <summary>
/// What <c>status:</c>, <c>is:</c>, <c>format:</c> and <c>orientation:</c> can ask for. The values of a field are one word each, and
/// of every field but <c>is:</c> a photo has at most one.
/// </summary>
internal static class QueryTrait
{
    /// <summary>Everything a page needs is there: caption, credit, byline, date and place.</summary>
    public const string Ready = "ready";

    /// <summary>One of these is missing.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>In the darkroom.</summary>
    public const string Developing = "developing";

    /// <summary>Known by its metadata alone.</summary>
    public const string NoFile = "nofile";

    public const string Edited = "edited";

    /// <summary>Its texts say something that an empty field could say.</summary>
    public const string Proposed = "proposed";

    /// <summary>Its texts contradict a field.</summary>
    public const string Disagreeing = "disagreeing";

    public const string Pool = "pool";
    public const string Handout = "handout";

    /// <summary>From the archive, as the credit says.</summary>
    public const string Archive = "file";

    public const string Landscape = "landscape";
    public const string Portrait = "portrait";
    public const string Square = "square";

    private static readonly Dictionary<QueryField, string[]> ByField = new()
    {
        [QueryField.Status] = [Ready, Incomplete, Developing, NoFile],
        [QueryField.Is] = [Edited, Proposed, Disagreeing, Pool, Handout, Archive],
        [QueryField.Format] = ["jpeg", "png", "webp", "tiff", "heic", "avif", "raw", "psd", "jxl", "jp2"],
        [QueryField.Orientation] = [Landscape, Portrait, Square],
    };

    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jpg"] = "jpeg", ["tif"] = "tiff", ["heif"] = "heic", ["psb"] = "psd", ["horizontal"] = Landscape, ["vertical"] = Portrait, ["upright"] = Portrait,
        ["archive"] = Archive, ["complete"] = Ready, ["changed"] = Edited,
    };

    /// <summary>The words a field takes.</summary>
    public static IReadOnlyList<string> Of(QueryField field) => ByField[field];

    /// <summary>The word of the field that was written, other words for it included; else null.</summary>
    public static string? Find(QueryField field, string text)
    {
        var word = Synonyms.GetValueOrDefault(text.Trim(), text.Trim());
        return ByField[field].FirstOrDefault(known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
    }
}
