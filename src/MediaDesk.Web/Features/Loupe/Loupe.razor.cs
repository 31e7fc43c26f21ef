using MediaDesk.Captions;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Search;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Loupe;

/// <summary>One photo large, over the sheet, with its neighbours below; the caption stays beside it.</summary>
public sealed partial class Loupe(MediaDetailsReader reader, SheetRefresh refresh, SheetSelection selection, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private MediaDetails? details;
    private bool isLoaded;
    private ElementReference stage;
    private BrowserScript? script;

    [Parameter, EditorRequired] public required long MediaId { get; set; }

    /// <summary>The photos of the page, for the filmstrip.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<SheetPhoto> Photos { get; set; }

    [Parameter, EditorRequired] public required SheetAddress Address { get; set; }

    /// <summary>Such as "5 of 1,284"; null for a photo that is not among the results.</summary>
    [Parameter] public string? Position { get; set; }

    [Parameter] public bool HasBefore { get; set; }

    [Parameter] public bool HasAfter { get; set; }

    [Parameter] public EventCallback<int> OnMove { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private SheetSelection Selection => selection;

    private string Name => details?.Fields.Text(NewsroomFields.Headline.Id) ?? details?.FileName ?? "";

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            refresh.Start(() => InvokeAsync(LoadAsync));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (details?.Id != MediaId)
        {
            await LoadAsync();
        }
    }

    [JSInvokable]
    public Task Move(int step) => OnMove.InvokeAsync(step);

    [JSInvokable]
    public Task Close() => OnClose.InvokeAsync();

    [JSInvokable]
    public Task Remove() => OnRemove.InvokeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(js, "./Features/Loupe/Loupe.razor.js", stage, this);
        }
    }

    private async Task LoadAsync()
    {
        if (leaving.IsCancellationRequested)
        {
            return;
        }

        var asked = MediaId;
        var found = await reader.FindAsync(asked, leaving.Token);
        // Another photo may have been asked for meanwhile; its own load brings it.
        if (asked == MediaId)
        {
            (details, isLoaded) = (found, true);
            StateHasChanged();
        }
    }

    public async ValueTask DisposeAsync()
    {
        refresh.Dispose();
        await leaving.CancelAsync();
        leaving.Dispose();
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }
}
