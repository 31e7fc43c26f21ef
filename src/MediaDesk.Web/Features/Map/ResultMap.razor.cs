using System.Globalization;
using MediaDesk.Search;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Map;

/// <summary>The results on a map, those that lie close together as one mark. A box that is drawn, or given in numbers, becomes a condition of the search.</summary>
public sealed partial class ResultMap(IJSRuntime browser, NavigationManager nav, IOptions<MapTiles> options) : ComponentBase, IAsyncDisposable
{
    private static readonly (string Name, int Index)[] Sides = [("South", 0), ("West", 1), ("North", 2), ("East", 3)];

    private readonly MapTiles tiles = options.Value;
    private readonly string[] sides = ["", "", "", ""];
    private ElementReference root;
    private BrowserScript? script;
    private bool isByNumbers;
    private string? fault;
    private string? shownBox;

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter, EditorRequired] public required SheetAddress Address { get; set; }

    private SearchChip? Box => Query.Chips.FirstOrDefault(chip => chip is { Field: "box", IsExcluded: false });

    protected override void OnParametersSet()
    {
        if (Box?.Value != shownBox)
        {
            shownBox = Box?.Value;
            (fault, var corners) = (null, (shownBox ?? ",,,").Split(','));
            corners.CopyTo(sides, 0);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(browser, "./Features/Map/ResultMap.razor.js", root, this);
        }
    }

    /// <summary>The editor has drawn a box, in degrees; a western side east of the eastern one is over the date line.</summary>
    [JSInvokable]
    public void Drawn(double south, double west, double north, double east) =>
        Take(string.Join(',', new[] { south, west, north, east }.Select(side => side.ToString("0.####", CultureInfo.InvariantCulture))));

    /// <summary>The editor has chosen the mark of one photo.</summary>
    [JSInvokable]
    public void Open(long photo) => nav.NavigateTo((Address with { Photo = photo }).Href);

    private void Turn() => isByNumbers = !isByNumbers;

    private void TakeNumbers() => Take(string.Join(',', sides.Select(side => side.Trim().Replace('−', '-'))));

    private void Take(string box)
    {
        var parse = Query.Instead("box", $"box:{box}");
        fault = parse.Fault?.Message;
        if (parse.Query is { } next)
        {
            nav.NavigateTo(Address.Searching(next.ToString()).Href);
        }
    }

    private void RemoveBox() => nav.NavigateTo(Address.Searching(Query.Instead("box", "").Query!.ToString()).Href);

    private async Task TakeShownAsync()
    {
        if (script is not null && await script.Attached.InvokeAsync<string[]?>("shown") is { Length: 4 } shown)
        {
            shown.CopyTo(sides, 0);
            fault = null;
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
