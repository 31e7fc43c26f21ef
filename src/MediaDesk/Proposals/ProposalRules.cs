using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Wording;

namespace MediaDesk.Proposals;

/// <summary>Says which values of its texts are proposed for a photo, and how.</summary>
public sealed class ProposalRules(CaptionReader captions, CreditReader credits, Gazetteer gazetteer)
{
    /// <summary>Counts the changes of the rules: photos whose proposals were made by an older version are gone through.</summary>
    public const int Version = 1;

    private static readonly NewsroomField[] Place =
        [NewsroomFields.Sublocation, NewsroomFields.City, NewsroomFields.ProvinceState, NewsroomFields.Country, NewsroomFields.CountryCode];

    /// <summary>Everything the texts say; the kind is null where there is nothing to propose.</summary>
    /// <param name="issued">When the file says it was sent, for a photo that does not say when it was made.</param>
    internal IReadOnlyList<(TextReading Reading, ProposalKind? Kind)> Of(FieldValues fields, CaptionOverlay overlay, Func<string?> issued)
    {
        var made = fields.Text(NewsroomFields.DateCreated.Id);
        var texts = PhotoTexts.Read(fields, PartialDate.TryParse(made, out _) ? made : issued(), captions, credits);
        if (texts.Readings.Count == 0)
        {
            return [];
        }

        var disagreement = new Disagreement(texts, fields, credits, gazetteer);
        var contradicted = texts.Readings.Where(reading => !IsEmpty(fields, reading.Field) && disagreement.Is(reading)).ToList();
        // A place that is in doubt at one level is not filled in at the others.
        var isPlaceDoubted = disagreement.IsElsewhere || contradicted.Any(reading => Place.Contains(reading.Field));
        return [.. texts.Readings.Select(reading => (reading, Kind(reading)))];

        ProposalKind? Kind(TextReading reading) =>
            !IsEmpty(fields, reading.Field) ? contradicted.Contains(reading) ? ProposalKind.Disagreement : null
            : !reading.IsClear || overlay.Covers(reading.Field.Id) || (isPlaceDoubted && Place.Contains(reading.Field)) ? ProposalKind.Offer
            : ProposalKind.Fill;
    }

    /// <summary>Whether a field says nothing: agencies write "-" for what they do not know, and Getty where to look for a long credit.</summary>
    internal static bool IsEmpty(FieldValues fields, NewsroomField field) =>
        fields.Text(field.Id) is not { } text || !text.Any(char.IsLetterOrDigit) || (field == NewsroomFields.CreditLine && CreditPlaceholder.Is(text));
}
