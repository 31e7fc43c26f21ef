using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Model;

/// <summary>
/// The order of the contact sheet as one number. A photo's date is its Date created (any precision; wall-clock time of the
/// place, offset not applied), else the instant it was added (UTC). Its key is
/// <c>floor(seconds since 0001-01-01T00:00:00) × 16 + n</c>, where n tells photos of one second apart and is the next free
/// number. When more than 16 photos share a second (dates without a time do) the counter runs on into the following
/// seconds, or back where these are full to the end of the day: order and uniqueness hold, and there is room for 1.4 million photos of
/// a day. More room would be paid for: the text index writes the distance between two photos at every word of theirs. So the photos from a to before b are
/// <c>First(a) ≤ SheetKey &lt; First(b)</c>. New keys come from <c>Data.SheetPlaces</c>, inside the writer's transaction.
/// </summary>
public static class SheetKeys
{
    /// <summary>How many keys one second has.</summary>
    public const int PerSecond = 16;

    private const long PerDay = 24 * 60 * 60 * (long)PerSecond;

    /// <summary>The smallest key of the second that <paramref name="wallClock"/> falls into.</summary>
    public static long First(DateTime wallClock) => wallClock.Ticks / TimeSpan.TicksPerSecond * PerSecond;

    /// <summary>The first key after the day that <paramref name="key"/> lies in.</summary>
    public static long EndOfDay(long key) => key - key % PerDay + PerDay;

    /// <summary>The first key of the month that <paramref name="key"/> lies in, and the first behind it.</summary>
    public static (long First, long End) MonthOf(long key)
    {
        var day = Second(key);
        var first = new DateTime(day.Year, day.Month, 1);
        return (First(first), first is { Year: 9999, Month: 12 } ? long.MaxValue : First(first.AddMonths(1)));
    }

    /// <summary>The second a key stands for, up to the counter's overflow.</summary>
    public static DateTime Second(long key) => new(key / PerSecond * TimeSpan.TicksPerSecond);

    /// <summary>The date a photo is sorted by: the first instant its Date created may mean, else when it was added.</summary>
    public static DateTime EffectiveDate(FieldValues fields, DateTime addedUtc) =>
        PartialDate.TryParse(fields.Text(NewsroomFields.DateCreated.Id), out var date) ? date.Start : addedUtc;
}
