using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Data;

/// <summary>Gives photos their place on the contact sheet; see <see cref="SheetKeys"/> for the formula.</summary>
public static class SheetPlaces
{
    /// <summary>
    /// Sets the key of a photo that is new or whose date has changed; a photo that already stands in its second keeps its
    /// place. Call inside <see cref="DeskWriter.WriteAsync{T}"/>, whose transaction keeps the key free, and save before
    /// placing the next photo on the same context.
    /// </summary>
    public static async Task PlaceOnSheetAsync(this DeskDbContext db, MediaItem item, CancellationToken cancellationToken)
    {
        var first = SheetKeys.First(SheetKeys.EffectiveDate(item.Fields, item.AddedUtc));
        if (item.SheetKey < first || item.SheetKey >= first + SheetKeys.PerSecond)
        {
            item.SheetKey = await db.FreeSheetKeyAsync(first, cancellationToken);
        }
    }

    /// <summary>
    /// The first key from <paramref name="first"/> on that follows the photos already there; where the day is full up to its end, the
    /// last one before them. So a photo stands among those of its day, and a span of days is a range of keys.
    /// </summary>
    public static async Task<long> FreeSheetKeyAsync(this DeskDbContext db, long first, CancellationToken cancellationToken)
    {
        var end = first + SheetKeys.PerSecond;
        var last = await db.Media.Where(x => x.SheetKey >= first && x.SheetKey < end).MaxAsync(x => (long?)x.SheetKey, cancellationToken);
        if (last is null || last < end - 1)
        {
            return last + 1 ?? first;
        }

        var later = await FreeAsync(db, last.Value, 1, cancellationToken);
        return later < SheetKeys.EndOfDay(first) ? later : await FreeAsync(db, first, -1, cancellationToken);
    }

    /// <summary>
    /// Twice as far each time until a key is free, then halve between a taken and a free one: a desk with 100,000 photos of one
    /// day is asked some thirty times, not 100,000 times.
    /// </summary>
    private static async Task<long> FreeAsync(DeskDbContext db, long taken, int direction, CancellationToken cancellationToken)
    {
        var step = (long)SheetKeys.PerSecond * direction;
        while (await db.Media.AnyAsync(x => x.SheetKey == taken + step, cancellationToken))
        {
            taken += step;
            step *= 2;
        }

        for (var free = taken + step; Math.Abs(free - taken) > 1;)
        {
            var middle = taken + (free - taken) / 2;
            if (await db.Media.AnyAsync(x => x.SheetKey == middle, cancellationToken))
            {
                taken = middle;
            }
            else
            {
                free = middle;
            }
        }

        return taken + direction;
    }
}
