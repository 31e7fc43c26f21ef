using MediaDesk.Data;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search;
using MediaDesk.Search.Query;

namespace MediaDesk.Tests.Search;

/// <summary>Nothing is lost and nothing is found that should not be: the index against plain reading of every photo.</summary>
public sealed class SearchAgainstJudgeTests
{
    private const int Photos = 20_000, Queries = 2_000;

    [Fact]
    public async Task RandomQueries_TheIndexAndPlainReading_FindTheSamePhotos()
    {
        await using var desk = await SearchDesk.OpenAsync();
        var random = new RandomDesk(2026);
        var photos = Enumerable.Range(0, Photos).Select(number => random.Photo(desk, number)).ToArray();
        // The index of so many photos is not made within a save.
        await desk.Desk.Get<SearchIndex>().PrepareAsync(TestContext.Current.CancellationToken);
        await desk.AddAsync(photos);
        var judge = new QueryJudge(SearchDesk.Now.UtcDateTime.Date, new(desk.Desk.Get<Gazetteer>()));
        var newestFirst = photos.OrderByDescending(photo => photo.SheetKey).ToArray();
        using var index = await IndexInHand.OpenAsync(desk);
        // With what results are counted by in memory, places are compared there; else by SQLite.
        using var inMemory = await IndexInHand.OpenAsync(desk);
        inMemory.Find("").Folded(null);
        var (someFound, notAllFound) = (0, 0);
        for (var n = 0; n < Queries; n++)
        {
            var tree = random.Tree();
            var text = QueryWriter.Write(tree);
            var found = index.All(text);
            var expected = newestFirst.AsParallel().AsOrdered().Where(photo => judge.Matches(tree, photo)).Select(photo => photo.SheetKey).ToArray();
            Assert.True(expected.SequenceEqual(found), $"{text}: {expected.Length} expected, {found.Count} found");
            Assert.True(found.SequenceEqual(inMemory.All(text)), $"{text}: otherwise with the places in memory");
            someFound += found.Count > 0 ? 1 : 0;
            notAllFound += found.Count < Photos ? 1 : 0;
        }

        // Otherwise the comparison would say little.
        Assert.True(someFound > Queries / 2 && notAllFound > Queries / 2, $"{someFound} found something, {notAllFound} not everything");
    }

    [Fact]
    public void RandomTrees_WrittenAndParsed_AreTheSameTree()
    {
        var random = new RandomDesk(7);
        for (var n = 0; n < 5000; n++)
        {
            var tree = random.Tree(4);
            var text = QueryWriter.Write(tree);
            var parse = SearchQuery.Parse(text);
            Assert.True(parse.Fault is null, $"{text}: {parse.Fault}");
            Assert.True(tree.Equals(parse.Query!.Tree), $"{text} became {parse.Query}");
            Assert.Equal(text, parse.Query.ToString());
        }
    }

    [Fact]
    public async Task RandomChanges_RowsAndIndex_StayEqual()
    {
        await using var desk = await SearchDesk.OpenAsync();
        var random = new RandomDesk(99);
        var photos = Enumerable.Range(0, 200).Select(number => random.Photo(desk, number)).ToArray();
        await desk.AddAsync(photos);
        for (var n = 0; n < 100; n++)
        {
            var name = random.Pick(photos).FileName;
            await desk.ChangeAsync(name, item =>
            {
                switch (n % 4)
                {
                    case 0: item.Fields = random.Fields(); break;
                    case 1: item.RemovedUtc = item.RemovedUtc is null ? SearchDesk.Now.UtcDateTime : null; break;
                    case 2: item.SheetKey += item.SheetKey < SheetKeys.First(new(1900, 1, 1)) ? SheetKeys.First(new(1, 2, 14)) : -SheetKeys.First(new(1, 2, 14)); break; // 44 days
                    default: item.FileName = $"{name}x"; item.FileName = name; item.Latitude = n; item.Longitude = n; break;
                }
            });
        }

        Assert.Empty(await desk.Desk.Get<SearchIndex>().CheckAsync(TestContext.Current.CancellationToken));
        await using var rows = desk.Desk.Rows();
        Assert.Equal(rows.Media.Count(item => item.RemovedUtc == null), (await desk.PageAsync("")).Total);
    }
}
