using MediaDesk.Metadata;

namespace MediaDesk.Search.Query;

/// <summary>
/// From the beginning of one date to the end of another, both included; null where it is open. As written: a single date is
/// its own span, <c>2019-09..2020-02</c>, <c>..2020</c>, <c>today</c>.
/// </summary>
internal sealed record DateSpan(DatePoint? From, DatePoint? To)
{
    /// <summary>The first instant and the first one after, wall-clock time.</summary>
    public (DateTime Start, DateTime End) Resolve(DateTime today) =>
        (From?.Resolve(today).Start ?? DateTime.MinValue, To?.Resolve(today).End ?? DateTime.MaxValue);

    public override string ToString() => From == To ? $"{From}" : $"{From}..{To}";
}

/// <summary>A date as precise as it was written, or a day counted back from today: the tree of a saved search stays true tomorrow.</summary>
internal sealed record DatePoint(PartialDate? Date, int DaysAgo)
{
    public static readonly DatePoint Today = new(null, 0);
    public static readonly DatePoint Yesterday = new(null, 1);

    public PartialDate Resolve(DateTime today) => Date ?? PartialDate.OfDay(today.Date.AddDays(-DaysAgo));

    public override string ToString() => Date?.ToString() ?? (DaysAgo == 0 ? "today" : "yesterday");
}
