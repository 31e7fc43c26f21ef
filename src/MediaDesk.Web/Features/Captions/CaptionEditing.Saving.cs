using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Web.Features.Captions;

/// <summary>What the buttons of the screen do.</summary>
public abstract partial class CaptionEditing
{
    /// <summary>Stores the drafts of this photo. False when something is still not saved.</summary>
    protected async Task<bool> SaveAsync()
    {
        if (Form is not { } saved || isSaving)
        {
            return false;
        }

        isSaving = true;
        try
        {
            await FlushAsync();
            if (saved.Drafts.Count == 0)
            {
                return true;
            }

            if (await Person.RequireAsync() is not { } name)
            {
                State.Failed("Not saved: a change needs your name.");
                return false;
            }

            State.Begin();
            var outcome = await saved.SaveAsync(name, gone.Token);
            await SettleAsync(saved, outcome, name);
            return outcome.Failure is null;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or IOException)
        {
            NotStored(Log, fault, saved.Photo.Id);
            State.Failed("The desk could not store it. Your text is kept in this browser; try again.");
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
            Discarded.Clear();
            State.Stored(Clock.GetUtcNow().UtcDateTime, name);
            await (await ready.Task).SettleAsync(saved, outcome.Sent);
        }

        if (outcome.Failure is not null)
        {
            State.Failed(outcome.Failure);
        }

        await ReloadAsync();
    }

    protected async Task KeepMineAsync(string field)
    {
        if (Form!.KeepMine(field))
        {
            await SaveAsync();
        }
    }

    protected async Task TakeAsync((string Field, string Text, bool IsDraft) wanted)
    {
        if (wanted.IsDraft)
        {
            await PutAsync(wanted.Field, wanted.Text);
            return;
        }

        await ForgetAsync([wanted.Field]);
    }

    /// <summary>Puts a text into a box as if it had been typed.</summary>
    protected async Task PutAsync(string field, string text)
    {
        OnPut(field, text);
        var boxes = await ready.Task;
        await ShowAsync(boxes); // not into the boxes of the photo before
        await boxes.PutAsync(field, text);
    }

    protected Task DiscardAsync()
    {
        Discarded.Clear();
        foreach (var (field, draft) in Form!.Drafts)
        {
            Discarded[field] = draft;
        }

        return ForgetAsync([.. Discarded.Keys]);
    }

    protected async Task BringBackAsync()
    {
        foreach (var (field, draft) in Discarded.ToList())
        {
            await PutAsync(field, draft.Text);
        }

        Discarded.Clear();
    }

    /// <summary>Returns once everything typed so far has arrived.</summary>
    protected async Task FlushAsync() => await (await ready.Task).FlushAsync();

    private async Task ForgetAsync(IReadOnlyList<string> fields)
    {
        await FlushAsync();
        foreach (var field in fields)
        {
            Form!.Forget(field);
        }

        if (State.Failure is not null)
        {
            State.Failed(null);
        }

        await (await ready.Task).ResetAsync(Form!, fields);
    }

    [LoggerMessage(LogLevel.Error, "The caption of photo {MediaId} could not be stored")]
    private static partial void NotStored(ILogger log, Exception fault, long mediaId);
}
