using MediaDesk.Search;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Search;

/// <summary>What the results are counted by; a click makes a value a condition of the search, and another one takes it away.</summary>
public sealed partial class FacetRail(IJSRuntime browser) : ComponentBase, IAsyncDisposable
{
    private ElementReference root;
    private BrowserScript? script;
    private bool isCounting;

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyDictionary<string, Facet> Facets { get; set; }

    /// <summary>The photos that were counted.</summary>
    [Parameter] public int Total { get; set; }

    /// <summary>The months of the search without its dates, so that the chosen span stands among the others; null where there are no dates.</summary>
    [Parameter] public Facet? Dates { get; set; }

    /// <summary>The span of the search's dates, the first instant and the first one after.</summary>
    [Parameter] public (DateTime Start, DateTime End)? Chosen { get; set; }

    /// <summary>Counts all results, however many.</summary>
    [Parameter] public EventCallback OnCountAll { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(browser, "./Features/Search/FacetRail.razor.js", root, this);
        }
    }

    private Facet? Of(string name) => Facets.GetValueOrDefault(name);

    private async Task CountAllAsync()
    {
        isCounting = true;
        try
        {
            await OnCountAll.InvokeAsync();
        }
        finally
        {
            isCounting = false;
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
