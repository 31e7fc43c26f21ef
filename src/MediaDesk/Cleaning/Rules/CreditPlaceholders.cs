using MediaDesk.Credits;

namespace MediaDesk.Cleaning.Rules;

/// <summary>
/// Getty's "(Credit too long, see caption)" is no credit. The field is emptied, so that the photo counts as one without; the
/// credit in the caption is proposed for it by the reader of captions, not written by a rule.
/// </summary>
internal sealed class CreditPlaceholders() : CleaningRule(
    "credit-placeholders", "Placeholder credits", "Empties a credit line that only points to the caption.",
    new(["Jane Doe"], null, "(Credit too long, see caption)", null, null))
{
    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies) =>
        fields.Credit is { Length: <= Longest } credit && CreditPlaceholder.IsWhole(credit) ? fields with { Credit = null } : fields;
}
