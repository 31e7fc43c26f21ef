using MediaDesk.Search;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Search;

/// <summary>
/// The one search box, on every page. What was searched stands as conditions that are changed where they stand or taken away; what is
/// typed is added to them. A search that cannot be understood is in the address too: it shows no photos and says where it fails.
/// </summary>
public sealed partial class SearchBox(NavigationManager nav, MediaSearch search, IJSRuntime browser) : ComponentBase, IAsyncDisposable
{
    private ElementReference place;
    private BrowserScript? script;
    private SearchQuery? query = SearchQuery.All;
    private string typed = "";
    private string? shown;
    private int? editing;
    private string chipText = "";
    private SearchFault? fault;
    private string faultText = "";
    private bool isFaultClosed;
    private bool isOpened;
    private bool isMarked;
    private bool isNaming;

    private IReadOnlyList<SearchChip> Chips { get; set; } = [];

    /// <summary>What is wrong stands in the box itself, not in a condition that is being changed, nor in one that is understood but finds no such place.</summary>
    private bool IsBoxAtFault => fault is not null && query is null;

    private int Start => Math.Clamp(fault?.Position ?? 0, 0, faultText.Length);

    private int End => Math.Clamp(Start + (fault?.Length ?? 0), Start, faultText.Length);

    private string Suggested => string.Concat(faultText.AsSpan(0, Start), fault?.Suggestion, faultText.AsSpan(End));

    protected override void OnInitialized()
    {
        nav.LocationChanged += OnLocationChanged;
        Take(SheetAddress.At(nav).Query ?? "");
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(browser, "./Features/Search/SearchBox.razor.js", place, this);
            await RememberAsync();
        }

        if (isOpened && script is not null)
        {
            isOpened = false;
            await script.Attached.InvokeVoidAsync("edit");
        }

        if (isMarked && script is not null)
        {
            isMarked = false;
            await script.Attached.InvokeVoidAsync("mark", Start, End);
        }
    }

    /// <summary>Takes a condition away, for the keys of the browser.</summary>
    [JSInvokable]
    public void RemoveAt(int index)
    {
        if (index >= 0 && index < Chips.Count)
        {
            Remove(index);
            StateHasChanged();
        }
    }

    /// <summary>The editor leaves a condition as it was.</summary>
    [JSInvokable]
    public void StopEditing()
    {
        (editing, fault) = (null, query is null ? fault : null);
        StateHasChanged();
    }

    /// <summary>The editor has read what is wrong: it stays marked, and is told again when it is searched for again.</summary>
    [JSInvokable]
    public void CloseFault()
    {
        isFaultClosed = true;
        StateHasChanged();
    }

    /// <summary>Searches for this instead of all that stands in the box: a recent search, or a saved one.</summary>
    [JSInvokable]
    public Task SearchForAsync(string text)
    {
        typed = "";
        Go(text);
        StateHasChanged();
        return RememberAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(async () =>
    {
        var text = SheetAddress.At(nav).Query ?? "";
        if (text != shown)
        {
            Take(text);
            StateHasChanged();
            await RememberAsync();
        }
    });

    /// <summary>Shows a search as conditions, or as text with its fault. What was typed and not yet searched for stays.</summary>
    private void Take(string text)
    {
        var parse = SearchQuery.Parse(text);
        // The text of a search that was not understood stood in the box: it goes with that search.
        typed = parse.Query is null ? text : query is null ? "" : typed;
        (query, shown, editing, isNaming) = (parse.Query, text, null, false);
        Chips = query is null || query.IsAll ? [] : query.Chips;
        (fault, faultText, isFaultClosed) = (parse.Fault ?? search.Doubt(query!), text, false);
    }

    private async Task SearchAsync()
    {
        if (editing is { } index)
        {
            await ChangeAsync(index);
            return;
        }

        var added = typed.Trim();
        if (query is null)
        {
            Go(added);
        }
        else if (added.StartsWith("OR ", StringComparison.Ordinal) && Chips.Count > 0 && query.With(Chips.Count - 1, $"{Chips[^1].Text} {added}").Query is { } either)
        {
            typed = "";
            Go(either.ToString());
        }
        else
        {
            var (whole, _) = query.And(added);
            typed = whole is null ? typed : "";
            Go(whole?.ToString() ?? $"{query} {added}".Trim());
        }

        isMarked = IsBoxAtFault;
        await RememberAsync();
    }

    /// <summary>What a condition was changed into: it takes its place, or stays open and says what is wrong.</summary>
    private async Task ChangeAsync(int index)
    {
        if (query is null || index >= Chips.Count)
        {
            editing = null;
            return;
        }

        var parse = query.With(index, chipText);
        (fault, faultText, isFaultClosed) = (parse.Fault, chipText, false);
        if (parse.Query is { } changed)
        {
            editing = null;
            Go(changed.ToString());
            await RememberAsync();
            await HomeAsync();
        }
    }

    /// <summary>The focus has left a condition that was being changed: nothing that was typed in it is lost.</summary>
    private async Task LeaveAsync()
    {
        if (editing is { } index && index < Chips.Count)
        {
            if (chipText == Chips[index].Text)
            {
                StopEditing();
            }
            else if (query?.With(index, chipText) is { Query: { } changed })
            {
                editing = null;
                Go(changed.ToString());
                await RememberAsync();
            }
        }
    }

    private void Go(string text)
    {
        text = SearchQuery.Parse(text).Query?.ToString() ?? text;
        Take(text);
        nav.NavigateTo(SheetAddress.At(nav).Searching(text).Href);
    }

    private void Edit(int index) => (editing, chipText, fault, isOpened) = (index, Chips[index].Text, null, true);

    private void Remove(int index) => Go(query!.Without(index).ToString());

    private Task RemoveAsync(int index)
    {
        Remove(index);
        return HomeAsync();
    }

    private Task ClearAsync()
    {
        Go("");
        return HomeAsync();
    }

    private Task NamedAsync()
    {
        isNaming = false;
        return HomeAsync();
    }

    /// <summary>The control that was used goes away: the focus goes to the box.</summary>
    private async Task HomeAsync()
    {
        if (script is not null)
        {
            await script.Attached.InvokeVoidAsync("home");
        }
    }

    private async Task TakeSuggestionAsync()
    {
        if (editing is not null)
        {
            chipText = Suggested;
        }
        else if (query is null)
        {
            typed = Suggested;
        }
        else
        {
            Go(Suggested);
            await RememberAsync();
            await HomeAsync();
            return;
        }

        await SearchAsync();
        if (editing is null)
        {
            await HomeAsync();
        }
    }

    private async Task RememberAsync()
    {
        if (script is not null && query is { IsAll: false } && !string.IsNullOrWhiteSpace(shown))
        {
            await script.Attached.InvokeVoidAsync("remember", shown);
        }
    }

    public async ValueTask DisposeAsync()
    {
        nav.LocationChanged -= OnLocationChanged;
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }
}
