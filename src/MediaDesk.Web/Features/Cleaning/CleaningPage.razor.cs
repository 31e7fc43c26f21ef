using MediaDesk.Cleaning;
using MediaDesk.CleaningOrder;
using MediaDesk.Credits;
using MediaDesk.Model;
using MediaDesk.Web.Features.Editor;

namespace MediaDesk.Web.Features.Cleaning;

/// <summary>The rules that clean what agencies send: in order, switched on and off, moved, and tried on a byline or credit.</summary>
public sealed partial class CleaningPage(
    CurrentCleaning current, CurrentAgencies agencies, CleaningEditor editor, CleaningProgress progress, CurrentEditor person, TimeProvider clock) : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<CleaningChange> changes = [];
    private string said = "";
    private bool isFault;

    private IReadOnlyList<CleaningSwitch> Switches => current.List.Switches;

    private AgencyCatalogue Agencies => agencies.Catalogue;

    private CleaningProgress Progress => progress;

    private TimeProvider Clock => clock;

    protected override void OnInitialized()
    {
        progress.Changed += OnNews;
        current.Changed += OnRules;
        agencies.Changed += OnNews;
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    public void Dispose()
    {
        progress.Changed -= OnNews;
        current.Changed -= OnRules;
        agencies.Changed -= OnNews;
        gone.Cancel();
        gone.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            changes = await editor.ChangesAsync(gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
    }

    private Task SwitchAsync(CleaningRule rule, bool isOn) =>
        SaveAsync(name => editor.SwitchAsync(rule.Id, isOn, name, gone.Token), $"“{rule.Name}” is {(isOn ? "on" : "off")}. The photos follow.");

    private Task MoveAsync(CleaningRule rule, int place) =>
        SaveAsync(name => editor.MoveAsync(rule.Id, place, name, gone.Token), $"“{rule.Name}” is rule {place + 1} of {Switches.Count}. The photos follow.");

    private async Task SaveAsync(Func<string, Task<CleaningSave>> save, string done)
    {
        if (await person.RequireAsync() is not { } name)
        {
            (said, isFault) = ("Not changed: a change needs your name.", true);
            return;
        }

        var saved = await save(name);
        (said, isFault) = saved.IsSaved ? (done, false) : (saved.Reason!, true);
        await LoadAsync();
    }

    private void OnNews()
    {
        if (!gone.IsCancellationRequested)
        {
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private void OnRules()
    {
        if (!gone.IsCancellationRequested)
        {
            _ = InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
        }
    }
}
