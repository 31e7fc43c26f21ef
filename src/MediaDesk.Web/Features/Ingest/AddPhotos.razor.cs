using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Ingest;

/// <summary>The button for adding photos and folders, and the window as a place to drop them.</summary>
public sealed partial class AddPhotos
{
    private ElementReference root;
    private BrowserScript? script;

    /// <summary>The main action of its page rather than one of several in a bar.</summary>
    [Parameter] public bool Primary { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(Browser, "./Features/Ingest/AddPhotos.razor.js", root, this);
        }
    }

    /// <summary>Called by the browser a few times a second while it sends.</summary>
    [JSInvokable]
    public void Report(UploadProgress progress) => Uploads.Report(progress);

    /// <summary>A file did not reach the desk.</summary>
    [JSInvokable]
    public void Fail(UnsentFile file) => Uploads.Fail(file, key => script!.Module.InvokeVoidAsync("retry", key).AsTask());

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }
}
