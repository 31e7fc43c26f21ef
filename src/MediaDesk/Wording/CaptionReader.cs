using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Places;

namespace MediaDesk.Wording;

/// <summary>
/// Reads what a text about a photo says: a credit line, or a caption as agencies write it, in English or French. Work grows with
/// the length of the text and nothing else; any text is read, and what is not understood is left empty. Safe for all threads.
/// </summary>
public sealed class CaptionReader(CurrentAgencies agencies, Gazetteer gazetteer)
{
    /// <summary>Only what reaches this confidence is filled in; the rest is offered.</summary>
    public const double Enough = CreditValue.Enough;

    /// <param name="published">When the text was published, ISO 8601: a day without a year is of that time.</param>
    public ParsedCaption Read(string? text, string? published = null)
    {
        return string.IsNullOrWhiteSpace(text) ? ParsedCaption.Empty : Read(new CaptionText(text), PartialDate.TryParse(published, out var date) ? date : null);
    }

    internal ParsedCaption Read(CaptionText caption, PartialDate? reference)
    {
        var spans = new List<ParsedSpan>();
        new RestrictionScanner(caption, spans, reference).Run();
        var prefixes = new PrefixReader(caption, spans);
        prefixes.Run();
        caption.NumberSentences();
        var parsed = ReadCredit(caption);
        parsed = parsed with
        {
            File = parsed.File || prefixes.IsFile,
            Restrictions = [.. spans.Where(span => span.Field == "restrictions").Select(span => span.Value)],
            Spans = [.. parsed.Spans, .. spans],
        };
        if (prefixes.IsKill)
        {
            return parsed;
        }

        caption.NumberSentences();
        var languages = CaptionLanguage.Of(caption);
        if (languages != 0)
        {
            parsed = new SceneReader(caption, gazetteer, new(reference), languages).Read(parsed);
        }

        return parsed with { Caption = CaptionBody.Of(caption, parsed) };
    }

    private ParsedCaption ReadCredit(CaptionText caption)
    {
        var (parsed, catalogue) = (ParsedCaption.Empty, agencies.Catalogue);
        foreach (var (start, end) in new CreditFinder(caption, catalogue).Find())
        {
            var chain = CreditReader.Read(caption.Text[start..end], [], catalogue);
            // A caption has one credit; of several the one that says most.
            if (chain.Values.Count > parsed.Spans.Count + parsed.Offers.Count)
            {
                parsed = ParsedCaption.Empty.With(chain, start);
            }
        }

        return parsed;
    }
}
