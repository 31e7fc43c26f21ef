namespace MediaDesk.Search.Query;

/// <summary>
/// From the beginning of one date to the end of another, both included; null where it is open. As written: a single date is
/// its own span, <c>2019-09..2020-02</c>, <c>..2020</c>, <c>today</c>, <c>last week</c>.
/// </summary>
internal sealed record DateSpan(DatePoint? From, DatePoint? To)
{
    /// <summary>The first instant and the first one after, wall-clock time.</summary>
    public (DateTime Start, DateTime End) Resolve(DateTime today) =>
        (From?.Resolve(today).Start ?? DateTime.MinValue, To?.Resolve(today).End ?? DateTime.MaxValue);

    public override string ToString() => From == To ? $"{From}" : $"{From}..{To}";
}
