using System.Globalization;
using MediaDesk.Data;
using MediaDesk.Search;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>
/// The page photo editors work on: filters, contact sheet or loupe, and the caption of the photo in focus. What it shows is
/// in the address; which photo is in focus and which are selected is in <see cref="SheetSelection"/>.
/// </summary>
public sealed partial class Desk(
    MediaSearch search, SheetRefresh refresh, SheetSelection selection, NavigationManager nav, TimeProvider clock, SheetUnfolding unfolding) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private CancellationTokenSource turning = new();
    private SheetAddress address = new(null);
    private SearchQuery query = SearchQuery.All;
    private string? fault;
    private SearchPage? page;
    private Facet? dates;
    private SheetNotice? notice;
    private bool isLoaded;
    private bool filtersOpen;
    private bool panelOpen;
    private int turns;
    private int grabs;
    private int choices;
    private Landing landing;

    private enum Landing { Keep, First, Last }

    [SupplyParameterFromQuery(Name = "q")] private string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? Page { get; set; }

    [SupplyParameterFromQuery(Name = "photo")] private long? Photo { get; set; }

    [SupplyParameterFromQuery(Name = "sort")] private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "view")] private string? View { get; set; }

    [SupplyParameterFromQuery(Name = "alike")] private string? Alike { get; set; }

    private SheetSelection Selection => selection;

    private IReadOnlyList<SheetPhoto> Photos => page?.Items ?? [];

    private (DateTime Start, DateTime End)? Taken => query.Taken(clock.GetLocalNow().DateTime);

    private bool IsLoupe => address.Photo is not null;

    /// <summary>No photo at all, as on the first run; a search without a hit is something else.</summary>
    private bool IsEmptyDesk => page is { Total: 0 } && query.Equals(SearchQuery.All) && !IsLoupe;

    private string Title => address.Photo is { } id && Find(id) is { } photo ? CellText.Name(photo)
        : string.IsNullOrWhiteSpace(address.Query) ? "Desk" : address.Query;

    protected override void OnInitialized()
    {
        selection.Changed += StateHasChanged;
        if (RendererInfo.IsInteractive)
        {
            refresh.Start(() => InvokeAsync(RefreshAsync));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var before = address;
        address = SheetAddress.Of(Query, After, Page, Photo, Sort, View, Alike);
        if (!isLoaded || before with { Photo = null, IsMap = false } != address with { Photo = null, IsMap = false })
        {
            isLoaded = true;
            await TurnAsync();
        }

        if (address.Photo is { } photo)
        {
            selection.Set(photo, selection.SelectedIds.Contains(photo) ? selection.SelectedIds : [photo]);
        }
        else if (before.Photo is not null)
        {
            grabs++;
        }
    }

    /// <summary>Loads the page of the address, because the editor asked for it.</summary>
    private async Task TurnAsync()
    {
        var parse = SearchQuery.Parse(address.Query);
        // What the editor does not wait for any more, the desk stops working on.
        await turning.CancelAsync();
        turning.Dispose();
        turning = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
        var mine = turning.Token;
        var wanted = parse.Query ?? SearchQuery.All;
        var found = parse.Query is null ? null : await FindAsync(wanted, SheetAddress.PageSize, mine);
        var months = parse.Query is null ? null : await DatesAsync(wanted, mine);
        mine.ThrowIfCancellationRequested();
        (query, fault, page, dates) = (wanted, parse.Fault?.Message, found, months);
        turns++;
        var (rule, last) = (landing, Photos.Count - 1);
        landing = Landing.Keep;
        if (page is not null && (rule != Landing.Keep || Find(selection.FocusedId) is null))
        {
            var photo = Photos.Count == 0 ? null : Photos[rule == Landing.Last ? last : 0];
            // The photo the arrow keys had come to is no choice that should follow the editor to another page.
            var wasCursor = selection.SelectedIds.Count == 1 && selection.FocusedId is { } id && selection.SelectedIds.Contains(id);
            selection.Set(photo?.Id, rule != Landing.Keep && photo is not null ? [photo.Id] : wasCursor ? [] : selection.SelectedIds);
        }
    }

    /// <summary>
    /// Shows what has changed meanwhile. New photos come in at the top; when they would push the photo the editor is at off
    /// the page, the page grows instead, and the next turn gives sixty again.
    /// </summary>
    private async Task RefreshAsync()
    {
        if (page is null || leaving.IsCancellationRequested)
        {
            return;
        }

        var asked = address;
        var mustStay = Find(selection.FocusedId) is not null;
        var news = await FindAsync(query, SheetAddress.PageSize, leaving.Token);
        var months = await DatesAsync(query, leaving.Token);
        if (mustStay && news.Items.All(photo => photo.Id != selection.FocusedId))
        {
            var grown = await FindAsync(query, SheetAddress.PageSize * 4, leaving.Token);
            news = grown.Items.Any(photo => photo.Id == selection.FocusedId) ? grown : news;
        }

        // The editor may have gone elsewhere while the search ran.
        if (asked with { Photo = null, IsMap = false } == address with { Photo = null, IsMap = false })
        {
            (page, dates) = (news, months);
            if (selection.FocusedId is null && Photos.Count > 0)
            {
                selection.Focus(Photos[0].Id);
            }

            StateHasChanged();
        }
    }

    private async Task<SearchPage> FindAsync(SearchQuery wanted, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await unfolding.FindAsync(wanted, address, limit, facets: true, cancellationToken);
        }
        catch (FormatException)
        {
            // An address that was cut off or made up: the search is what the editor meant, its first page where to begin.
            address = address.Searching(address.Query) with { Photo = address.Photo };
            return await unfolding.FindAsync(wanted, address, limit, facets: true, cancellationToken);
        }
    }

    /// <summary>The months of a search without its dates: the chosen span is seen among the others.</summary>
    private async Task<Facet?> DatesAsync(SearchQuery wanted, CancellationToken cancellationToken) =>
        wanted.Taken(clock.GetLocalNow().DateTime) is not null && wanted.Instead("date", "").Query is { } undated
            ? (await search.FindAsync(undated, 1, null, facets: true, cancellationToken)).Facets.GetValueOrDefault("date")
            : null;

    private async Task CountAllAsync()
    {
        var asked = page;
        var counted = await search.CountAsync(query, turning.Token);
        if (page is { } shown && shown == asked)
        {
            // All have been counted: every photo is in one status.
            var total = counted.GetValueOrDefault("status")?.Values.Sum(value => value.Count) ?? shown.Total;
            page = shown with { Facets = counted, Total = total, TotalIsExact = true };
        }
    }

    private Task OpenAsync(long mediaId)
    {
        nav.NavigateTo((address with { Photo = mediaId }).Href);
        return Task.CompletedTask;
    }

    /// <summary>Lays the photos that look like one of the page open behind it, or folds them again.</summary>
    private async Task UnfoldAsync(long mediaId)
    {
        if (address.Folding == SheetFolding.Folded && Find(mediaId) is { } photo)
        {
            unfolding.Toggle(photo.Front ?? photo.Id);
            selection.Set(photo.Front ?? photo.Id, [photo.Front ?? photo.Id]);
            await RefreshAsync();
        }
    }

    /// <summary>Selects the photos behind those that are selected, and shows them.</summary>
    private async Task IncludeAsync()
    {
        var fronts = Photos.Where(photo => photo.Alike > 1 && selection.SelectedIds.Contains(photo.Id)).Select(photo => photo.Id).ToHashSet();
        unfolding.Open(fronts);
        await RefreshAsync();
        choices++;
        selection.Set(selection.FocusedId, selection.SelectedIds.Concat(Photos.Where(photo => photo.Front is { } front && fronts.Contains(front)).Select(photo => photo.Id)));
    }

    private void CloseLoupe() => nav.NavigateTo((address with { Photo = null }).Href);

    /// <summary>To the photo before (-1) or after (+1), in the loupe or in the sheet, over the border of the page if need be.</summary>
    private async Task MoveAsync(int step)
    {
        var at = IndexOf(address.Photo ?? selection.FocusedId);
        if (at < 0 || page is null || !HasNeighbour(step))
        {
            return;
        }

        if (at + step >= 0 && at + step < Photos.Count)
        {
            var next = Photos[at + step].Id;
            selection.Set(next, [next]);
            if (IsLoupe)
            {
                nav.NavigateTo((address with { Photo = next }).Href, replace: true);
            }

            return;
        }

        var there = step > 0 ? address.NextPage(page.Next!) : address.PreviousPage(page.Previous!);
        landing = step > 0 ? Landing.First : Landing.Last;
        if (IsLoupe)
        {
            var beyond = await unfolding.FindAsync(query, there, SheetAddress.PageSize, facets: false, leaving.Token);
            there = there with { Photo = beyond.Items.Count == 0 ? null : beyond.Items[step > 0 ? 0 : ^1].Id };
        }

        nav.NavigateTo(there.Href, replace: IsLoupe);
    }

    /// <summary>Puts the selected photos, or the one in focus, into the bin.</summary>
    private async Task RemoveAsync()
    {
        long[] ids = IsLoupe ? [address.Photo!.Value]
            : selection.SelectedIds.Count > 0 ? [.. selection.SelectedIds]
            : selection.FocusedId is { } id ? [id] : [];
        if (ids.Length == 0 || notice is null || !await notice.RemoveAsync(ids))
        {
            return;
        }

        var kept = Photos.Where(photo => !ids.Contains(photo.Id)).ToList();
        var next = kept.ElementAtOrDefault(Math.Min(IndexOf(ids[0]), kept.Count - 1));
        selection.Set(next?.Id, []);
        if (IsLoupe)
        {
            nav.NavigateTo((address with { Photo = next?.Id }).Href, replace: true);
        }

        grabs++;
        await RefreshAsync();
    }

    private bool HasNeighbour(int step)
    {
        var next = IndexOf(address.Photo ?? selection.FocusedId) + step;
        return Photos.Count > 0 && (next < 0 ? page?.Previous is not null : next < Photos.Count || page?.Next is not null);
    }

    private int IndexOf(long? id) => id is null ? -1 : Photos.ToList().FindIndex(photo => photo.Id == id);

    private SheetPhoto? Find(long? id) => Photos.FirstOrDefault(photo => photo.Id == id);

    private string? PositionOf(long? id) =>
        IndexOf(id) is var index and >= 0
            ? string.Create(CultureInfo.InvariantCulture, $"{address.Skipped + index + 1:N0} of {page!.Total - (address.Folding == SheetFolding.Folded ? page.Folded ?? 0 : 0):N0}{(page.TotalIsExact ? "" : "+")}")
            : null;

    public void Dispose()
    {
        selection.Changed -= StateHasChanged;
        refresh.Dispose();
        leaving.Cancel();
        turning.Dispose();
        leaving.Dispose();
    }
}
