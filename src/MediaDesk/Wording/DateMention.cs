namespace MediaDesk.Wording;

/// <summary>A date, weekday or relative day named in a caption; tokens <paramref name="First"/> to <paramref name="Last"/>.</summary>
/// <param name="Weekday">0 (Sunday) to 6.</param>
/// <param name="DaysAgo">0 today, 1 yesterday.</param>
/// <param name="IsRange">One end of a period: 3-5 May.</param>
internal readonly record struct DateMention(int First, int Last, int? Year, int? Month, int? Day, int? Weekday = null, int? DaysAgo = null, bool IsRange = false)
{
    public bool IsWhole => Year is not null && Month is not null && Day is not null;

    /// <summary>Needs the day of publication to mean anything.</summary>
    public bool IsRelative => Year is null;
}
