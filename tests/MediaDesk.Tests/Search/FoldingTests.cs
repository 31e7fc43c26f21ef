using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Search;

/// <summary>Photos that look alike stand behind one another, whatever the order, and none is lost or counted twice.</summary>
public sealed class FoldingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", SheetOrder.Newest)]
    [InlineData("", SheetOrder.Oldest)]
    [InlineData("", SheetOrder.Arrival)]
    [InlineData("flood", SheetOrder.Newest)]
    [InlineData("flood", SheetOrder.Oldest)]
    [InlineData("flood", SheetOrder.Arrival)]
    [InlineData("flood", SheetOrder.Relevance)]
    [InlineData("-agency:AFP", SheetOrder.Newest)]
    [InlineData("agency:AFP", SheetOrder.Newest)]
    public async Task Pages_OfAFoldedSearch_ShowTheFirstOfEachGroupOnce(string query, SheetOrder order)
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(Photos(desk, 400));
        var all = await PageAsync(desk, query, order, 1000, SheetFolding.None);
        var expected = all.Items.DistinctBy(photo => Look(photo.FileName)).Select(photo => photo.Id).ToArray();

        var (forward, before) = (new List<long>(), new List<(string? Cursor, long[] Ids)>());
        string? cursor = null;
        do
        {
            var page = await PageAsync(desk, query, order, 7, SheetFolding.Folded, cursor);
            Assert.All(page.Items, photo => Assert.Equal(all.Items.Count(other => Look(other.FileName) == Look(photo.FileName)), photo.Alike));
            Assert.Equal(all.Total, page.Total);
            Assert.Equal(all.Total - expected.Length, page.Folded);
            if (before.Count > 0)
            {
                // The page before is the one that was there.
                Assert.Equal(before[^1].Ids, (await PageAsync(desk, query, order, 7, SheetFolding.Folded, page.Previous)).Items.Select(photo => photo.Id));
            }

            forward.AddRange(page.Items.Select(photo => photo.Id));
            before.Add((cursor, [.. page.Items.Select(photo => photo.Id)]));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(expected, forward);
        Assert.InRange(expected.Length, 8, all.Total - 8);
    }

    [Fact]
    public async Task SearchThatFindsSomeOfAGroup_CountsOnlyThose()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(
            Photo(desk, "one.jpg", 5, ("headline", "Flood")), Photo(desk, "two.jpg", 5, ("headline", "Flood")), Photo(desk, "three.jpg", 5, ("headline", "Harbour")));

        var page = await PageAsync(desk, "flood", SheetOrder.Newest, 10, SheetFolding.Folded);

        var front = Assert.Single(page.Items);
        Assert.Equal(("two.jpg", 2), (front.FileName, front.Alike));
        Assert.Equal((2, 1), (page.Total, page.Folded));
    }

    [Fact]
    public async Task Unfolded_EachStandsForItselfAndSaysHowManyLookLikeIt()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(Photo(desk, "one.jpg", 5), Photo(desk, "two.jpg", 5), Photo(desk, "other.jpg", 9));

        var page = await PageAsync(desk, "", SheetOrder.Newest, 10, SheetFolding.Counted);

        Assert.Equal([("other.jpg", 1), ("two.jpg", 2), ("one.jpg", 2)], page.Items.Select(photo => (photo.FileName, photo.Alike)));
    }

    [Fact]
    public async Task AlikeField_FindsThePhotoAndThoseThatLookLikeIt()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(Photo(desk, "one.jpg", 5), Photo(desk, "two.jpg", 5, ("headline", "Flood")), Photo(desk, "other.jpg", 9), Photo(desk, "blank.jpg", null));
        var ids = await IdsAsync(desk);

        Assert.Equal("two.jpg one.jpg", await desk.FindAsync($"alike:{ids["one.jpg"]}"));
        Assert.Equal("two.jpg", await desk.FindAsync($"alike:{ids["one.jpg"]} flood"));
        Assert.Equal("blank.jpg other.jpg", await desk.FindAsync($"-alike:{ids["one.jpg"]}"));
        Assert.Equal("other.jpg", await desk.FindAsync($"alike:{ids["other.jpg"]}"));
        Assert.Equal("", await desk.FindAsync($"alike:{ids["blank.jpg"]}"));
        Assert.Equal("", await desk.FindAsync("alike:4711"));
    }

    [Fact]
    public async Task PhotoThatGoesIntoTheBin_IsNoLongerCounted()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(Photo(desk, "one.jpg", 5), Photo(desk, "two.jpg", 5));
        await PageAsync(desk, "", SheetOrder.Newest, 10, SheetFolding.Folded);

        await desk.ChangeAsync("two.jpg", item => item.RemovedUtc = SearchDesk.Now.UtcDateTime);

        var left = Assert.Single((await PageAsync(desk, "", SheetOrder.Newest, 10, SheetFolding.Folded)).Items);
        Assert.Equal(("one.jpg", 1), (left.FileName, left.Alike));
    }

    [Fact]
    public async Task PhotoThatGetsAnotherDate_LeavesItsGroup()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(Photo(desk, "one.jpg", 5, ("dateCreated", "2020-02-24")), Photo(desk, "two.jpg", 5, ("dateCreated", "2020-02-25")));
        Assert.Single((await PageAsync(desk, "", SheetOrder.Newest, 10, SheetFolding.Folded)).Items);

        await desk.ChangeAsync("two.jpg", item => item.Fields = SearchDesk.Fields(("dateCreated", "2021-02-25")));

        Assert.Equal(2, (await PageAsync(desk, "", SheetOrder.Newest, 10, SheetFolding.Folded)).Items.Count);
    }

    [Fact]
    public async Task Rebuilt_TheIndexHasTheSameGroups()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(Photos(desk, 200));
        var before = await PageAsync(desk, "", SheetOrder.Newest, 1000, SheetFolding.Folded);

        await desk.Desk.Get<SearchIndex>().RebuildAsync(null, Cancellation);

        var after = await PageAsync(desk, "", SheetOrder.Newest, 1000, SheetFolding.Folded);
        Assert.Equal(before.Items.Select(photo => (photo.Id, photo.Alike)), after.Items.Select(photo => (photo.Id, photo.Alike)));
        Assert.Empty(await desk.Desk.Get<SearchIndex>().CheckAsync(Cancellation));
    }

    [Fact]
    public async Task GroupsOfWhatWasRolledBack_OrCameFromAnotherProcess_AreNotMixedUp()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync(Photo(desk, "first.jpg", 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Desk.Get<DeskWriter>().WriteAsync(
            async db =>
            {
                db.Media.Add(Photo(desk, "never.jpg", 2));
                await db.SaveChangesAsync(Cancellation);
                throw new InvalidOperationException("rolled back");
            },
            Cancellation));
        await using (var other = await DeskFixture.OpenAsync(dataFolder: desk.Desk.DataFolder))
        {
            await other.Get<DeskWriter>().WriteAsync(
                db =>
                {
                    db.Media.AddRange(Photo(desk, "theirs.jpg", 3), Photo(desk, "more.jpg", 4));
                    return Task.CompletedTask;
                },
                Cancellation);
        }

        await desk.AddAsync(Photo(desk, "second.jpg", 2), Photo(desk, "third.jpg", 3), Photo(desk, "fourth.jpg", 2));

        var page = await PageAsync(desk, "", SheetOrder.Arrival, 10, SheetFolding.Folded);
        Assert.Equal([("fourth.jpg", 2), ("third.jpg", 2), ("more.jpg", 1), ("first.jpg", 1)], page.Items.Select(photo => (photo.FileName, photo.Alike)));
    }

    private static Task<SearchPage> PageAsync(SearchDesk desk, string query, SheetOrder order, int limit, SheetFolding folding, string? after = null) =>
        desk.Desk.Get<MediaSearch>().FindAsync(SearchDesk.Parsed(query), order, limit, after, true, folding, Cancellation);

    private static async Task<Dictionary<string, long>> IdsAsync(SearchDesk desk)
    {
        await using var rows = desk.Desk.Rows();
        return await rows.Media.ToDictionaryAsync(item => item.FileName, item => item.Id, Cancellation);
    }

    /// <summary>Some alone, some in groups of two to forty, across pages; named by how they look.</summary>
    private static MediaItem[] Photos(SearchDesk desk, int count)
    {
        var random = new Random(3);
        return
        [
            .. Enumerable.Range(0, count).Select(number =>
            {
                var look = random.Next(3) switch { 0 => 1000 + number, 1 => random.Next(40), _ => random.Next(3) };
                return Photo(
                    desk, $"look{look}_{number}.jpg", look,
                    ("description", random.Next(2) == 0 ? "A flood, a flood" : "Harbour with a flood"), ("creditLine", random.Next(3) == 0 ? "AFP" : "Example Echo"),
                    ("dateCreated", $"2020-02-24T{random.Next(24):00}:{random.Next(60):00}:00"));
            }),
        ];
    }

    private static string Look(string fileName) => fileName.Split('_')[0];

    /// <summary>Looks are far from each other; the same look has the same bits, but for two.</summary>
    private static MediaItem Photo(SearchDesk desk, string fileName, int? look, params (string, string)[] fields)
    {
        var item = desk.Photo(fileName, SearchDesk.Fields(fields));
        if (look is { } seed)
        {
            var random = new Random(seed);
            item.PerceptualHash = random.NextInt64() ^ 1L << fileName.Length % 64;
        }

        return item;
    }
}
