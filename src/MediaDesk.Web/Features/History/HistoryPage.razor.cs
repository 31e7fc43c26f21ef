using MediaDesk.Data;
using MediaDesk.History;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MediaDesk.Web.Features.History;

/// <summary>What happened on the desk. The address says whose acts are shown and from where on.</summary>
public sealed partial class HistoryPage(DeskHistory history, CurrentEditor person, DeskNews news, TimeProvider clock) : IDisposable
{
    private const int PageSize = 50;

    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<HistoryLine>? lines;
    private HistoryLine? chosen;
    private UndoPlan? plan;
    private ElementReference title;
    private bool isTitleDue;
    private string? said;

    /// <summary><c>me</c> narrows to this editor, <c>desk</c> to arriving photos; else everyone's acts.</summary>
    [SupplyParameterFromQuery] public string? By { get; set; }

    /// <summary>Continues a list after this entry.</summary>
    [SupplyParameterFromQuery] public long? Before { get; set; }

    private bool IsMine => By == "me";

    /// <summary>What arrived, rather than what editors did.</summary>
    private bool IsArrivals => By == "desk";

    private CurrentEditor Person => person;

    private TimeProvider Clock => clock;

    private HistoryLine? MyLast => Before is null && person.Name is { } me ? lines?.FirstOrDefault(line => line.CanUndo && line.Editor == me) : null;

    protected override void OnInitialized()
    {
        news.MediaChanged += OnNews;
        person.Changed += OnPerson;
    }

    protected override Task OnParametersSetAsync()
    {
        (chosen, said) = (null, null);
        return LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await person.LoadAsync();
        }

        if (isTitleDue && chosen is not null)
        {
            isTitleDue = false;
            await title.FocusAsync();
        }
    }

    public void Dispose()
    {
        news.MediaChanged -= OnNews;
        person.Changed -= OnPerson;
        gone.Cancel();
        gone.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            lines = IsMine && person.Name is null ? [] : await history.RecentAsync(PageSize, Before, IsMine ? person.Name : null, IsArrivals, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task ChooseAsync(HistoryLine line)
    {
        var ofPhoto = line.PhotoIds.Count > 0 ? await history.OfPhotoAsync(line.PhotoIds[0], PageSize, gone.Token) : [];
        (chosen, plan, said, isTitleDue) = (line, UndoPlan.Of(line, ofPhoto), null, true);
    }

    private async Task UndoAsync()
    {
        var line = chosen!;
        if (await person.RequireAsync() is not { } name)
        {
            return;
        }

        var result = await history.UndoAsync(line.Id, name, gone.Token);
        chosen = null;
        said = result switch
        {
            { Done: false } => $"Not undone: {result.Reason}",
            { Kept.Count: > 0 } => $"Undone. Left as it is, because it was changed again since: {string.Join(", ", result.Kept.Select(HistoryWords.Label))}.",
            _ => $"Undone: {HistoryWords.Of(line)}.",
        };
        await ReloadAsync();
    }

    private void OnKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            chosen = null;
        }
    }

    private void OnPerson() => _ = InvokeAsync(ReloadAsync);

    private void OnNews(IReadOnlyList<long> mediaIds)
    {
        if (!gone.IsCancellationRequested)
        {
            _ = InvokeAsync(ReloadAsync);
        }
    }
}
