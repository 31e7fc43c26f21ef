using MediaDesk.Credits;

namespace MediaDesk.Wording;

/// <summary>A value of a <see cref="ParsedCaption"/> in its place.</summary>
/// <param name="Field">The key of the value: <c>byline</c>, <c>agencies</c>, <c>pool</c>, <c>date</c>, <c>city</c> …; <c>client</c> is offered only.</param>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units.</param>
/// <param name="Rule">The convention that gave it, in words.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record ParsedSpan(string Field, string Value, int Start, int Length, string Rule, double Confidence)
{
    internal static ParsedSpan Of(CreditValue value, int offset) =>
        new(Key(value.Field), value.Value, value.Start + offset, value.Length, value.Rule, value.Confidence);

    private static string Key(CreditField field) => field is CreditField.Agency ? "agencies" : field.ToString().ToLowerInvariant();
}
