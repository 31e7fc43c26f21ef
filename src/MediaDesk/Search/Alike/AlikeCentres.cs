using System.Numerics;

namespace MediaDesk.Search.Alike;

/// <summary>
/// The pictures around which others that look alike are gathered, by number from 1 on. One that is near to none of them becomes a
/// centre itself, so that a row of pictures that change little by little is not one group. Not safe for threads.
/// </summary>
/// <remarks>
/// Bits that differ in no more than <see cref="Farthest"/> places differ in no more than two in one quarter of them at least: only
/// centres with nearly the same quarter are looked at, some eight thousand of a million. About 40 bytes a centre.
/// </remarks>
internal sealed class AlikeCentres
{
    /// <summary>Bits in which pictures differ that look alike; see the figures at PictureHash in the darkroom.</summary>
    public const int Farthest = 8;

    /// <summary>Days between which an agency's night and another's morning lie.</summary>
    private const int FarthestDay = 1;

    private const int Quarters = 4;

    /// <summary>All changes of a quarter in two bits at most, the fewest first.</summary>
    private static readonly ushort[] Near =
        [.. Enumerable.Range(0, 1 << 16).Where(bits => BitOperations.PopCount((uint)bits) <= Farthest / Quarters).OrderBy(bits => BitOperations.PopCount((uint)bits)).Select(bits => (ushort)bits)];

    private readonly List<(ulong Hash, int Day)> centres = [];
    private readonly int[][] last = [.. Enumerable.Range(0, Quarters).Select(_ => new int[1 << 16])];
    private readonly List<int>[] before = [.. Enumerable.Range(0, Quarters).Select(_ => new List<int>())];

    public int Count => centres.Count;

    /// <summary>Tells one list of centres from every other: it is made of all of them.</summary>
    public long Chain { get; private set; }

    /// <summary>The centre that a picture belongs to: the nearest, of equally near ones the first; null when it is far from all.</summary>
    /// <param name="day">The day it was taken, counted from year 1; 0 where that is not known. Pictures of different days are not alike.</param>
    public int? Find(long hash, int day)
    {
        var (best, distance) = (0, Farthest + 1);
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            var own = Quarter((ulong)hash, quarter);
            foreach (var change in Near)
            {
                for (var number = last[quarter][own ^ change]; number > 0; number = before[quarter][number - 1])
                {
                    var centre = centres[number - 1];
                    var apart = BitOperations.PopCount(centre.Hash ^ (ulong)hash);
                    if ((apart < distance || (apart == distance && number < best)) && IsSameDay(centre.Day, day))
                    {
                        (best, distance) = (number, apart);
                    }
                }
            }
        }

        return best > 0 ? best : null;
    }

    /// <summary>Adds a centre and returns its number.</summary>
    public int Add(long hash, int day)
    {
        centres.Add(((ulong)hash, day));
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            var own = Quarter((ulong)hash, quarter);
            before[quarter].Add(last[quarter][own]);
            last[quarter][own] = centres.Count;
        }

        Chain = Next(Chain, hash, day);
        return centres.Count;
    }

    public void Clear()
    {
        centres.Clear();
        Chain = 0;
        for (var quarter = 0; quarter < Quarters; quarter++)
        {
            Array.Clear(last[quarter]);
            before[quarter].Clear();
        }
    }

    private static bool IsSameDay(int one, int other) => one == 0 || other == 0 || Math.Abs(one - other) <= FarthestDay;

    private static ushort Quarter(ulong hash, int quarter) => (ushort)(hash >> (16 * quarter));

    /// <summary>FNV-1a over 64 bits at a time: the same in every process.</summary>
    private static long Next(long chain, long hash, int day) => unchecked(((chain ^ hash) * 1099511628211 ^ day) * 1099511628211);
}
