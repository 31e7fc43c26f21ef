using MediaDesk.Web.Endpoints;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace MediaDesk.Web.Hosting;

/// <summary>
/// Keeps other web sites out. A page elsewhere can make an editor's browser send requests to this machine; three facts give
/// it away: a Host that is not this machine (DNS rebinding), an Origin that is not the desk's own, and no antiforgery token.
/// Programs that are no browsers send no Origin and are let in from this machine.
/// </summary>
internal sealed class BrowserGuard(RequestDelegate next, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options)
{
    /// <summary>Paths that read or change photos; pages and the live connection are the desk's own.</summary>
    private static readonly PathString[] Guarded = ["/api", "/media"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (await RefusalAsync(context) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private async Task<IResult?> RefusalAsync(HttpContext context)
    {
        var request = context.Request;
        // No address: the request did not come over a network.
        if (context.Connection.RemoteIpAddress is { } sender && !System.Net.IPAddress.IsLoopback(sender))
        {
            return Refusal.Of(StatusCodes.Status403Forbidden, "The desk answers this machine alone.");
        }

        if (!DeskAddress.IsThisMachine(request.Host))
        {
            return Refusal.BadRequest("The desk is called localhost or 127.0.0.1; this request asks for another host.");
        }

        if (request.Headers.Origin is not [{ Length: > 0 } origin])
        {
            return request.Headers.Origin.Count > 1 ? Refusal.BadRequest("A request has one origin.") : null;
        }

        if (!string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
        {
            return Refusal.Of(StatusCodes.Status403Forbidden, "The desk takes nothing from pages of other sites.");
        }

        return !Guarded.Any(path => request.Path.StartsWithSegments(path)) || await HasTokenAsync(context)
            ? null
            : Refusal.BadRequest($"A page sends its antiforgery token with every request, in the header {options.Value.HeaderName}.");
    }

    private async Task<bool> HasTokenAsync(HttpContext context)
    {
        // Without the header the token would be looked for in the form, and an upload be read to its end for that.
        var isSmallForm = context.Request.HasFormContentType
            && context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == false;
        if (!isSmallForm && !context.Request.Headers.ContainsKey(options.Value.HeaderName!))
        {
            return false;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(context);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }
}
