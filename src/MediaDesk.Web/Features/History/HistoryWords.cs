using MediaDesk.History;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Proposals;

namespace MediaDesk.Web.Features.History;

/// <summary>Acts of the desk in the newsroom's words.</summary>
internal static class HistoryWords
{
    private const int FieldsNamed = 4;

    /// <summary>"Headline, City", "Removed 3 photos", "Undid Headline".</summary>
    public static string Of(HistoryLine line) => line.Kind switch
    {
        HistoryKind.Ingest => "Added",
        HistoryKind.Delivery => line.Changes.Count == 0 ? "Delivered again" : $"Delivered again: {Fields(line)}",
        HistoryKind.Edit => Fields(line) + Understood(line),
        HistoryKind.Cleaning => $"Cleaned by rule “{line.Rule}”: {Fields(line)}",
        HistoryKind.Withdrawal => $"No longer cleaned by rule “{line.Rule}”: {Fields(line)}",
        HistoryKind.Undo => line.Changes.Count == 0 ? "Undid a removal or a return" : $"Undid {Fields(line)}",
        HistoryKind.Removal => line.PhotoCount == 1 ? "Removed to the bin" : $"Removed {Counts.Of(line.PhotoCount, "photo")} to the bin",
        HistoryKind.Restore => line.PhotoCount == 1 ? "Restored from the bin" : $"Restored {Counts.Of(line.PhotoCount, "photo")} from the bin",
        _ => line.Kind.ToString(),
    };

    public static string Label(string field) =>
        LanguageVariant.Find(field) is { } variant ? $"{Label(variant.Property.Id)} ({variant.Language})"
        : NewsroomFields.Find(field)?.Label ?? IptcStandard.Find(field)?.Name ?? field;

    /// <summary>Two letters for a small round badge.</summary>
    public static string Initials(string editor)
    {
        var words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var letters = words.Length > 1 ? $"{words[0][0]}{words[^1][0]}" : editor[..Math.Min(2, editor.Length)];
        return letters.ToUpperInvariant();
    }

    /// <summary>One of the four colours for colleagues, the same for a name every time.</summary>
    public static string Colour(string editor) => $"p{editor.Aggregate(0, (sum, letter) => (sum * 31 + letter) & 0xFFFF) % 4 + 1}";

    /// <summary>", from the caption" where all of it was taken as the photo's own text says it.</summary>
    private static string Understood(HistoryLine line)
    {
        var from = line.Changes.Select(change => change.Understood is { } understood ? ProposalWords.Source(understood.From) : null).Distinct(StringComparer.Ordinal).ToList();
        return from.Count == 0 || from.Contains(null) ? "" : from.Count == 1 ? $", from the {from[0]}" : ", from caption and credit line";
    }

    private static string Fields(HistoryLine line)
    {
        var labels = line.Changes.Select(change => Label(change.Field)).Distinct(StringComparer.Ordinal).ToList();
        return labels.Count <= FieldsNamed
            ? string.Join(", ", labels)
            : $"{string.Join(", ", labels.Take(FieldsNamed - 1))} and {labels.Count - FieldsNamed + 1} more";
    }
}
