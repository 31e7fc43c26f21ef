using MediaDesk.Web.Features.Map;
using Microsoft.Extensions.Options;

namespace MediaDesk.Web.Hosting;

/// <summary>What a browser may do with an answer of the desk.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Everything from the desk itself, but for pictures of a map server that is configured; no script in the page. Style attributes are allowed: the shape of a photo is set by
    /// one. The live connection is a WebSocket to the same host, which 'self' covers.
    /// </summary>
    private static string Policy(string? tiles) =>
        $"default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:{(tiles is null ? "" : " " + tiles)}; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var policy = Policy(app.ApplicationServices.GetRequiredService<IOptions<MapTiles>>().Value.Origin);
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return next(context);
        });
    }
}
