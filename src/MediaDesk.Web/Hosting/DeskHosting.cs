using System.Text.Encodings.Web;
using MediaDesk.Web.Endpoints;
using MediaDesk.Web.Features.Article;
using MediaDesk.Web.Features.Captions;
using MediaDesk.Web.Features.Editor;
using MediaDesk.Web.Features.Ingest;
using MediaDesk.Web.Features.Map;
using MediaDesk.Web.Features.Problems;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Http.Features;

namespace MediaDesk.Web.Hosting;

/// <summary>What the web host is made of.</summary>
internal static class DeskHosting
{
    /// <summary>Configuration from the program's own folder, wherever it is started from; <c>--data</c> names the data folder.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Assets of a build lie in the source tree; a published desk has them in its own folder and this finds nothing to add.
        builder.WebHost.UseStaticWebAssets();
        if (builder.Configuration["data"] is { Length: > 0 } data)
        {
            builder.Configuration["Desk:DataFolder"] = Path.GetFullPath(data);
        }

        return builder;
    }

    public static void AddDeskHost(this IServiceCollection services)
    {
        services.AddMediaDesk();
        services.AddDeskKeys();
        services.AddSingleton<SampleMedia>().AddHostedService<RestingMemory>();
        services.AddSheetScreens().AddEditorScreens().AddCaptionScreens().AddUploadScreens().AddProblemScreens().AddArticleScreens().AddMapScreens();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddDeskApi();
        // Open pages and uploads end with the desk; nothing of theirs is lost, and Ctrl-C should not take half a minute.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(3));
        // A selection of thousands of photos is one form.
        services.Configure<FormOptions>(options => (options.ValueCountLimit, options.MultipartBodyLengthLimit) = (20_000, 1 << 20));
        // As the command line writes it; the answers are JSON by their content type and may not be guessed to be anything else.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    }

    public static void UseDesk(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseFaults();
        app.UseMiddleware<BrowserGuard>();
        // Behind the faults, so that a page that is not there can be answered by the page that says so.
        app.UseRouting();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapDesk();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
