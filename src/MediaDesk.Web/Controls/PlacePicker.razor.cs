using MediaDesk.Places;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Controls;

/// <summary>A box in which a place of the gazetteer is chosen by the beginning of any of its names.</summary>
public sealed partial class PlacePicker(IJSRuntime browser, Gazetteer gazetteer) : IAsyncDisposable
{
    private const int Offered = 8;

    private ElementReference root;
    private BrowserScript? script;
    private Place? place;
    private string shown = "";

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    /// <summary>Why what stands in the box cannot be taken.</summary>
    [Parameter] public string? Fault { get; set; }

    /// <summary>The chosen place's id; null while none is chosen.</summary>
    [Parameter] public string? Value { get; set; }

    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>What may be chosen; empty for everything.</summary>
    [Parameter] public IReadOnlyList<PlaceKind> Kinds { get; set; } = [];

    protected override async Task OnParametersSetAsync()
    {
        if (Value == place?.Id)
        {
            return;
        }

        place = Value is null ? null : gazetteer.ById(Value);
        shown = place is null ? "" : PlaceWords.Whole(place);
        if (script is not null)
        {
            await script.Attached.InvokeVoidAsync("show", shown);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(browser, "./Controls/PlacePicker.razor.js", root, this, "[data-place-box]", shown);
        }
    }

    /// <summary>Called by the browser while a name is being typed.</summary>
    [JSInvokable]
    public IReadOnlyList<PlaceOffer> Complete(string typed) =>
        [.. gazetteer.Complete(typed, Offered, [.. Kinds]).Select(PlaceOffer.Of)];

    /// <summary>Called by the browser when a place was chosen, or the text no longer names the one that was.</summary>
    [JSInvokable]
    public Task Choose(string? id)
    {
        place = id is null ? null : gazetteer.ById(id);
        return ValueChanged.InvokeAsync(place?.Id);
    }

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }
}
