using MediaDesk.Captions;
using MediaDesk.Data;
using MediaDesk.History;
using MediaDesk.Proposals;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// A screen on which fields of one photo are edited. The browser owns the text in the boxes and keeps a copy of every draft; what was
/// typed arrives here by <see cref="Typed"/> and is stored by <see cref="SaveAsync"/>, and only by that.
/// </summary>
public abstract partial class CaptionEditing : ComponentBase, IAsyncDisposable
{
    private const int HistoryShown = 50;

    private readonly CancellationTokenSource gone = new();

    /// <summary>What is clicked before the browser's script is there waits for it.</summary>
    private readonly TaskCompletionSource<CaptionBoxes> ready = new();

    private CaptionBoxes? boxes;
    private long? openId;
    private int loads;
    private bool isSaving;
    private bool isRestored;
    private bool isShowDue;
    private string? keptField;

    /// <summary>The photo; null shows that none is chosen.</summary>
    [Parameter] public long? MediaId { get; set; }

    /// <summary>Asks for the photo before (-1) or after (+1).</summary>
    [Parameter] public EventCallback<int> OnMove { get; set; }

    [Inject] private MediaDetailsReader Reader { get; set; } = null!;

    [Inject] private ProposalFollowing Proposals { get; set; } = null!;

    [Inject] private DeskHistory History { get; set; } = null!;

    [Inject] private CaptionEditor Editor { get; set; } = null!;

    [Inject] private CaptionDrafts AllDrafts { get; set; } = null!;

    [Inject] private KeptDrafts Kept { get; set; } = null!;

    [Inject] private CurrentEditor Person { get; set; } = null!;

    [Inject] private DeskNews News { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    [Inject] private ILogger<CaptionEditing> Log { get; set; } = null!;

    [Inject] protected TimeProvider Clock { get; set; } = null!;

    [Inject] protected SaveState State { get; set; } = null!;

    /// <summary>The element that holds all text boxes.</summary>
    protected ElementReference Root { get; set; }

    protected long? OpenId => openId;

    protected bool IsLoading { get; private set; }

    /// <summary>Null while no photo is open.</summary>
    private protected CaptionForm? Form { get; private set; }

    /// <summary>The newest acts on the photo.</summary>
    protected IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    /// <summary>Drafts that were thrown away last, to be brought back.</summary>
    protected Dictionary<string, FieldDraft> Discarded { get; } = [];

    /// <summary>The fields that have a text box here.</summary>
    protected abstract IEnumerable<string> FieldIds { get; }

    protected override void OnInitialized()
    {
        News.MediaChanged += OnNews;
        State.Changed += StateHasChanged;
        AllDrafts.Changed += StateHasChanged;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (MediaId != openId)
        {
            openId = MediaId;
            Discarded.Clear();
            State.Open(MediaId);
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Person.LoadAsync();
            boxes = await CaptionBoxes.AttachAsync(Browser, Root, this);
            await boxes.FlushAsync(); // the last words from the screen that was left, which no longer hears them
            await Kept.RestoreAsync();
            (isRestored, isShowDue) = (true, true);
            Form?.Refresh(Form.Photo, Lines);
            StateHasChanged();
        }

        if (isRestored && boxes is not null)
        {
            await ShowAsync(boxes);
            ready.TrySetResult(boxes);
        }
    }

    /// <summary>Puts the texts into the boxes where that has not been done since they changed.</summary>
    private async Task ShowAsync(CaptionBoxes boxes)
    {
        if (isShowDue && Form is not null)
        {
            (isShowDue, var focus) = (false, keptField);
            keptField = null;
            if (!await boxes.ShowAsync(Form, FieldIds, focus))
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
        if (!FieldText.Fits(field, text ?? ""))
        {
            return;
        }

        if (Form?.Photo.Id != mediaId)
        {
            // The photo has been left meanwhile; its last words still arrive.
            PutAside(mediaId, field, text, baseText);
        }
        else if (text is null)
        {
            Form.Forget(field);
        }
        else
        {
            Form.Type(field, text);
        }

        OnTyped(field);
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
        if (Form?.Drafts.Count is null or 0 || await SaveAsync())
        {
            keptField = field;
            await MoveAsync(direction);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        News.MediaChanged -= OnNews;
        State.Changed -= StateHasChanged;
        AllDrafts.Changed -= StateHasChanged;
        State.Open(null);
        await gone.CancelAsync();
        gone.Dispose();
        ready.TrySetCanceled();
        if (boxes is not null)
        {
            await boxes.DisposeAsync();
        }

        await DisposeAsyncCore();
    }

    /// <summary>To the photo before (-1) or after (+1).</summary>
    protected virtual Task MoveAsync(int direction) => OnMove.InvokeAsync(direction);

    /// <summary>What a screen has of its own to let go.</summary>
    protected virtual ValueTask DisposeAsyncCore() => ValueTask.CompletedTask;

    /// <summary>A box of this photo says something else because of its editor.</summary>
    protected virtual void OnTyped(string field)
    {
    }

    /// <summary>A box is going to say something else because of the desk; <see cref="OnTyped"/> follows when it does.</summary>
    protected virtual void OnPut(string field, string text)
    {
    }

    /// <summary>There are new boxes, which are to have their texts.</summary>
    protected void ShowAgain() => isShowDue = true;

    protected async Task ReloadAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private void PutAside(long mediaId, string field, string? text, string baseText)
    {
        if (text is null)
        {
            AllDrafts.Drop(mediaId, field);
        }
        else
        {
            AllDrafts.Put(mediaId, field, new(text, baseText));
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

    private async Task LoadAsync()
    {
        var load = ++loads;
        IsLoading = openId is not null;
        var (photo, itsHistory) = openId is { } id ? await ReadAsync(id) : (null, []);
        if (load != loads || gone.IsCancellationRequested)
        {
            return; // another photo was asked for meanwhile
        }

        (IsLoading, isShowDue, Lines) = (false, true, itsHistory);
        if (photo is null)
        {
            Form = null;
            return;
        }

        Form = Form?.Photo.Id == photo.Id ? Form : new(Editor, AllDrafts, photo);
        Form.Refresh(photo, Lines);
    }

    private async Task<(MediaDetails? Photo, IReadOnlyList<HistoryLine> Lines)> ReadAsync(long id)
    {
        try
        {
            await Proposals.FreshenAsync(id, gone.Token);
            return (await Reader.FindAsync(id, gone.Token), await History.OfPhotoAsync(id, HistoryShown, gone.Token));
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return (null, []);
        }
    }
}
