using MediaDesk.Search.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace MediaDesk.Tests.Search;

public sealed class SqliteStretchesTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Walk_WithPatience_SeesEveryKeyOnceNewestFirst()
    {
        var seen = new List<long>();
        Assert.Equal((1_001, true), Walk(5_000, 6_000, 10_000, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(1), seen));
        Assert.Equal(Enumerable.Range(0, 1_001).Select(n => 6_000L - n), seen);
    }

    [Fact]
    public void Walk_ThatTakesTooLong_StopsAndSaysThatMoreIsLeft()
    {
        var (found, isWhole) = Walk(0, 1_000_000, 2_000_000, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(20), []);
        Assert.InRange(found, 1, 999_999);
        Assert.False(isWhole);
    }

    [Fact]
    public void Walk_ThatHasFoundEnough_Stops()
    {
        Assert.Equal((100, false), Walk(0, 10_000, 100, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(1), []));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(7, 7, 1)]
    [InlineData(8, 7, 0)]
    public void Walk_OverNextToNothing_Ends(long first, long last, int expected) =>
        Assert.Equal((expected, true), Walk(first, last, 10, TimeSpan.FromSeconds(1), TimeSpan.Zero, []));

    [Fact]
    public void Walk_WhereMatchesStandClose_GoesNotMuchFurtherThanEnough()
    {
        var furthest = long.MaxValue;
        SqliteStretches.Walk(0, 64_000, 3_000, TimeSpan.FromSeconds(1), clock, (from, end, limit) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            furthest = from;
            return (int)Math.Min(end - from, limit);
        });

        // The first stretch is a thousand long: two thousand more are wanted, not sixteen.
        Assert.InRange(furthest, 59_000, 61_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(40)]
    public void AddNewest_OfSoMany_AddsTheNewestFirst(int there)
    {
        List<long> keys = [100];

        var added = SqliteStretches.AddNewest(keys, 5, (isNewestFirst, limit) =>
        {
            var found = Enumerable.Range(1, there).Select(n => (long)(isNewestFirst ? there + 1 - n : n)).Take(limit).ToList();
            keys.AddRange(found);
            return found.Count;
        });

        Assert.Equal([100, .. Enumerable.Range(0, Math.Min(there, 5)).Select(n => (long)there - n)], keys);
        Assert.Equal(keys.Count - 1, added);
    }

    private (int, bool) Walk(long first, long last, int most, TimeSpan patience, TimeSpan each, List<long> seen) =>
        SqliteStretches.Walk(first, last, most, patience, clock, (from, end, limit) =>
        {
            clock.Advance(each);
            var keys = Enumerable.Range(0, (int)Math.Min(end - from, limit)).Select(n => end - 1 - n).ToList();
            seen.AddRange(keys);
            return keys.Count;
        });
}
