using System.Data.Common;
using System.Text.Json;
using MediaDesk.Captions;
using MediaDesk.Data;
using MediaDesk.History;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// The caption of the focused photo. The browser owns the text in the boxes and keeps a copy of every draft; what was typed
/// arrives here by <see cref="Typed"/> and is stored by <see cref="SaveAsync"/>, and only by that.
/// </summary>
public sealed partial class CaptionPanel(
    MediaDetailsReader reader, DeskHistory history, CaptionEditor editor, CaptionDrafts drafts, KeptDrafts kept, SaveState state, CurrentEditor person,
    DeskNews news, TimeProvider clock, IJSRuntime browser, ILogger<CaptionPanel> log) : IAsyncDisposable
{
    private const int HistoryShown = 50;

    private readonly CancellationTokenSource gone = new();
    private readonly Dictionary<string, FieldDraft> discarded = [];
    private ElementReference root;
    private CaptionForm? form;
    private IReadOnlyList<HistoryLine> lines = [];
    private CaptionBoxes? boxes;
    private long? openId;
    private int loads;
    private bool isLoading;
    private bool isSaving;
    private bool isShowDue;
    private string? keptField;

    /// <summary>The focused photo; null shows that none is chosen.</summary>
    [Parameter] public long? MediaId { get; set; }

    /// <summary>How many photos are selected in the sheet; the panel edits the focused one alone.</summary>
    [Parameter] public int SelectedCount { get; set; }

    /// <summary>Where the focused photo stands, such as "1 of 37".</summary>
    [Parameter] public string? Position { get; set; }

    /// <summary>Asks for the photo before (-1) or after (+1).</summary>
    [Parameter] public EventCallback<int> OnMove { get; set; }

    /// <summary>Back to the sheet, where the panel is a page of its own.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    private SaveState State => state;

    private TimeProvider Clock => clock;

    protected override void OnInitialized()
    {
        news.MediaChanged += OnNews;
        state.Changed += StateHasChanged;
        drafts.Changed += StateHasChanged;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (MediaId != openId)
        {
            openId = MediaId;
            discarded.Clear();
            state.Open(MediaId);
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await person.LoadAsync();
            boxes = await CaptionBoxes.AttachAsync(browser, root, this);
            await kept.RestoreAsync();
            isShowDue = true;
            form?.Refresh(form.Photo, lines);
            StateHasChanged();
        }

        if (isShowDue && boxes is not null && form is not null)
        {
            (isShowDue, var focus) = (false, keptField);
            keptField = null;
            if (!await boxes.ShowAsync(form, focus))
            {
                isShowDue = true; // the browser did not answer: once more with the next rendering
            }
        }
    }

    /// <summary>The editor typed; called by the browser soon after each pause.</summary>
    /// <param name="text">Null when the box says again what is stored.</param>
    [JSInvokable]
    public void Typed(long mediaId, string field, string? text, string baseText)
    {
        if (NewsroomFields.Find(field) is null)
        {
            return;
        }

        if (form?.Photo.Id != mediaId)
        {
            // The photo has been left meanwhile; its last words still arrive.
            PutAside(mediaId, field, text, baseText);
        }
        else if (text is null)
        {
            form.Forget(field);
        }
        else
        {
            form.Type(field, text);
        }

        StateHasChanged();
    }

    /// <summary>As <see cref="Typed"/>, for a text that is too long for one message.</summary>
    [JSInvokable]
    public async Task TypedLong(long mediaId, string field, IJSStreamReference text, string baseText) =>
        Typed(mediaId, field, await CaptionBoxes.ReadAsync(text, gone.Token), baseText);

    [JSInvokable]
    public Task Save() => SaveAsync();

    /// <summary>Alt with an arrow: stores what is typed and goes on, the cursor staying in its field.</summary>
    [JSInvokable]
    public async Task SaveAndMove(int direction, string field)
    {
        if (form?.Drafts.Count is null or 0 || await SaveAsync())
        {
            keptField = field;
            await OnMove.InvokeAsync(direction);
        }
    }

    public async ValueTask DisposeAsync()
    {
        news.MediaChanged -= OnNews;
        state.Changed -= StateHasChanged;
        drafts.Changed -= StateHasChanged;
        state.Open(null);
        await gone.CancelAsync();
        gone.Dispose();
        if (boxes is not null)
        {
            await boxes.DisposeAsync();
        }
    }

    private void PutAside(long mediaId, string field, string? text, string baseText)
    {
        if (text is null)
        {
            drafts.Drop(mediaId, field);
        }
        else
        {
            drafts.Put(mediaId, field, new(text, baseText));
        }
    }

    private void OnNews(IReadOnlyList<long> mediaIds)
    {
        if (openId is { } id && mediaIds.Contains(id) && !gone.IsCancellationRequested)
        {
            // The news comes from the writer's thread and does not wait for this desk.
            _ = InvokeAsync(ReloadAsync);
        }
    }

    private async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var load = ++loads;
        isLoading = openId is not null;
        var (photo, itsHistory) = openId is { } id ? await ReadAsync(id) : (null, []);
        if (load != loads || gone.IsCancellationRequested)
        {
            return; // another photo was asked for meanwhile
        }

        (isLoading, isShowDue, lines) = (false, true, itsHistory);
        if (photo is null)
        {
            form = null;
            return;
        }

        form = form?.Photo.Id == photo.Id ? form : new(editor, drafts, photo);
        form.Refresh(photo, lines);
    }

    private async Task<(MediaDetails? Photo, IReadOnlyList<HistoryLine> Lines)> ReadAsync(long id)
    {
        try
        {
            return (await reader.FindAsync(id, gone.Token), await history.OfPhotoAsync(id, HistoryShown, gone.Token));
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return (null, []);
        }
    }
}
