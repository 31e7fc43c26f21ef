using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Controls;

/// <summary>
/// A component's own script in the browser, attached to its element until the component goes. The script's module exports
/// <c>attach(element, component, …)</c>, which returns an object with <c>detach()</c>.
/// </summary>
internal sealed class BrowserScript : IAsyncDisposable
{
    private readonly IDisposable component;

    private BrowserScript(IJSObjectReference module, IJSObjectReference attached, IDisposable component) =>
        (Module, Attached, this.component) = (module, attached, component);

    /// <summary>What the module exports.</summary>
    public IJSObjectReference Module { get; }

    /// <summary>What <c>attach</c> returned.</summary>
    public IJSObjectReference Attached { get; }

    /// <summary>Loads a module and attaches it. Throws what the browser throws, and leaves nothing behind then.</summary>
    /// <param name="path">From the web root, such as <c>./Features/Loupe/Loupe.razor.js</c>.</param>
    public static async Task<BrowserScript> AttachAsync<T>(IJSRuntime browser, string path, ElementReference element, T component, params object?[] more)
        where T : class
    {
        var module = await browser.InvokeAsync<IJSObjectReference>("import", path);
        var self = DotNetObjectReference.Create(component);
        try
        {
            return new(module, await module.InvokeAsync<IJSObjectReference>("attach", [element, self, .. more]), self);
        }
        catch
        {
            self.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Attached.InvokeVoidAsync("detach");
            await Attached.DisposeAsync();
            await Module.DisposeAsync();
        }
        catch (Exception fault) when (fault is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and its listeners with it.
        }

        component.Dispose();
    }
}
