using MediaDesk.Wording;

namespace MediaDesk.Web.Features.Article;

/// <summary>The article an editor works on; it stays while other pages are visited.</summary>
public sealed class PastedArticle
{
    public string Text { get; set; } = "";

    /// <summary>As typed; empty where the article says it.</summary>
    public string Published { get; set; } = "";

    /// <summary>Null before it was read.</summary>
    public IReadOnlyList<ArticlePhoto>? Photos { get; set; }
}
