using System.Globalization;
using MediaDesk.Search;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Search;

/// <summary>How many photos there are over time. A span of it becomes the date of the search: drawn with the pointer, or set by its two handles.</summary>
public sealed partial class DateHistogram(IJSRuntime browser, NavigationManager nav) : ComponentBase, IAsyncDisposable
{
    private ElementReference root;
    private BrowserScript? script;
    private DateBars bars = new([], 1);

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    /// <summary>The months without the dates of the search.</summary>
    [Parameter, EditorRequired] public required Facet Dates { get; set; }

    [Parameter] public (DateTime Start, DateTime End)? Chosen { get; set; }

    private int? From => bars.Bars.Index().Where(bar => bar.Item.IsChosen).Select(bar => (int?)bar.Index).FirstOrDefault();

    private int? To => bars.Bars.Index().Where(bar => bar.Item.IsChosen).Select(bar => (int?)bar.Index).LastOrDefault();

    private string Told
    {
        get
        {
            var unit = bars.Unit switch { 1 => "a month", 3 => "a quarter", 12 => "a year", _ => $"in {bars.Unit / 12} years" };
            var chosen = From is { } from && To is { } to ? $"; {(from == to ? bars.Bars[from].Label : $"{bars.Bars[from].Label} to {bars.Bars[to].Label}")} chosen" : "";
            return $"Photos {unit}, {bars.Bars[0].Label} to {bars.Bars[^1].Label}{chosen}";
        }
    }

    protected override void OnParametersSet() => bars = DateBars.Of(Dates.Values, Chosen);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (script is null && bars.Bars.Count > 0)
        {
            script = await BrowserScript.AttachAsync(browser, "./Features/Search/DateHistogram.razor.js", root, this);
        }
    }

    /// <summary>The editor has drawn a span, from one bar to another.</summary>
    [JSInvokable]
    public Task BrushAsync(int from, int to)
    {
        if (from < 0 || to < from || to >= bars.Bars.Count)
        {
            return Task.CompletedTask;
        }

        // The span that is chosen already, drawn once more, is taken away.
        var isSame = from == From && to == To && from == to;
        return GoAsync(isSame ? "" : bars.Range(from, to));
    }

    private async Task AllAsync()
    {
        await GoAsync("");
        if (script is not null)
        {
            // The button goes away.
            await script.Attached.InvokeVoidAsync("home");
        }
    }

    private Task GoAsync(string date)
    {
        if (Query.Instead("date", date).Query is { } next)
        {
            nav.NavigateTo(SheetAddress.At(nav).Searching(next.ToString()).Href);
        }

        return Task.CompletedTask;
    }

    private double Height(DateBar bar) => bar.Count == 0 ? 0 : Math.Max(1.5, 42.0 * bar.Count / bars.Bars.Max(one => one.Count));

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }
}
