using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Wording;

namespace MediaDesk.Proposals;

/// <summary>What the caption and the credit line of a photo say, by field.</summary>
internal sealed class PhotoTexts
{
    /// <summary>A longer value is no value of a field but a text somebody pasted.</summary>
    private const int LongestValue = 1_000;

    /// <summary>So much of what a reading stands on is kept to know it again.</summary>
    private const int KeptWords = 200;

    /// <summary>From this confidence on a value that is not clear is shown at all.</summary>
    private const double WorthOffering = 0.4;

    /// <summary>In the order in which a place is told.</summary>
    private static readonly string[] Levels = ["sublocation", "city", "region", "country", "countryCode"];

    private static readonly (string Key, NewsroomField Field, Func<ParsedCaption, string?> Value)[] OfCaption =
    [
        ("agencies", NewsroomFields.CreditLine, caption => caption.Credit),
        ("date", NewsroomFields.DateCreated, caption => caption.Date),
        ("sublocation", NewsroomFields.Sublocation, caption => caption.Place.Sublocation),
        ("city", NewsroomFields.City, caption => caption.Place.City),
        ("region", NewsroomFields.ProvinceState, caption => caption.Place.Region),
        ("country", NewsroomFields.Country, caption => caption.Place.Country),
        ("countryCode", NewsroomFields.CountryCode, caption => caption.Place.CountryCode),
        ("restrictions", NewsroomFields.Instructions, caption => caption.Restrictions.Count == 0 ? null : string.Join(". ", caption.Restrictions)),
    ];

    private readonly List<TextReading> readings = [];

    private PhotoTexts(ParsedCaption caption, CreditChain credit, string? captionText, string? creditText)
    {
        (Caption, CaptionText) = (caption, captionText ?? "");
        ReadBylines(credit, creditText ?? "");
        var offers = Offers();
        foreach (var (key, field, value) in OfCaption)
        {
            if (value(caption) is { } text)
            {
                Add(field, FieldValue.Of(text), NewsroomFields.Caption, CaptionText, [.. caption.Spans.Where(span => span.Field == key)], isClear: true);
            }
            else if (offers.Find(offer => offer.Field == key) is { } offer)
            {
                Add(field, FieldValue.Of(offer.Value), NewsroomFields.Caption, CaptionText, [offer], isClear: false);
            }
        }
    }

    public ParsedCaption Caption { get; }

    /// <summary>Empty where there is none.</summary>
    public string CaptionText { get; }

    /// <summary>At most one of each field.</summary>
    public IReadOnlyList<TextReading> Readings => readings;

    /// <summary>Whether a country is written in the caption, not concluded from a town.</summary>
    public bool NamesCountry => Caption.Spans.Any(span => span.Field == "country" && span.Rule != "gazetteer");

    /// <param name="issued">When the photo was made or sent, ISO 8601: a day without a year is of that time.</param>
    public static PhotoTexts Read(FieldValues fields, string? issued, CaptionReader captions, CreditReader credits)
    {
        var caption = fields.Text(NewsroomFields.Caption.Id);
        var credit = fields.Text(NewsroomFields.CreditLine.Id);
        return new(captions.Read(caption, issued), credits.Read(credit), caption, credit);
    }

    /// <summary>What is worth offering: of places only the likeliest one, whole, and only where none is clear.</summary>
    private List<ParsedSpan> Offers()
    {
        var (offers, place) = (Caption.Offers.Where(offer => offer.Confidence >= WorthOffering).ToList(), new List<ParsedSpan>());
        if (Caption.Place == ParsedPlace.Unknown)
        {
            var level = -1;
            foreach (var offer in offers.Where(offer => Levels.Contains(offer.Field)))
            {
                var next = Array.IndexOf(Levels, offer.Field);
                if (next <= level)
                {
                    break;
                }

                level = next;
                place.Add(offer);
            }
        }

        return [.. offers.Where(offer => !Levels.Contains(offer.Field)).OrderByDescending(offer => offer.Confidence), .. place];
    }

    /// <summary>Who took it stands in the credit line, else in the caption.</summary>
    private void ReadBylines(CreditChain credit, string creditText)
    {
        var inCredit = credit.Values.Where(value => value.Field is CreditField.Byline).Select(value => ParsedSpanOf(value)).ToList();
        var (clear, offers) = (inCredit.Where(span => span.Confidence >= CreditValue.Enough).ToList(), inCredit);
        if (clear.Count > 0)
        {
            Add(NewsroomFields.Byline, FieldValue.Of(credit.Photographers), NewsroomFields.CreditLine, creditText, clear, isClear: true);
        }
        else if (Caption.Byline.Count > 0)
        {
            Add(NewsroomFields.Byline, FieldValue.Of(Caption.Byline), NewsroomFields.Caption, CaptionText, [.. Caption.Spans.Where(span => span.Field == "byline")], isClear: true);
        }
        else if (offers.MaxBy(span => span.Confidence) is { } offer)
        {
            Add(NewsroomFields.Byline, FieldValue.Of([offer.Value]), NewsroomFields.CreditLine, creditText, [offer], isClear: false);
        }
        else if (Caption.Offers.Where(span => span.Field == "byline").MaxBy(span => span.Confidence) is { } captionOffer)
        {
            Add(NewsroomFields.Byline, FieldValue.Of([captionOffer.Value]), NewsroomFields.Caption, CaptionText, [captionOffer], isClear: false);
        }

        static ParsedSpan ParsedSpanOf(CreditValue value) => new("byline", value.Value, value.Start, value.Length, value.Rule, value.Confidence);
    }

    private void Add(NewsroomField field, FieldValue? value, NewsroomField source, string text, List<ParsedSpan> spans, bool isClear)
    {
        if (value is null || value.Text.Length > LongestValue || spans.Count == 0)
        {
            return;
        }

        var least = spans.MinBy(span => span.Confidence)!;
        var (start, end) = (spans.Min(span => span.Start), spans.Max(span => span.Start + span.Length));
        if (source == NewsroomFields.Caption && end - start >= text.AsSpan().Trim().Length - 1)
        {
            // "KESTREL DIGITAL CAMERA": what is all of a caption is no credit in it.
            return;
        }

        var words = text[start..Math.Min(end, start + KeptWords)];
        readings.Add(new(field, value, source, start, end - start, words, least.Rule, least.Confidence, isClear));
    }
}
