using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Web.Features.Captions;

/// <summary>What the buttons of the panel do.</summary>
public sealed partial class CaptionPanel
{
    /// <summary>Stores the drafts of this photo. False when something is still not saved.</summary>
    private async Task<bool> SaveAsync()
    {
        if (form is not { } saved || isSaving)
        {
            return false;
        }

        isSaving = true;
        try
        {
            await (boxes?.FlushAsync() ?? Task.CompletedTask);
            if (saved.Drafts.Count == 0)
            {
                return true;
            }

            if (await person.RequireAsync() is not { } name)
            {
                state.Failed("Not saved: a change needs your name.");
                return false;
            }

            state.Begin();
            var outcome = await saved.SaveAsync(name, gone.Token);
            await SettleAsync(saved, outcome, name);
            return outcome.Failure is null;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or IOException)
        {
            NotStored(fault, saved.Photo.Id);
            state.Failed("The desk could not store it. Your text is kept in this browser; try again.");
            return false;
        }
        finally
        {
            isSaving = false;
        }
    }

    private async Task SettleAsync(CaptionForm saved, SaveOutcome outcome, string name)
    {
        if (outcome.IsStored)
        {
            discarded.Clear();
            state.Stored(clock.GetUtcNow().UtcDateTime, name);
            await (boxes?.SettleAsync(saved, outcome.Sent) ?? Task.CompletedTask);
        }

        if (outcome.Failure is not null)
        {
            state.Failed(outcome.Failure);
        }

        await ReloadAsync();
    }

    private async Task KeepMineAsync(string field)
    {
        if (form!.KeepMine(field))
        {
            await SaveAsync();
        }
    }

    private async Task TakeAsync((string Field, string Text, bool IsDraft) wanted)
    {
        if (wanted.IsDraft)
        {
            await (boxes?.PutAsync(wanted.Field, wanted.Text) ?? Task.CompletedTask);
            return;
        }

        await ForgetAsync([wanted.Field]);
    }

    private Task DiscardAsync()
    {
        discarded.Clear();
        foreach (var (field, draft) in form!.Drafts)
        {
            discarded[field] = draft;
        }

        return ForgetAsync([.. discarded.Keys]);
    }

    private async Task BringBackAsync()
    {
        foreach (var (field, draft) in discarded.ToList())
        {
            await (boxes?.PutAsync(field, draft.Text) ?? Task.CompletedTask);
        }

        discarded.Clear();
    }

    private async Task ForgetAsync(IReadOnlyList<string> fields)
    {
        await (boxes?.FlushAsync() ?? Task.CompletedTask);
        foreach (var field in fields)
        {
            form!.Forget(field);
        }

        if (state.Failure is not null)
        {
            state.Failed(null);
        }

        await (boxes?.ResetAsync(form!, fields) ?? Task.CompletedTask);
    }

    [LoggerMessage(LogLevel.Error, "The caption of photo {MediaId} could not be stored")]
    private partial void NotStored(Exception fault, long mediaId);
}
