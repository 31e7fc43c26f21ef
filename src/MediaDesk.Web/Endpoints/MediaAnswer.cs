using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Endpoints;

/// <summary>One photo as other programs see it.</summary>
/// <param name="Sources">For each field the layer of the file it was taken from (XMP, IIM, EXIF), "editor", "caption" or "credit line" where an editor took what that text says, or "cleaned by rule …" with the names of the rules; the last also for a field that a rule emptied.</param>
/// <param name="Conflicts">Fields for which the layers of the file disagree.</param>
/// <param name="Languages">Texts in other languages than the default: property, language, text.</param>
/// <param name="History">Newest first.</param>
/// <param name="Etag">For If-Match of the next change; the same as the header.</param>
/// <param name="Proposals">What its own texts say and its fields do not.</param>
internal sealed record MediaAnswer(
    long Id, string Filename, FieldValues Fields, IReadOnlyDictionary<string, Dictionary<string, string>> Languages, IReadOnlyDictionary<string, string> Sources, ImmutableArray<FieldConflict> Conflicts,
    IReadOnlyList<HistoryAnswer> History, string Etag, IReadOnlyList<ProposalAnswer> Proposals)
{
    private const string Editor = "editor";

    public static MediaAnswer Of(MediaDetails photo, IReadOnlyList<HistoryLine> history) => new(
        photo.Id,
        photo.FileName,
        photo.Fields,
        photo.Languages.Select(text => (Variant: LanguageVariant.Find(text.Key)!, text.Value.Text)).GroupBy(one => one.Variant.Property.Id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.ToDictionary(one => one.Variant.Language, one => one.Text)),
        photo.Fields.Keys.Union(photo.CleanedBy.Keys, StringComparer.Ordinal).Select(field => (Field: field, Source: Source(photo, field))).Where(pair => pair.Source is not null)
            .ToDictionary(pair => pair.Field, pair => pair.Source!),
        photo.Reading.Conflicts,
        [.. history.Select(HistoryAnswer.Of)],
        RevisionTag.Of(photo.Revision),
        [.. photo.Proposals.Select(ProposalAnswer.Of)]);

    private static string? Source(MediaDetails photo, string field) =>
        photo.Understood.TryGetValue(field, out var understood) ? understood.From == NewsroomFields.CreditLine.Id ? "credit line" : "caption"
        : photo.Edited.Contains(field) ? Editor
        : photo.CleanedBy.TryGetValue(field, out var rules) ? $"cleaned by rule {string.Join(", ", rules)}"
        : !photo.Reading.Sources.TryGetValue(field, out var source) ? null
        : source switch
        {
            FieldSource.Xmp => "XMP",
            FieldSource.Iim => "IIM",
            FieldSource.Exif => "EXIF",
            FieldSource.Sidecar => "sidecar",
            _ => throw new InvalidOperationException($"{source} has no name for other programs."),
        };
}

/// <summary>What happened to a photo: <c>ingest</c>, <c>delivery</c>, <c>edit</c>, <c>undo</c>, <c>removal</c>, <c>restore</c>, <c>cleaning</c> (a rule cleaned it) or <c>withdrawal</c> (a rule cleans it no more).</summary>
/// <param name="Rule">The name of the rule, for the last two; else null, and not in JSON.</param>
internal sealed record HistoryAnswer(long Id, DateTime At, string Editor, string Kind, bool Undone, IReadOnlyList<HistoryChange> Changes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rule)
{
    public static HistoryAnswer Of(HistoryLine line) =>
        new(line.Id, line.AtUtc, line.Editor, line.Kind.ToString().ToLowerInvariant(), line.IsUndone, line.Changes, line.Rule);
}
