using System.Globalization;
using MediaDesk.Metadata;
using MediaDesk.Places;
using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>
/// Words of the index that no text contains, because they begin with an underscore: for the agencies, places, dates, cells of the
/// map and traits of a photo. So a condition on them is looked up like a word, alone or in any mix, and comes out in sheet order.
/// Of two opposites the rarer one is marked: every mark of every photo is paid for in the file.
/// </summary>
internal static class SearchMark
{
    /// <summary>Every photo has it: what is left when only exclusions are asked for.</summary>
    public const string Photo = "_photo";

    /// <summary>No photo has it.</summary>
    public const string Nothing = "_nothing";

    /// <summary>Stands between the names in one column, so that no phrase reaches from one into the next.</summary>
    public const string Gap = " _ ";

    public const string Developing = "_developing";

    /// <summary>Coordinates of its own; the one fact that is rarer than its absence.</summary>
    public const string Gps = "_gps";

    /// <summary>How the marks begin of which a search can ask for all that go on in one way.</summary>
    public const string OriginIs = "_origin_", DistributorIs = "_distributor_";

    /// <summary>The first of a credit chain.</summary>
    public static string Origin(string key) => OriginIs + key.Replace(' ', '_');

    /// <summary>The last of a chain of several.</summary>
    public static string Distributor(string key) => DistributorIs + key.Replace(' ', '_');

    /// <summary>Neither the first nor the last of a chain.</summary>
    public static string Between(string key) => "_between_" + key.Replace(' ', '_');

    /// <param name="alpha3">ISO 3166-1 alpha-3.</param>
    public static string Country(string alpha3) => "_country_" + alpha3.ToLowerInvariant();

    /// <param name="id">Of the gazetteer.</param>
    public static string Place(string id) => "_place_" + id.ToLowerInvariant().Replace('.', '_').Replace('-', '_');

    /// <summary>The fact is not known. Not for <see cref="QueryFact.Gps"/>.</summary>
    public static string Without(QueryFact fact) => "_no_" + fact.Name();

    /// <summary>The group of photos that look alike. Every photo with a picture has one, so it is written short.</summary>
    public static string Alike(int group) => string.Create(CultureInfo.InvariantCulture, $"_a{group:x}");

    public static string Trait(QueryField field, string value) => $"_{field.Name()}_{value}";

    /// <summary>
    /// The marks of a capture date: every year, month and day that it lies in as a whole. A year alone lies in no month; that it is
    /// one is marked too, because its place on the sheet is that of its first day.
    /// </summary>
    public static IEnumerable<string> Taken(PartialDate date)
    {
        foreach (var span in Calendar.SpansAround(date.Start, date.End, DateUnits))
        {
            yield return "_taken_" + span;
        }

        if (date.Precision is DatePrecision.Year or DatePrecision.Month)
        {
            yield return date.Precision == DatePrecision.Year ? WholeYear(date.Start) : WholeMonth(date.Start);
        }
    }

    public static IEnumerable<string> Taken(DateTime start, DateTime end) => Calendar.Cover(start, end, DateUnits).Select(span => "_taken_" + span);

    public static string WholeYear(DateTime at) => at.ToString("'_whole_y'yyyy", CultureInfo.InvariantCulture);

    public static string WholeMonth(DateTime at) => at.ToString("'_whole_m'yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The month, day and quarter of an hour in which it came; no desk is so old that a span of its years were many months.</summary>
    /// <param name="instant">UTC.</param>
    public static IEnumerable<string> Added(DateTime instant) =>
        Calendar.SpansAround(instant, instant.AddTicks(1), CalendarUnit.Quarter, CalendarUnit.Month).Select(span => "_added_" + span);

    public static IEnumerable<string> Added(DateTime start, DateTime end) =>
        Calendar.Cover(start, end, CalendarUnit.Quarter, CalendarUnit.Month).Select(span => "_added_" + span);

    /// <summary>The cells of the map around a position: one of a degree, one of ten.</summary>
    public static IEnumerable<string> Cells(double latitude, double longitude) =>
        [Cell(MapGrid.Row(latitude, 1), MapGrid.Column(longitude, 1), 1), Cell(MapGrid.Row(latitude, 10), MapGrid.Column(longitude, 10), 10)];

    /// <summary>The cells that a part of the map touches.</summary>
    public static IEnumerable<string> Cells(GeoBox box)
    {
        var (cells, size) = MapGrid.Cover(box);
        return cells.Select(cell => Cell(cell.Row, cell.Column, size));
    }

    private const CalendarUnit DateUnits = CalendarUnit.Day;

    private static string Cell(int row, int column, int size) => string.Create(CultureInfo.InvariantCulture, $"_cell{size}_{row}_{column}");
}
