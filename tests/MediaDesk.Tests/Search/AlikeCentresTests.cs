using System.Numerics;
using MediaDesk.Search.Alike;

namespace MediaDesk.Tests.Search;

public sealed class AlikeCentresTests
{
    [Fact]
    public void Find_AmongManyCentres_GivesTheNearestThatComparingAllGives()
    {
        var random = new Random(11);
        var centres = new AlikeCentres();
        var all = new List<(long Hash, int Day)>();
        for (var n = 0; n < 3000; n++)
        {
            var (hash, day) = (random.NextInt64(), random.Next(4));
            centres.Add(hash, day);
            all.Add((hash, day));
        }

        var found = 0;
        for (var n = 0; n < 3000; n++)
        {
            var hash = all[random.Next(all.Count)].Hash;
            for (var flips = random.Next(14); flips > 0; flips--)
            {
                hash ^= 1L << random.Next(64);
            }

            var day = random.Next(4);
            var nearest = all.Index()
                .Select(one => (Number: one.Index + 1, Apart: BitOperations.PopCount((ulong)(one.Item.Hash ^ hash)), one.Item.Day))
                .Where(one => one.Apart <= AlikeCentres.Farthest && (day == 0 || one.Day == 0 || Math.Abs(one.Day - day) <= 1))
                .OrderBy(one => one.Apart).ThenBy(one => one.Number).Select(one => (int?)one.Number).FirstOrDefault();
            Assert.Equal(nearest, centres.Find(hash, day));
            found += nearest is null ? 0 : 1;
        }

        Assert.InRange(found, 1000, 2900);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Pictures_ThatDifferInMoreThanEightBits_AreNotAlike(int bits, bool alike)
    {
        var centres = new AlikeCentres();
        centres.Add(0x0123456789ABCDEF, 700_000);

        // Spread over all four quarters, which is the hardest to find.
        var other = Enumerable.Range(0, bits).Aggregate(0x0123456789ABCDEF, (hash, bit) => hash ^ 1L << (bit * 7));

        Assert.Equal(alike, centres.Find(other, 700_000) is not null);
    }

    [Theory]
    [InlineData(700_001, true)]
    [InlineData(699_999, true)]
    [InlineData(0, true)]
    [InlineData(700_002, false)]
    [InlineData(735_000, false)]
    public void SamePicture_OfAnotherDay_IsAnotherPhoto(int day, bool alike)
    {
        var centres = new AlikeCentres();
        centres.Add(77, 700_000);

        Assert.Equal(alike, centres.Find(77, day) is not null);
    }

    [Fact]
    public void RowOfPictures_ThatChangeLittleByLittle_IsNotOneGroup()
    {
        var centres = new AlikeCentres();
        var groups = Enumerable.Range(0, 40).Select(step => (1L << step) - 1).Select(hash => centres.Find(hash, 0) ?? centres.Add(hash, 0)).ToArray();

        Assert.InRange(groups.Distinct().Count(), 4, 6);
        Assert.All(groups.GroupBy(group => group), group => Assert.InRange(group.Count(), 1, 9));
    }
}
