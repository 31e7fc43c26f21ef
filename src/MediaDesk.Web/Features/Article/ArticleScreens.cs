namespace MediaDesk.Web.Features.Article;

internal static class ArticleScreens
{
    public static IServiceCollection AddArticleScreens(this IServiceCollection services) => services.AddScoped<PastedArticle>();
}
