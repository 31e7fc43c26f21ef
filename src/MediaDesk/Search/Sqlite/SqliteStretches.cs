namespace MediaDesk.Search.Sqlite;

/// <summary>
/// Goes through the sheet from the newest photo back, in stretches. Where matches are thin an index of millions is read for a few of
/// them, and FTS5 cannot be stopped between two: stretches can, so that how many there are is told in time.
/// </summary>
internal static class SqliteStretches
{
    /// <summary>The first is such a part of the sheet: what a whole one costs is known after it.</summary>
    private const int First = 64;

    private const double FastestGrowth = 16, MoreThanEnough = 1.5;

    /// <param name="first">The first and the last sheet key.</param>
    /// <param name="most">Stops when so many are found.</param>
    /// <param name="patience">Stops after this; a stretch is as long as fits by the one before.</param>
    /// <param name="take">Looks from a sheet key to before another, for at most so many; returns how many it found.</param>
    /// <returns>How many were found, and whether nothing was left out: the end was reached.</returns>
    public static (int Found, bool IsWhole) Walk(long first, long last, int most, TimeSpan patience, TimeProvider clock, Func<long, long, int, int> take)
    {
        var started = clock.GetTimestamp();
        var (end, length, found) = (last + 1, Math.Max((last - first) / First, 1), 0);
        while (end > first && found < most)
        {
            var began = clock.GetTimestamp();
            var from = Math.Max(end - length, first);
            var here = take(from, end, most - found);
            found += here;
            end = from;
            var left = patience - clock.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            // Not much further than there will be enough.
            var growth = Math.Min(left / clock.GetElapsedTime(began), MoreThanEnough * (most - found) / here);
            length = (long)(length * Math.Clamp(growth, 1, FastestGrowth));
        }

        return (found, end <= first);
    }

    /// <summary>Adds the newest of a stretch, newest first, and returns how many. FTS5 goes through its lists forwards in two thirds of the time, so they are turned here.</summary>
    /// <param name="keys">Takes them behind what is in it.</param>
    /// <param name="add">Adds at most so many of the stretch, the newest or the oldest first; returns how many.</param>
    public static int AddNewest(List<long> keys, int most, Func<bool, int, int> add)
    {
        var (start, enough) = (keys.Count, 2 * most);
        var found = add(false, enough);
        if (found == enough)
        {
            // There may be more, and newer ones.
            keys.RemoveRange(start, found);
            return add(true, most);
        }

        keys.Reverse(start, found);
        if (found > most)
        {
            keys.RemoveRange(start + most, found - most);
        }

        return Math.Min(found, most);
    }
}
