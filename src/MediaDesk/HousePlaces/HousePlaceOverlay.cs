using System.Threading.Channels;
using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Places.Lookup;
using MediaDesk.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaDesk.HousePlaces;

/// <summary>
/// Lays the house's places, aliases and imports over the gazetteer, at the start and whenever they change: here, or in another
/// process on the same data folder.
/// </summary>
public sealed partial class HousePlaceOverlay(
    IDbContextFactory<DeskDbContext> contexts, IServiceProvider services, Gazetteer gazetteer, DeskFolder folder, DeskNews news,
    ILogger<HousePlaceOverlay> log) : BackgroundService
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private PlacesAbove? shown;
    private (string? File, PlaceIndex? Index) imported;
    private bool isSeeded;

    /// <summary>Raised after the gazetteer has been told of a change. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    /// <summary>Why the imported places cannot be used, as a sentence; null when they can, or there are none.</summary>
    public string? Problem { get; private set; }

    /// <summary>The imported places that the gazetteer has; null when there are none.</summary>
    internal PlaceIndex? Imported => imported.Index;

    /// <summary>The gazetteer's id of a house place.</summary>
    public static string IdOf(long rowId) => FormattableString.Invariant($"H{rowId}");

    /// <summary>Brings the gazetteer up to what the rows say.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await FollowAsync(db, cancellationToken);
    }

    /// <summary>
    /// The same before a write that follows one of another process: photos are indexed by the places that hold. Nothing to do while
    /// nobody has asked the gazetteer yet.
    /// </summary>
    internal Task KeepAsync(DeskDbContext db) => gazetteer.IsReady ? FollowAsync(db, CancellationToken.None) : Task.CompletedTask;

    /// <summary>What the house lays over the gazetteer, for its first question; null where there is no desk (yet).</summary>
    internal PlacesAbove? Read()
    {
        if (!File.Exists(folder.Database))
        {
            return null;
        }

        turn.Wait();
        try
        {
            using var db = contexts.CreateDbContext();
            return db.Database.GetPendingMigrations().Any() ? null : Look(db);
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the desk: the gazetteer is read here, too.
        await Task.Yield();
        news.MediaChanged += OnNews;
        try
        {
            bell.Writer.TryWrite(true);
            await foreach (var _ in bell.Reader.ReadAllAsync(stoppingToken))
            {
                await StepAsync(stoppingToken);
            }
        }
        finally
        {
            news.MediaChanged -= OnNews;
        }
    }

    private async Task FollowAsync(DeskDbContext db, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var above = Look(db);
            if (gazetteer.IsReady && ReferenceEquals(gazetteer.Above, above))
            {
                return;
            }

            gazetteer.Put(above);
        }
        finally
        {
            turn.Release();
        }

        Changed?.Invoke();
    }

    /// <summary>What the rows say; the same object as before where they say the same.</summary>
    private PlacesAbove Look(DeskDbContext db)
    {
        var places = db.HousePlaces.AsNoTracking().Where(x => x.RemovedUtc == null).OrderBy(x => x.Id).ToList();
        var aliases = db.PlaceAliases.AsNoTracking().Where(x => x.RemovedUtc == null).OrderBy(x => x.Id).ToList();
        var hasSeeds = db.HousePlaces.Any(x => x.SeedKey != null);
        Open(db.CurrentImport());
        var state = $"{imported.File}{(imported.Index is null ? " unusable" : "")}|{(hasSeeds ? "" : SeedPlaces.State)}|{string.Join(',', places.Select(row => (row.Id, row.ChangedUtc.Ticks)))}|{string.Join(',', aliases.Select(row => row.Id))}";
        if (state != shown?.State)
        {
            shown = new([.. imported.Index is { } index ? [index] : Array.Empty<PlaceIndex>(), .. hasSeeds ? [] : new[] { SeedPlaces.Index() }, Index(places, aliases)], state);
        }

        return shown;
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!isSeeded)
            {
                await services.GetRequiredService<HousePlaceSeeds>().GiveAsync(cancellationToken);
                isSeeded = true;
            }

            await ReloadAsync(cancellationToken);
        }
        catch (SqliteException fault)
        {
            LogUnreadable(log, fault);
        }
    }

    private void OnNews(IReadOnlyList<long> mediaIds)
    {
        // Photos of this process are no news of places; an empty list is another process, which may have changed anything.
        if (mediaIds.Count == 0)
        {
            bell.Writer.TryWrite(true);
        }
    }

    private void Open(string? file)
    {
        if (file == imported.File && Problem is null)
        {
            return;
        }

        imported = (file, null);
        Problem = null;
        if (file is null)
        {
            return;
        }

        try
        {
            imported = (file, MappedIndex.Open(Path.Combine(folder.Places, Path.GetFileName(file))));
            Problem = imported.Index is null ? "The file of the imported places is damaged or of another version of the desk. Import them again." : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Problem = $"The file of the imported places cannot be read: {fault.Message} Import them again.";
        }
    }

    private static PlaceIndex Index(List<HousePlace> places, List<PlaceAlias> aliases)
    {
        var builder = new PlaceIndexBuilder("House places");
        foreach (var row in places)
        {
            builder.Add(
                IdOf(row.Id), row.Name, row.Kind is HousePlaceKind.Site ? PlaceKind.Site : PlaceKind.City, row.LiesIn, row.Latitude, row.Longitude, 0, row.OtherNames);
        }

        foreach (var row in aliases)
        {
            builder.AddNames(row.PlaceId, [row.Name]);
        }

        return builder.Build();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The house's places could not be read; trying again with the next change")]
    private static partial void LogUnreadable(ILogger logger, Exception fault);
}
