using System.Text;
using MediaDesk.Captions;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Captions;

/// <summary>The browser's side of the panel: the text boxes and the copy of every draft in the browser's storage.</summary>
internal sealed class CaptionBoxes : IAsyncDisposable
{
    /// <summary>Far above what a caption holds; what the browser's storage can keep for one site.</summary>
    private const long MaxBytes = 20 << 20;

    public const string Module = "./Features/Captions/CaptionPanel.razor.js";

    private readonly BrowserScript script;
    private readonly IJSObjectReference module;

    private CaptionBoxes(BrowserScript script) => (this.script, module) = (script, script.Module);

    public static async Task<CaptionBoxes> AttachAsync(IJSRuntime browser, ElementReference root, CaptionEditing screen) =>
        new(await BrowserScript.AttachAsync(browser, Module, root, screen));

    /// <summary>
    /// Puts a photo's texts into the boxes; boxes of the same photo that are being typed in stay as they are. False when the
    /// browser did not answer.
    /// </summary>
    /// <param name="fields">The fields that have a box.</param>
    /// <param name="focus">The field whose box takes the cursor; null leaves it where it is.</param>
    public async Task<bool> ShowAsync(CaptionForm form, IEnumerable<string> fields, string? focus)
    {
        try
        {
            await module.InvokeVoidAsync("show", Subject(form), Texts(form, fields), focus);
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

    public ValueTask DisposeAsync() => script.DisposeAsync();

    /// <summary>Says that a draft belongs to this photo of this desk: ids begin at 1 on every desk. A record without a file has no print.</summary>
    public static string Print(MediaDetails photo) => photo.Deliveries is [.., var last] ? last.Sha256[..16] : "record";

    private static object Subject(CaptionForm form) => new { id = form.Photo.Id, print = Print(form.Photo) };

    private static Dictionary<string, object> Texts(CaptionForm form, IEnumerable<string> fields) =>
        fields.ToDictionary(field => field, object (field) => new
        {
            stored = form.Stored(field),
            draft = form.Drafts.GetValueOrDefault(field)?.Text,
            @base = form.Drafts.GetValueOrDefault(field)?.BaseText,
        });
}
