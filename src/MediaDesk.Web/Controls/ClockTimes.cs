using System.Globalization;

namespace MediaDesk.Web.Controls;

/// <summary>Instants as people at the desk read them: on the desk's own clock, shorter the nearer they are.</summary>
internal static class ClockTimes
{
    /// <summary>14:20 today, "Yesterday 14:20", "20 Nov 14:20", "20 Nov 2025 14:20".</summary>
    public static string Time(TimeProvider clock, DateTime utc)
    {
        var (at, today) = (Local(clock, utc), clock.GetLocalNow().Date);
        return at.Date == today ? Hours(at)
            : at.Date == today.AddDays(-1) ? $"Yesterday {Hours(at)}"
            : at.ToString(at.Year == today.Year ? "d MMM HH:mm" : "d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>14:20.</summary>
    public static string HourAndMinute(TimeProvider clock, DateTime utc) => Hours(Local(clock, utc));

    /// <summary>"Today, Sunday 22 November", "Yesterday, …", "Friday 20 November", with the year when it is another one.</summary>
    public static string Day(TimeProvider clock, DateTime utc)
    {
        var (day, today) = (Local(clock, utc).Date, clock.GetLocalNow().Date);
        var name = day.ToString(day.Year == today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        return day == today ? $"Today, {name}" : day == today.AddDays(-1) ? $"Yesterday, {name}" : name;
    }

    public static DateTime Local(TimeProvider clock, DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, clock.LocalTimeZone);

    private static string Hours(DateTime at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
