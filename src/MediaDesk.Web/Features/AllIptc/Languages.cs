namespace MediaDesk.Web.Features.AllIptc;

/// <summary>Languages that news is written in, by tag.</summary>
internal static class Languages
{
    public static readonly IReadOnlyList<(string Tag, string Name)> Offered =
    [
        ("ar", "Arabic"), ("bg", "Bulgarian"), ("zh", "Chinese"), ("hr", "Croatian"), ("cs", "Czech"), ("da", "Danish"), ("nl", "Dutch"), ("en", "English"),
        ("et", "Estonian"), ("fi", "Finnish"), ("fr", "French"), ("de", "German"), ("el", "Greek"), ("he", "Hebrew"), ("hi", "Hindi"), ("hu", "Hungarian"),
        ("id", "Indonesian"), ("it", "Italian"), ("ja", "Japanese"), ("ko", "Korean"), ("lv", "Latvian"), ("lt", "Lithuanian"), ("nb", "Norwegian"),
        ("fa", "Persian"), ("pl", "Polish"), ("pt", "Portuguese"), ("ro", "Romanian"), ("ru", "Russian"), ("sr", "Serbian"), ("sk", "Slovak"),
        ("sl", "Slovenian"), ("es", "Spanish"), ("sv", "Swedish"), ("tr", "Turkish"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("vi", "Vietnamese"),
    ];

    /// <summary>"French (fr)", "English (en-gb)", or the tag alone.</summary>
    public static string Name(string tag) =>
        Offered.FirstOrDefault(one => one.Tag == tag.Split('-', '_')[0]).Name is { } name ? $"{name} ({tag})" : tag;

    /// <summary>The tag that an editor means by a tag or a name; not necessarily one that exists.</summary>
    public static string Tag(string typed)
    {
        var text = typed.Trim();
        return Offered.FirstOrDefault(one => one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Tag ?? text.ToLowerInvariant();
    }
}
