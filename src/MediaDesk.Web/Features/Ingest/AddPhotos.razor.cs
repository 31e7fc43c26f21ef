using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Ingest;

/// <summary>The button for adding photos and folders, and the window as a place to drop them.</summary>
public sealed partial class AddPhotos
{
    private ElementReference root;
    private IJSObjectReference? module;
    private DotNetObjectReference<AddPhotos>? self;

    /// <summary>The main action of its page rather than one of several in a bar.</summary>
    [Parameter] public bool Primary { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            module = await Browser.InvokeAsync<IJSObjectReference>("import", "./Features/Ingest/AddPhotos.razor.js");
            await module.InvokeVoidAsync("attach", root, self);
        }
    }

    /// <summary>Called by the browser a few times a second while it sends.</summary>
    [JSInvokable]
    public void Report(UploadProgress progress) => Uploads.Report(progress);

    /// <summary>A file did not reach the desk.</summary>
    [JSInvokable]
    public void Fail(UnsentFile file) => Uploads.Fail(file, key => module!.InvokeVoidAsync("retry", key).AsTask());

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
            {
                await module.InvokeVoidAsync("detach", root);
                await module.DisposeAsync();
            }
        }
        catch (Exception fault) when (fault is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and what it was sending with it.
        }

        self?.Dispose();
    }
}
