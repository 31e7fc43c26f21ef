using MediaDesk.Search;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>
/// The grid of photos, after the W3C APG grid pattern. Every key and click is answered in the browser; the desk hears where
/// the editor has come to rest.
/// </summary>
public sealed partial class ContactSheet(IJSRuntime js, SheetSelection selection, SheetUnfolding unfolding, TimeProvider clock) : ComponentBase, IAsyncDisposable
{
    private readonly int thisYear = clock.GetLocalNow().Year;
    private ElementReference grid;
    private BrowserScript? script;

    [Parameter, EditorRequired] public required IReadOnlyList<SheetPhoto> Photos { get; set; }

    /// <summary>Changes when other photos are shown because the editor asked for them, not because news came in.</summary>
    [Parameter] public int PageNumber { get; set; }

    /// <summary>Changes when the focus is to return to the cell, as after the loupe.</summary>
    [Parameter] public int Grab { get; set; }

    /// <summary>Changes when the desk has chosen what is selected, and not the editor in the sheet.</summary>
    [Parameter] public int Choice { get; set; }

    [Parameter] public SheetFolding Folding { get; set; }

    [Parameter] public EventCallback<long> OnOpen { get; set; }

    /// <summary>The photos that look like this one are to be laid open, or folded again.</summary>
    [Parameter] public EventCallback<long> OnUnfold { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private SheetSelection Selection => selection;

    /// <summary>The editor has come to rest on a photo, with these selected.</summary>
    [JSInvokable]
    public void Settled(long? focusedId, long[] selectedIds) => selection.Set(focusedId, selectedIds);

    [JSInvokable]
    public Task Open(long mediaId) => OnOpen.InvokeAsync(mediaId);

    [JSInvokable]
    public Task Unfold(long mediaId) => OnUnfold.InvokeAsync(mediaId);

    [JSInvokable]
    public Task Remove() => OnRemove.InvokeAsync();

    /// <summary>Null where there is nothing to unfold.</summary>
    private bool? IsUnfolded(SheetPhoto photo) =>
        Folding == SheetFolding.Folded && photo is { Alike: > 1, Front: null } ? unfolding.IsOpen(photo.Id) : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(js, "./Features/Sheet/ContactSheet.razor.js", grid, this, selection.SelectedIds);
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
