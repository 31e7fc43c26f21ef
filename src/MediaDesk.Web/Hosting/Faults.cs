using MediaDesk.Web.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace MediaDesk.Web.Hosting;

/// <summary>What is answered when something goes wrong: problem+json to programs, a page to people.</summary>
internal static class Faults
{
    private static readonly PathString[] ForPrograms = ["/api", "/media", "/health", "/openapi"];

    public static void UseFaults(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = IsTheSenders, ExceptionHandler = context =>
        {
            var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            return (fault is BadHttpRequestException bad
                ? Refusal.Of(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request is larger than the desk takes." : "The request could not be read.")
                : Refusal.Of(StatusCodes.Status500InternalServerError, "Something went wrong on the desk; its log says what.")).ExecuteAsync(context);
        } });
        // The outer one: what programs are answered below has a body by then, and only pages are left to it. It must not stand in a
        // branch of its own, where the second run finds no route.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseWhen(IsForPrograms, programs => programs.UseStatusCodePages(status => Refusal.Of(
            status.HttpContext.Response.StatusCode,
            status.HttpContext.Response.StatusCode switch
            {
                StatusCodes.Status404NotFound => "The desk has nothing at this address.",
                StatusCodes.Status405MethodNotAllowed => "This address does not take this method.",
                StatusCodes.Status415UnsupportedMediaType => "This address does not take this kind of content.",
                _ => "The request could not be answered.",
            }).ExecuteAsync(status.HttpContext)));
    }

    /// <summary>A request that cannot be read is answered, and is nothing for the log.</summary>
    private static bool IsTheSenders(ExceptionHandlerSuppressDiagnosticsContext context) => context.Exception is BadHttpRequestException;

    private static bool IsForPrograms(HttpContext context) => ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path));
}
