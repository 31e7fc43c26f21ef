using MediaDesk.Export;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Export;

/// <summary>
/// Downloads photos as the desk is set, at once; asks first where that would break signed content credentials, and whenever the editor
/// wants to choose.
/// </summary>
public sealed partial class DownloadChoice(LeavingForecast forecast, IJSRuntime browser) : IAsyncDisposable
{
    private readonly string titleId = $"download-{Guid.NewGuid():N}";
    private ElementReference dialog;
    private BrowserScript? script;
    private Leaving? leaving;

    [Parameter, EditorRequired] public required IReadOnlyCollection<long> Ids { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter, EditorRequired] public required string Word { get; set; }

    private bool IsOne => Ids.Count == 1;

    private string One => $"/media/{Ids.First()}/download";

    private LeavingAs Preferred => leaving switch
    {
        null => LeavingAs.Auto,
        { NeedsChoice: true } => LeavingAs.Auto,
        _ => leaving.As,
    };

    private (LeavingAs Way, string Words)[] Ways =>
    [
        (LeavingAs.Auto, leaving?.WithCredentials > 0 ? "inside the file; of photos with content credentials in an XMP sidecar" : "inside the file"),
        (LeavingAs.Embedded, leaving?.WithCredentials > 0 ? "inside every file; content credentials no longer validate" : "inside the file, whatever it carries"),
        (LeavingAs.Sidecar, "in an XMP sidecar; the files leave as they came"),
        (LeavingAs.Both, leaving?.WithCredentials > 0 ? "inside and in a sidecar; content credentials no longer validate" : "inside the file and in a sidecar"),
    ];

    private static string Value(LeavingAs way) => way.ToString().ToLowerInvariant();

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }

    private async Task DownloadAsync()
    {
        leaving = await forecast.OfAsync(Ids, CancellationToken.None);
        await ShowAsync(leaving.NeedsChoice ? "ask" : "start");
    }

    private async Task AskAsync()
    {
        leaving = await forecast.OfAsync(Ids, CancellationToken.None);
        await ShowAsync("ask");
    }

    private async Task ShowAsync(string act)
    {
        StateHasChanged(); // what is known of the photos is drawn before the dialog opens
        script ??= await BrowserScript.AttachAsync(browser, "./Features/Export/DownloadChoice.razor.js", dialog, this);
        await script.Attached.InvokeVoidAsync(act, Value(Preferred));
    }
}
