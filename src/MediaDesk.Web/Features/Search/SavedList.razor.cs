using MediaDesk.Search;
using MediaDesk.Web.Features.Editor;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MediaDesk.Web.Features.Search;

/// <summary>The searches that the desk keeps, each with how many photos arrived in it since this editor last looked; live.</summary>
public sealed partial class SavedList(SavedSearches searches, CurrentEditor editor, SheetRefresh refresh, NavigationManager nav) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<SavedSearchLine> lines = [];
    private ElementReference box;
    private ElementReference undo;
    private ElementReference heading;
    private SavedSearchLine? dropped;
    private string name = "";
    private string? fault;
    private long? renamed;
    private bool isAsked;
    private bool isDropped;
    private bool isBack;
    private int loads;

    /// <summary>The search that is shown: what arrived in it is seen.</summary>
    [Parameter] public SearchQuery? Query { get; set; }

    protected override Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            refresh.Start(Later);
            searches.Changed += OnChanged;
            editor.Changed += OnChanged;
        }

        return LoadAsync();
    }

    protected override Task OnParametersSetAsync() => SeeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await editor.LoadAsync();
        }

        if (isAsked)
        {
            isAsked = false;
            await box.FocusAsync();
        }

        // The button that was pressed goes with its line.
        if (isDropped && dropped is not null)
        {
            isDropped = false;
            await undo.FocusAsync();
        }

        if (isBack && dropped is null && lines.Count > 0)
        {
            isBack = false;
            await heading.FocusAsync();
        }
    }

    private void OnChanged() => _ = Later();

    private Task Later() => InvokeAsync(async () =>
    {
        if (!leaving.IsCancellationRequested)
        {
            await LoadAsync();
            StateHasChanged();
        }
    });

    private async Task LoadAsync()
    {
        var turn = ++loads;
        try
        {
            var found = await searches.ListAsync(editor.Name ?? "", leaving.Token);
            // One that was asked for earlier may be answered later, with what was true then.
            if (turn == loads)
            {
                lines = found;
                await SeeAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
    }

    private async Task SeeAsync()
    {
        if (editor.Name is { } by && lines.FirstOrDefault(line => line.Arrived > 0 && IsShown(line)) is { } seen)
        {
            lines = [.. lines.Select(line => line.Id == seen.Id ? line with { Arrived = 0 } : line)];
            await searches.SeeAsync(seen.Id, by, leaving.Token);
        }
    }

    private bool IsShown(SavedSearchLine line) => Query is not null && SearchQuery.Parse(line.Query).Query?.Equals(Query) == true;

    private void Start(SavedSearchLine line) => (renamed, name, fault, dropped, isAsked) = (line.Id, line.Name, null, null, true);

    private void StopOn(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            (renamed, fault) = (null, null);
        }
    }

    private async Task RenameAsync(SavedSearchLine line)
    {
        fault = await searches.RenameAsync(line.Id, name, leaving.Token);
        renamed = fault is null ? null : renamed;
    }

    private async Task DropAsync(SavedSearchLine line)
    {
        fault = await searches.RemoveAsync(line.Id, leaving.Token) ? null : "Someone else was faster: this search is not saved any more.";
        dropped = fault is null ? line : null;
        isDropped = dropped is not null;
    }

    private async Task UndoAsync()
    {
        if (dropped is { } line)
        {
            fault = await searches.SaveAsync(line.Name, line.Query, line.SavedBy, leaving.Token);
            dropped = fault is null ? null : dropped;
            isBack = dropped is null;
        }
    }

    public void Dispose()
    {
        refresh.Dispose();
        searches.Changed -= OnChanged;
        editor.Changed -= OnChanged;
        leaving.Cancel();
        leaving.Dispose();
    }
}
