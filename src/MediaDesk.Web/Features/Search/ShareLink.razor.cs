using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Search;

/// <summary>Copies the address of a search.</summary>
public sealed partial class ShareLink(IJSRuntime browser) : ComponentBase, IAsyncDisposable
{
    private ElementReference root;
    private BrowserScript? script;

    /// <summary>Relative to the desk.</summary>
    [Parameter, EditorRequired] public required string Href { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(browser, "./Features/Search/ShareLink.razor.js", root, this);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }
}
