using MediaDesk.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>
/// The grid of photos, after the W3C APG grid pattern. Every key and click is answered in the browser; the desk hears where
/// the editor has come to rest.
/// </summary>
public sealed partial class ContactSheet(IJSRuntime js, SheetSelection selection, TimeProvider clock) : ComponentBase, IAsyncDisposable
{
    private readonly int thisYear = clock.GetLocalNow().Year;
    private ElementReference grid;
    private IJSObjectReference? module;
    private IJSObjectReference? keys;
    private DotNetObjectReference<ContactSheet>? self;

    [Parameter, EditorRequired] public required IReadOnlyList<SheetPhoto> Photos { get; set; }

    /// <summary>Changes when other photos are shown because the editor asked for them, not because news came in.</summary>
    [Parameter] public int PageNumber { get; set; }

    /// <summary>Changes when the focus is to return to the cell, as after the loupe.</summary>
    [Parameter] public int Grab { get; set; }

    [Parameter] public EventCallback<long> OnOpen { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private SheetSelection Selection => selection;

    /// <summary>The editor has come to rest on a photo, with these selected.</summary>
    [JSInvokable]
    public void Settled(long? focusedId, long[] selectedIds) => selection.Set(focusedId, selectedIds);

    [JSInvokable]
    public Task Open(long mediaId) => OnOpen.InvokeAsync(mediaId);

    [JSInvokable]
    public Task Remove() => OnRemove.InvokeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        self = DotNetObjectReference.Create(this);
        module = await js.InvokeAsync<IJSObjectReference>("import", "./Features/Sheet/ContactSheet.razor.js");
        keys = await module.InvokeAsync<IJSObjectReference>("attach", grid, self, selection.SelectedIds);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (keys is not null)
            {
                await keys.InvokeVoidAsync("detach");
                await keys.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its listeners with it.
        }

        self?.Dispose();
    }
}
