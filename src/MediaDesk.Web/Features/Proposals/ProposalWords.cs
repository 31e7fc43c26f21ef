using System.Globalization;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;

namespace MediaDesk.Web.Features.Proposals;

/// <summary>How a value was understood, in the newsroom's words.</summary>
internal static class ProposalWords
{
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["dateline"] = "the dateline",
        ["place-in"] = "a place after “in” or “at”",
        ["place-beside"] = "a place after “outside” or “between”",
        ["place-near"] = "a place after “near”",
        ["place-seen-from"] = "the place it is seen from",
        ["place-visited"] = "a place that is visited",
        ["place-named"] = "a place that is named",
        ["place-known"] = "a known place that is named",
        ["place-before-date"] = "the place before the date",
        ["place-at-end"] = "the place at the end of the sentence",
        ["place-of-event-line"] = "the line of the event",
        ["gazetteer"] = "where the named place lies",
        ["date"] = "a whole date",
        ["date-without-year"] = "a day, its year counted from the photo’s date",
        ["date-of-dateline"] = "the date of the dateline",
        ["date-of-issue"] = "the date of issue",
        ["date-taken"] = "a date after “taken”",
        ["date-beside-place"] = "the date beside the place",
        ["date-of-event-line"] = "the date in the line of the event",
        ["month"] = "a month",
        ["weekday"] = "a weekday, counted from the photo’s date",
        ["relative-day"] = "a day counted from the photo’s date",
        ["year"] = "a year",
        ["restriction"] = "words of a restriction",
    };

    /// <summary>What the text is called: "caption", "credit line".</summary>
    public static string Source(string property) =>
        property == NewsroomFields.CreditLine.Id ? "credit line" : property == NewsroomFields.Caption.Id ? "caption" : property;

    public static string Rule(string rule) => Rules.GetValueOrDefault(rule, rule.Replace('-', ' '));

    /// <summary>How sure it is.</summary>
    public static string Sureness(double confidence) => confidence switch
    {
        >= 0.85 => "very sure",
        >= 0.7 => "sure",
        >= 0.6 => "fairly sure",
        _ => "not sure",
    };

    /// <summary>"From the caption: the dateline. Very sure."</summary>
    public static string Why(Proposal proposal)
    {
        var sure = Sureness(proposal.Confidence);
        return $"From the {Source(proposal.Source)}: {Rule(proposal.Rule)}. {char.ToUpper(sure[0], CultureInfo.InvariantCulture)}{sure[1..]}.";
    }

    /// <summary>"Understood from the caption by the dateline."</summary>
    public static string Understood(Understanding understanding) => $"Understood from the {Source(understanding.From)} by {Rule(understanding.Rule)}.";
}
