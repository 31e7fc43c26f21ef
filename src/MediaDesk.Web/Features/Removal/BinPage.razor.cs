using MediaDesk.Data;
using MediaDesk.History;
using MediaDesk.Removal;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Removal;

/// <summary>What was removed, by whom, until when it is kept, and the way back.</summary>
public sealed partial class BinPage(MediaBin bin, DeskHistory history, CurrentEditor person, DeskNews news, TimeProvider clock) : IDisposable
{
    private const int Shown = 500;

    private readonly CancellationTokenSource gone = new();
    private readonly HashSet<long> chosen = [];
    private IReadOnlyList<BinnedPhoto>? photos;
    private long? restored;
    private string? said;

    private TimeProvider Clock => clock;

    protected override void OnInitialized() => news.MediaChanged += OnNews;

    protected override Task OnInitializedAsync() => LoadAsync();

    public void Dispose()
    {
        news.MediaChanged -= OnNews;
        gone.Cancel();
        gone.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            photos = await bin.ListAsync(Shown, gone.Token);
            chosen.IntersectWith(photos.Select(photo => photo.Id));
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

    private async Task RestoreAsync(IReadOnlyCollection<long> mediaIds)
    {
        (restored, said) = (null, null);
        if (await person.RequireAsync() is not { } name)
        {
            said = "Not restored: a change needs your name.";
            return;
        }

        restored = await bin.RestoreAsync(mediaIds, name, gone.Token);
        said = restored is null ? "These photos are no longer in the bin." : $"{Counts.Of(mediaIds.Count, "photo")} restored, as {(mediaIds.Count == 1 ? "it was" : "they were")}.";
        await ReloadAsync();
    }

    private async Task UndoAsync()
    {
        if (restored is { } entry && await person.RequireAsync() is { } name)
        {
            var result = await history.UndoAsync(entry, name, gone.Token);
            (restored, said) = (null, result.Done ? "Back in the bin." : result.Reason);
            await ReloadAsync();
        }
    }

    private void Choose(long mediaId)
    {
        if (!chosen.Remove(mediaId))
        {
            chosen.Add(mediaId);
        }
    }

    private void ChooseAll(ChangeEventArgs args)
    {
        chosen.Clear();
        if (args.Value is true)
        {
            chosen.UnionWith(photos!.Select(photo => photo.Id));
        }
    }

    private string DaysLeft(BinnedPhoto photo)
    {
        var days = (int)Math.Floor((photo.KeptUntilUtc - clock.GetUtcNow().UtcDateTime).TotalDays);
        return days < 1 ? "less than a day left" : $"{Counts.Of(days, "day")} left";
    }

    private void OnNews(IReadOnlyList<long> mediaIds)
    {
        if (!gone.IsCancellationRequested)
        {
            _ = InvokeAsync(ReloadAsync);
        }
    }
}
