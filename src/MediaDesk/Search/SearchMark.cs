using MediaDesk.Metadata;
using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>
/// Words of the index that no text contains, because they begin with an underscore: one for each agency, country, known fact
/// and date of a photo. So a condition on them is looked up like a word, alone or in any mix, and comes out in sheet order.
/// </summary>
internal static class SearchMark
{
    /// <summary>Every photo has it: what is left when only exclusions are asked for.</summary>
    public const string Photo = "_photo";

    /// <summary>No photo has it.</summary>
    public const string Nothing = "_nothing";

    /// <summary>Stands between the names in one column, so that no phrase reaches from one into the next.</summary>
    public const string Gap = " _ ";

    public static string Agency(string key) => "_agency_" + key.Replace(' ', '_');

    /// <param name="alpha3">ISO 3166-1 alpha-3.</param>
    public static string Country(string alpha3) => "_country_" + alpha3.ToLowerInvariant();

    public static string Has(QueryFact fact) => "_has_" + fact.Name();

    /// <summary>The marks of a capture date: every span of the calendar that it lies in as a whole. A year alone lies in no month.</summary>
    public static IEnumerable<string> Taken(PartialDate date) => Calendar.SpansAround(date.Start, date.End).Select(span => "_taken_" + span);

    public static IEnumerable<string> Taken(DateTime start, DateTime end) => Calendar.Cover(start, end).Select(span => "_taken_" + span);

    /// <param name="instant">UTC.</param>
    public static IEnumerable<string> Added(DateTime instant) =>
        Calendar.SpansAround(instant, instant.AddTicks(1)).Select(span => "_added_" + span);

    public static IEnumerable<string> Added(DateTime start, DateTime end) => Calendar.Cover(start, end).Select(span => "_added_" + span);
}
