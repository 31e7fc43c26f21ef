using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MediaDesk.Web.Features.Editor;

/// <summary>Asks who is at this desk; shown while <see cref="CurrentEditor"/> wants to know.</summary>
public sealed partial class YourName
{
    private ElementReference box;
    private string? typed;
    private bool isRefused;
    private bool wasShown;
    private IDisposable? place;

    /// <summary>In the bar at the foot of every page: shown only where the page has no better place.</summary>
    [Parameter] public bool IsLastResort { get; set; }

    private bool IsShown => Editor.IsAsking && (!IsLastResort || !Editor.HasPlace);

    protected override void OnInitialized()
    {
        Editor.Changed += StateHasChanged;
        place = IsLastResort ? null : Editor.OfferPlace();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (IsShown && !wasShown)
        {
            (wasShown, typed, isRefused) = (true, Editor.Name, false);
            await box.FocusAsync();
        }

        wasShown = IsShown;
    }

    private async Task ConfirmAsync() => isRefused = !await Editor.ConfirmAsync(typed);

    private void OnKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            Editor.Cancel();
        }
    }

    public void Dispose()
    {
        Editor.Changed -= StateHasChanged;
        place?.Dispose();
    }
}
