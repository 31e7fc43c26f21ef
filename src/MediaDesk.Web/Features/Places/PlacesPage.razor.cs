using System.Globalization;
using MediaDesk.HousePlaces;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Web.Features.Editor;

namespace MediaDesk.Web.Features.Places;

/// <summary>The places and names of the house: find, add, change and remove them, see what the gazetteer makes of a name, and import more.</summary>
public sealed partial class PlacesPage(HousePlaceBook book, HousePlaceOverlay overlay, Gazetteer gazetteer, CurrentEditor person) : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<HousePlaceView> places = [];
    private IReadOnlyList<PlaceAliasView> aliases = [];
    private bool isRead;
    private HousePlaceDraft? edited;
    private bool isAliasOpen;
    private string? aliasFor;
    private int changes;
    private string? said;
    private Func<string, Task<bool>>? undo;

    private string? Find { get; set; }

    private Gazetteer Gazetteer => gazetteer;

    private HousePlaceOverlay Overlay => overlay;

    private IEnumerable<HousePlaceView> ShownPlaces => places.Where(view => IsFound([view.Row.Name, .. view.Row.OtherNames, view.LiesIn?.Name, view.LiesIn?.Country]));

    private IEnumerable<PlaceAliasView> ShownAliases => aliases.Where(view => IsFound([view.Row.Name, view.Place?.Name, view.Place?.Country]));

    protected override void OnInitialized() => overlay.Changed += OnChanged;

    protected override Task OnInitializedAsync() => LoadAsync();

    public void Dispose()
    {
        overlay.Changed -= OnChanged;
        gone.Cancel();
        gone.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            (places, aliases) = (await book.PlacesAsync(gone.Token), await book.AliasesAsync(gone.Token));
            isRead = true;
            changes++;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
    }

    private void EditPlace(HousePlace? row)
    {
        (isAliasOpen, said) = (false, null);
        edited = row is null
            ? new(null, "", HousePlaceKind.City, null, "", [])
            : new(row.Id, row.Name, row.Kind, row.LiesIn, row.Latitude is { } latitude ? PositionText.Of(latitude, row.Longitude!.Value) : "", row.OtherNames);
    }

    private void EditAlias(string? placeId = null) => (edited, said, isAliasOpen, aliasFor) = (null, null, true, placeId);

    private async Task<IReadOnlyDictionary<string, string>> SavePlaceAsync(HousePlaceDraft draft)
    {
        if (await person.RequireAsync() is not { } name)
        {
            return new Dictionary<string, string> { [HousePlaceBook.NameBox] = "Not saved: a change needs your name." };
        }

        var saved = await book.SaveAsync(draft, name, gone.Token);
        if (saved.Id is not null)
        {
            (edited, said, undo) = (null, $"Saved: {draft.Name}.", null);
        }

        return saved.Faults;
    }

    private async Task<IReadOnlyDictionary<string, string>> SaveAliasAsync((string? Name, string? PlaceId) alias)
    {
        if (await person.RequireAsync() is not { } name)
        {
            return new Dictionary<string, string> { [HousePlaceBook.NameBox] = "Not saved: a change needs your name." };
        }

        var saved = await book.SaveAliasAsync(alias.Name, alias.PlaceId, name, gone.Token);
        if (saved.Id is { } id)
        {
            (isAliasOpen, said) = (false, $"Saved: {alias.Name} is {gazetteer.ById(alias.PlaceId!)?.Name}.");
            undo = who => book.RemoveAliasAsync(id, isRemoved: true, who, gone.Token);
        }

        return saved.Faults;
    }

    private Task RemovePlaceAsync(HousePlace row) =>
        ActAsync(row.Name, (who, isRemoved) => book.RemovePlaceAsync(row.Id, isRemoved, who, gone.Token));

    private Task RemoveAliasAsync(PlaceAlias row) =>
        ActAsync(row.Name, (who, isRemoved) => book.RemoveAliasAsync(row.Id, isRemoved, who, gone.Token));

    private async Task ActAsync(string what, Func<string, bool, Task<bool>> remove)
    {
        (said, undo) = (null, null);
        if (await person.RequireAsync() is not { } name)
        {
            said = "Not removed: a change needs your name.";
            return;
        }

        await remove(name, true);
        (edited, said, undo) = (null, $"Removed: {what}.", who => remove(who, false));
    }

    private async Task UndoAsync()
    {
        if (undo is not null && await person.RequireAsync() is { } name)
        {
            await undo(name);
            (said, undo) = ("Taken back.", null);
        }
    }

    private bool IsFound(IEnumerable<string?> texts) =>
        string.IsNullOrWhiteSpace(Find)
        || texts.Any(text => text is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, Find.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private void OnChanged()
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
