using System.Text.Json.Serialization;

namespace MediaDesk.Wording;

/// <summary>A photo block of an article: its keyword line, and what its caption and credit say. Spans count in the article's text.</summary>
public sealed record ArticlePhoto : ParsedCaption
{
    public ArticlePhoto(IReadOnlyList<string> keywords, ParsedCaption photo, int start, int length)
        : base(photo) => (Keywords, Start, Length) = (keywords, start, length);

    [JsonPropertyOrder(-1)]
    public IReadOnlyList<string> Keywords { get; }

    /// <summary>Where caption and credit stand in the article, in UTF-16 units.</summary>
    [JsonIgnore]
    public int Start { get; }

    [JsonIgnore]
    public int Length { get; }
}
