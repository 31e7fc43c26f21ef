using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Places;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.HousePlaces;

/// <summary>The places and aliases that come with the desk, where wire captions name what GeoNames does not have. Each is given once: removed ones do not return.</summary>
internal sealed class HousePlaceSeeds(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, TimeProvider clock)
{
    private const string Giver = "desk";

    public async Task GiveAsync(CancellationToken cancellationToken)
    {
        var list = SeedPlaces.Read();
        await using (var look = await contexts.CreateDbContextAsync(cancellationToken))
        {
            // A look costs nothing; a write would make every other process look for news.
            var (places, aliases) = await MissingAsync(look, list, cancellationToken);
            if (places.Count + aliases.Count == 0)
            {
                return;
            }
        }

        await writer.WriteAsync(db => AddAsync(db, list, clock, cancellationToken), cancellationToken);
    }

    /// <summary>Gives them to a new desk, before any photo is indexed.</summary>
    public static async Task GiveAsync(DeskDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        await AddAsync(db, SeedPlaces.Read(), clock, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task AddAsync(DeskDbContext db, SeedList list, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (places, aliases) = await MissingAsync(db, list, cancellationToken);
        db.HousePlaces.AddRange(places.Select(seed => new HousePlace
        {
            Name = seed.Name, Kind = seed.Kind is PlaceKind.Site ? HousePlaceKind.Site : HousePlaceKind.City, LiesIn = seed.In, Latitude = seed.Lat, Longitude = seed.Lon, OtherNames = [.. seed.Names ?? []],
            SeedKey = seed.Key, ChangedBy = Giver, ChangedUtc = now,
        }));
        db.PlaceAliases.AddRange(aliases.Select(seed => new PlaceAlias
        {
            Name = seed.Name, PlaceId = seed.Place, SeedKey = seed.Key, ChangedBy = Giver, ChangedUtc = now,
        }));
    }

    private static async Task<(List<SeedPlace> Places, List<SeedAlias> Aliases)> MissingAsync(DeskDbContext db, SeedList list, CancellationToken cancellationToken)
    {
        var places = await db.HousePlaces.Where(x => x.SeedKey != null).Select(x => x.SeedKey).ToHashSetAsync(cancellationToken);
        var aliases = await db.PlaceAliases.Where(x => x.SeedKey != null).Select(x => x.SeedKey).ToHashSetAsync(cancellationToken);
        return ([.. list.Places.Where(seed => !places.Contains(seed.Key))], [.. list.Aliases.Where(seed => !aliases.Contains(seed.Key))]);
    }
}
