using System.Text.Json;
using MediaDesk.Captions;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Captions;

/// <summary>Brings back, once per circuit, the drafts that this browser kept when a page, a circuit or the desk ended.</summary>
public sealed class KeptDrafts(IJSRuntime browser, CaptionDrafts drafts, MediaDetailsReader reader)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private Task? restoring;

    /// <summary>Only while the page is interactive.</summary>
    public Task RestoreAsync() => restoring ??= ReadAsync();

    private async Task ReadAsync()
    {
        await using var module = await browser.InvokeAsync<IJSObjectReference>("import", CaptionBoxes.Module);
        var stream = await module.InvokeAsync<IJSStreamReference?>("kept");
        if (stream is null)
        {
            return;
        }

        var kept = JsonSerializer.Deserialize<List<KeptDraft>>(await CaptionBoxes.ReadAsync(stream, CancellationToken.None), Json) ?? [];
        foreach (var photo in kept.GroupBy(draft => draft.MediaId))
        {
            // Another desk may have been at this address: its drafts stay where they are.
            if (await reader.FindAsync(photo.Key, CancellationToken.None) is not { } details)
            {
                continue;
            }

            foreach (var draft in photo.Where(draft => draft.Print == CaptionBoxes.Print(details) && FieldText.Fits(draft.Field, draft.Text)))
            {
                drafts.Put(photo.Key, draft.Field, new(draft.Text, draft.Base));
            }
        }
    }

    private sealed record KeptDraft(long MediaId, string Field, string Text, string Base, string Print);
}
