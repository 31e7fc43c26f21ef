using MediaDesk.Removal;
using MediaDesk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static MediaDesk.Tests.DeskPhotos;

namespace MediaDesk.Tests.Removal;

public sealed class MediaBinTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private DeskFixture desk = null!;

    public async ValueTask InitializeAsync() =>
        desk = await DeskFixture.OpenAsync(services => services.AddSingleton<TimeProvider>(clock));

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Remove_OfSeveral_IsOneEntryAndTheBinListsThem()
    {
        var ids = new[] { await AddAsync("Old"), await AddAsync("New") };

        var entry = await Bin.RemoveAsync([.. ids, 4711], "Mira", Token);

        var photos = await Bin.ListAsync(10, Token);
        Assert.Equal(ids.Order(), photos.Select(photo => photo.Id).Order());
        Assert.All(photos, photo => Assert.Equal(("Mira", Now, Now.AddDays(30)), (photo.RemovedBy, photo.RemovedUtc, photo.KeptUntilUtc)));
        await using var db = desk.Rows();
        Assert.Equal(2, await db.History.Where(x => x.Id == entry).SelectMany(x => x.Photos).CountAsync(Token));
    }

    [Fact]
    public async Task Remove_OfWhatIsInTheBinAlready_DoesNothing()
    {
        var id = await AddAsync("Photo");
        await Bin.RemoveAsync([id], "Mira", Token);

        Assert.Null(await Bin.RemoveAsync([id], "Jonas", Token));
    }

    [Fact]
    public Task Remove_WithoutAName_IsRefused() =>
        Assert.ThrowsAsync<ArgumentException>(() => Bin.RemoveAsync([1], " ", Token));

    [Fact]
    public async Task Restore_PutsPhotosBackAsTheyWere()
    {
        var id = await AddAsync("Photo");
        await Bin.RemoveAsync([id], "Mira", Token);

        Assert.NotNull(await Bin.RestoreAsync([id], "Mira", Token));

        Assert.Empty(await Bin.ListAsync(10, Token));
        await using var db = desk.Rows();
        var item = await db.Media.SingleAsync(Token);
        Assert.Equal((null, "Photo"), (item.RemovedUtc, item.Fields.Text("headline")));
    }

    [Fact]
    public async Task EmptyOld_DeletesRowsOriginalsAndRenditionsOfThePhotosThatAreDue()
    {
        var (due, young, kept) = (await AddAsync("Due"), await AddAsync("Young"), await AddAsync("Kept"));
        await Bin.RemoveAsync([due], "Mira", Token);
        clock.Advance(TimeSpan.FromDays(1));
        await Bin.RemoveAsync([young], "Mira", Token);
        clock.Advance(TimeSpan.FromDays(29) + TimeSpan.FromSeconds(1));

        Assert.Equal(1, await Bin.EmptyOldAsync(Token));

        await using var db = desk.Rows();
        Assert.Equal([young, kept], await db.Media.Select(item => item.Id).Order().ToListAsync(Token));
        Assert.Equal(2, await db.Originals.CountAsync(Token));
        Assert.Equal(6, await db.Renditions.CountAsync(Token));
        Assert.False(await db.History.AnyAsync(entry => !entry.Photos.Any(), Token));
        var folder = desk.Get<DeskFolder>();
        Assert.Equal(2, Directory.GetFiles(folder.Originals, "*", SearchOption.AllDirectories).Length);
        Assert.Equal(6, Directory.GetFiles(folder.Renditions, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task EmptyOld_OfMoreThanOneBatch_DeletesAll()
    {
        var ids = new List<long>();
        for (var n = 0; n < 51; n++)
        {
            ids.Add(await AddAsync($"Photo {n}"));
        }

        await Bin.RemoveAsync(ids, "Mira", Token);
        clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(51, await Bin.EmptyOldAsync(Token));
    }

    [Fact]
    public async Task EmptyOld_WhenTheFilesAreGoneAlready_DeletesTheRows()
    {
        var id = await AddAsync("Photo");
        await Bin.RemoveAsync([id], "Mira", Token);
        Directory.Delete(desk.Get<DeskFolder>().Originals, recursive: true);
        Directory.Delete(desk.Get<DeskFolder>().Renditions, recursive: true);
        clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await Bin.EmptyOldAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task BinEmptying_RunsAtStartAndEveryDay()
    {
        var id = await AddAsync("Photo");
        await Bin.RemoveAsync([id], "Mira", Token);
        using var emptying = ActivatorUtilities.CreateInstance<BinEmptying>(desk.Services);
        await emptying.StartAsync(Token);
        for (var day = 0; day < 29; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Single(await Bin.ListAsync(10, Token));

        while ((await Bin.ListAsync(10, Token)).Count > 0)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await emptying.StopAsync(Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private MediaBin Bin => desk.Get<MediaBin>();

    private async Task<long> AddAsync(string headline) =>
        (await desk.Services.AddPhotoAsync(Fields(("headline", headline)), headline + ".jpg")).Id;
}
