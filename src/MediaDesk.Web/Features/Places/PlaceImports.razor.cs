using System.Globalization;
using MediaDesk.HousePlaces;
using MediaDesk.Model;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Places;

/// <summary>Sends tables of GeoNames to the desk and shows what came of them. The bytes travel by HTTP (<c>PlaceImports.razor.js</c>).</summary>
public sealed partial class PlaceImports(PlaceImporter importer, HousePlaceOverlay overlay, IJSRuntime browser, TimeProvider clock) : IAsyncDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ElementReference root;
    private BrowserScript? script;
    private IReadOnlyList<PlaceImport> imports = [];
    private Sent? sending;
    private string? said;
    private bool isFault;

    private PlaceImporter Importer => importer;

    private TimeProvider Clock => clock;

    protected override void OnInitialized()
    {
        importer.Changed += OnChanged;
        overlay.Changed += OnChanged;
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(browser, "./Features/Places/PlaceImports.razor.js", root, this);
        }
    }

    /// <summary>Called by the browser while it sends; null when a file is sent.</summary>
    [JSInvokable]
    public void Sending(Sent? progress)
    {
        (sending, said) = (progress, null);
        StateHasChanged();
    }

    /// <summary>Called by the browser with the desk's answer, or with what became of the connection.</summary>
    [JSInvokable]
    public async Task Done(IReadOnlyList<ImportReport> reports, string? problem)
    {
        sending = null;
        var faults = reports.Where(report => report.Fault is not null).Select(report => $"{report.File}: {report.Fault}").ToList();
        isFault = problem is not null || faults.Count > 0;
        said = problem ?? (faults.Count > 0 ? string.Join(" ", faults) : $"{Number(reports.Sum(report => report.Taken))} places and names taken.");
        await LoadAsync();
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        importer.Changed -= OnChanged;
        overlay.Changed -= OnChanged;
        await gone.CancelAsync();
        gone.Dispose();
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            imports = await importer.ListAsync(gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
    }

    private async Task RemoveAllAsync()
    {
        await importer.RemoveAllAsync(gone.Token);
        (said, isFault) = ("The imported places are removed. Import the tables again to have them back.", false);
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private void OnChanged()
    {
        if (!gone.IsCancellationRequested)
        {
            _ = InvokeAsync(async () =>
            {
                if (importer.Current is null)
                {
                    await LoadAsync();
                }

                StateHasChanged();
            });
        }
    }

    /// <summary>How far a file is on its way to the desk.</summary>
    public sealed record Sent(string Name, int Percent);
}
