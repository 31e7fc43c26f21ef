namespace MediaDesk.Credits;

/// <summary>One agency as the desk's rules have it, and as it is written in JSON.</summary>
/// <param name="Name">As it is shown, and as it stands in a credit that the desk writes.</param>
/// <param name="Kind">For <see cref="AgencyKind.Pool"/> to <see cref="AgencyKind.Staff"/> the spellings are words that name nobody.</param>
/// <param name="Aliases">Other spellings; case, accents and punctuation do not count.</param>
/// <param name="FullName">What the name is short for; also a spelling, and a credit that spells it out is written by the name. A longer name that credits should keep is an alias.</param>
/// <param name="SoldBy">Names of the agencies through which its pictures come: they stand behind it in a chain.</param>
/// <param name="Patterns">Spellings with a varying part; see <see cref="SpellingPattern"/>.</param>
public sealed record AgencyRule(
    string Name,
    AgencyKind Kind,
    IReadOnlyList<string>? Aliases = null,
    string? FullName = null,
    IReadOnlyList<string>? SoldBy = null,
    IReadOnlyList<string>? Patterns = null)
{
    public IReadOnlyList<string> Aliases { get; init; } = Aliases ?? [];

    public IReadOnlyList<string> SoldBy { get; init; } = SoldBy ?? [];

    public IReadOnlyList<string> Patterns { get; init; } = Patterns ?? [];
}
