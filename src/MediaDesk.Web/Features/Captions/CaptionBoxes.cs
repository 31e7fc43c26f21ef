using System.Text;
using MediaDesk.Captions;
using MediaDesk.Metadata.Iptc;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Captions;

/// <summary>The browser's side of the panel: the text boxes and the copy of every draft in the browser's storage.</summary>
internal sealed class CaptionBoxes : IAsyncDisposable
{
    /// <summary>Far above what a caption holds; what the browser's storage can keep for one site.</summary>
    private const long MaxBytes = 20 << 20;

    public const string Module = "./Features/Captions/CaptionPanel.razor.js";

    private readonly IJSObjectReference module;
    private readonly DotNetObjectReference<CaptionPanel> self;

    private CaptionBoxes(IJSObjectReference module, DotNetObjectReference<CaptionPanel> self) => (this.module, this.self) = (module, self);

    public static async Task<CaptionBoxes> AttachAsync(IJSRuntime browser, ElementReference root, CaptionPanel panel)
    {
        var module = await browser.InvokeAsync<IJSObjectReference>("import", Module);
        var self = DotNetObjectReference.Create(panel);
        await module.InvokeVoidAsync("attach", root, self);
        return new(module, self);
    }

    /// <summary>
    /// Puts a photo's texts into the boxes; boxes of the same photo that are being typed in stay as they are. False when the
    /// browser did not answer.
    /// </summary>
    /// <param name="focus">The field whose box takes the cursor; null leaves it where it is.</param>
    public async Task<bool> ShowAsync(CaptionForm form, string? focus)
    {
        try
        {
            await module.InvokeVoidAsync("show", Subject(form), Texts(form, NewsroomFields.Panel.Select(field => field.Id)), focus);
            return true;
        }
        catch (Exception fault) when (fault is OperationCanceledException or JSDisconnectedException)
        {
            return false;
        }
    }

    /// <summary>Ends the drafts whose text was stored; a box that was typed in since keeps its text.</summary>
    public Task SettleAsync(CaptionForm form, IReadOnlyDictionary<string, string> sent) =>
        module.InvokeVoidAsync("settle", Subject(form), Texts(form, sent.Keys), sent).AsTask();

    /// <summary>Ends drafts for good: the boxes say what is stored.</summary>
    public Task ResetAsync(CaptionForm form, IEnumerable<string> fields) =>
        module.InvokeVoidAsync("reset", Subject(form), Texts(form, fields)).AsTask();

    /// <summary>Puts a text into a box as if it had been typed.</summary>
    public Task PutAsync(string field, string text) => module.InvokeVoidAsync("put", field, text).AsTask();

    /// <summary>Returns once everything typed so far has arrived.</summary>
    public Task FlushAsync() => module.InvokeVoidAsync("flush").AsTask();

    public static async Task<string> ReadAsync(IJSStreamReference text, CancellationToken cancellationToken)
    {
        await using var stream = await text.OpenReadStreamAsync(MaxBytes, cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await module.InvokeVoidAsync("detach");
            await module.DisposeAsync();
        }
        catch (Exception fault) when (fault is JSDisconnectedException or OperationCanceledException)
        {
            // The browser has gone, and the boxes with it.
        }

        self.Dispose();
    }

    /// <summary>Says that a draft belongs to this photo of this desk: ids begin at 1 on every desk.</summary>
    public static string Print(MediaDetails photo) => photo.Deliveries[^1].Sha256[..16];

    private static object Subject(CaptionForm form) => new { id = form.Photo.Id, print = Print(form.Photo) };

    private static Dictionary<string, object> Texts(CaptionForm form, IEnumerable<string> fields) =>
        fields.ToDictionary(field => field, object (field) => new
        {
            stored = form.Stored(field),
            draft = form.Drafts.GetValueOrDefault(field)?.Text,
            @base = form.Drafts.GetValueOrDefault(field)?.BaseText,
        });
}
