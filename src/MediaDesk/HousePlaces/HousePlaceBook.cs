using MediaDesk.Data;
using MediaDesk.Language;
using MediaDesk.Model;
using MediaDesk.Places;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.HousePlaces;

/// <summary>The places and aliases that the house keeps beside the gazetteer. What is saved is found at once, by every desk on the data folder.</summary>
public sealed class HousePlaceBook(
    IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, Gazetteer gazetteer, HousePlaceOverlay overlay, TimeProvider clock)
{
    public const string NameBox = "name", LiesInBox = "liesIn", PositionBox = "position", OtherNamesBox = "otherNames", PlaceBox = "place";

    private const int LongestName = 100;
    private const int MostNames = 50;

    /// <summary>The house's own places by name, without removed ones.</summary>
    public async Task<IReadOnlyList<HousePlaceView>> PlacesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.HousePlaces.AsNoTracking().Where(x => x.RemovedUtc == null).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(row => row.Id)
                .Select(row => new HousePlaceView(row, gazetteer.ById(HousePlaceOverlay.IdOf(row.Id)), gazetteer.ById(row.LiesIn))),
        ];
    }

    /// <summary>The house's other names for places, without removed ones.</summary>
    public async Task<IReadOnlyList<PlaceAliasView>> AliasesAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.PlaceAliases.AsNoTracking().Where(x => x.RemovedUtc == null).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(row => row.Id)
                .Select(row => new PlaceAliasView(row, gazetteer.ById(row.PlaceId))),
        ];
    }

    /// <summary>Adds or changes a place. The boxes of faults are <see cref="NameBox"/>, <see cref="LiesInBox"/>, <see cref="PositionBox"/> and <see cref="OtherNamesBox"/>.</summary>
    public async Task<PlaceSaved> SaveAsync(HousePlaceDraft draft, string editor, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string>();
        var name = Name(draft.Name, NameBox, faults);
        var others = draft.OtherNames.Where(other => !string.IsNullOrWhiteSpace(other)).Select(other => Name(other, OtherNamesBox, faults)).OfType<string>().Distinct().ToList();
        if (others.Count > MostNames)
        {
            faults[OtherNamesBox] = $"At most {MostNames} other names, please.";
        }

        var around = gazetteer.ById(draft.LiesIn ?? "");
        if (around is null || around.Kind is PlaceKind.Site || around.Id == (draft.Id is { } self ? HousePlaceOverlay.IdOf(self) : null))
        {
            faults[LiesInBox] = "Choose the city, district, region or country that it lies in.";
        }
        else if (draft.Kind is HousePlaceKind.City && around.Kind is PlaceKind.City)
        {
            faults[LiesInBox] = $"{around.Name} is a city itself. Choose its region, or make this a site.";
        }

        (double Latitude, double Longitude)? position = null;
        if (!string.IsNullOrWhiteSpace(draft.Position))
        {
            if (PositionText.TryRead(draft.Position, out var latitude, out var longitude))
            {
                position = (latitude, longitude);
            }
            else
            {
                faults[PositionBox] = $"Degrees north and east, such as {PositionText.Example}.";
            }
        }

        if (faults.Count > 0)
        {
            return PlaceSaved.Refused(faults);
        }

        var saved = await writer.WriteAsync(
            async db =>
            {
                var twins = await db.HousePlaces.Where(x => x.RemovedUtc == null && x.LiesIn == around!.Id && x.Id != (draft.Id ?? 0)).ToListAsync(cancellationToken);
                if (twins.Any(twin => TextNormaliser.Normalise(twin.Name) == TextNormaliser.Normalise(name)))
                {
                    return PlaceSaved.Refused(NameBox, $"The house has {name} in {around!.Name} already.");
                }

                var row = draft.Id is { } id
                    ? await db.HousePlaces.SingleOrDefaultAsync(x => x.Id == id && x.RemovedUtc == null, cancellationToken)
                    : db.HousePlaces.Add(new() { Name = name!, LiesIn = around!.Id, ChangedBy = editor }).Entity;
                if (row is null)
                {
                    return PlaceSaved.Refused(NameBox, "Somebody has removed this place meanwhile.");
                }

                (row.Name, row.Kind, row.LiesIn, row.OtherNames) = (name!, draft.Kind, around!.Id, others);
                (row.Latitude, row.Longitude) = (position?.Latitude, position?.Longitude);
                (row.ChangedBy, row.ChangedUtc) = (editor, clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync(cancellationToken);
                return PlaceSaved.As(row.Id);
            },
            cancellationToken);
        await overlay.ReloadAsync(cancellationToken);
        return saved;
    }

    /// <summary>Gives a place of the gazetteer another name. The boxes of faults are <see cref="NameBox"/> and <see cref="PlaceBox"/>.</summary>
    public async Task<PlaceSaved> SaveAliasAsync(string? written, string? placeId, string editor, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string>();
        var name = Name(written, NameBox, faults);
        if (gazetteer.ById(placeId ?? "") is not { } place)
        {
            faults[PlaceBox] = "Choose the place that is meant.";
            return PlaceSaved.Refused(faults);
        }

        if (name is not null && gazetteer.FindWritten(name).FirstOrDefault(other => other.Kind == place.Kind) == place)
        {
            faults[NameBox] = $"{name} is a name of {place.Name} already.";
        }

        if (faults.Count > 0)
        {
            return PlaceSaved.Refused(faults);
        }

        var id = await writer.WriteAsync(
            async db =>
            {
                var row = db.PlaceAliases.Add(new() { Name = name!, PlaceId = place.Id, ChangedBy = editor, ChangedUtc = clock.GetUtcNow().UtcDateTime }).Entity;
                await db.SaveChangesAsync(cancellationToken);
                return row.Id;
            },
            cancellationToken);
        await overlay.ReloadAsync(cancellationToken);
        return PlaceSaved.As(id);
    }

    /// <summary>Removes a place or puts it back. False when there is none (any more).</summary>
    public Task<bool> RemovePlaceAsync(long id, bool isRemoved, string editor, CancellationToken cancellationToken) =>
        ChangeAsync(
            async db =>
            {
                if (await db.HousePlaces.FindAsync([id], cancellationToken) is not { } row)
                {
                    return false;
                }

                (row.RemovedUtc, row.ChangedBy, row.ChangedUtc) = Removal(isRemoved, editor);
                return true;
            },
            cancellationToken);

    /// <summary>Removes an alias or puts it back. False when there is none.</summary>
    public Task<bool> RemoveAliasAsync(long id, bool isRemoved, string editor, CancellationToken cancellationToken) =>
        ChangeAsync(
            async db =>
            {
                if (await db.PlaceAliases.FindAsync([id], cancellationToken) is not { } row)
                {
                    return false;
                }

                (row.RemovedUtc, row.ChangedBy, row.ChangedUtc) = Removal(isRemoved, editor);
                return true;
            },
            cancellationToken);

    private async Task<bool> ChangeAsync(Func<DeskDbContext, Task<bool>> change, CancellationToken cancellationToken)
    {
        var isDone = await writer.WriteAsync(change, cancellationToken);
        await overlay.ReloadAsync(cancellationToken);
        return isDone;
    }

    private (DateTime? RemovedUtc, string By, DateTime AtUtc) Removal(bool isRemoved, string editor)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (isRemoved ? now : null, editor, now);
    }

    private static string? Name(string? written, string box, Dictionary<string, string> faults)
    {
        var name = string.Concat((written ?? "").Where(letter => !char.IsControl(letter))).Trim();
        if (name.Length is 0 or > LongestName || TextNormaliser.Normalise(name).Length == 0)
        {
            faults[box] = $"A name of letters or digits, up to {LongestName} of them, please.";
            return null;
        }

        return name;
    }
}
