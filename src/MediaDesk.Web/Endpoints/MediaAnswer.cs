using System.Collections.Immutable;
using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Metadata;

namespace MediaDesk.Web.Endpoints;

/// <summary>One photo as other programs see it.</summary>
/// <param name="Sources">For each field the layer of the file it was taken from (XMP, IIM, EXIF), or "editor".</param>
/// <param name="Conflicts">Fields for which the layers of the file disagree.</param>
/// <param name="History">Newest first.</param>
/// <param name="Etag">For If-Match of the next change; the same as the header.</param>
internal sealed record MediaAnswer(
    long Id, string Filename, FieldValues Fields, IReadOnlyDictionary<string, string> Sources, ImmutableArray<FieldConflict> Conflicts,
    IReadOnlyList<HistoryAnswer> History, string Etag)
{
    private const string Editor = "editor";

    public static MediaAnswer Of(MediaDetails photo, IReadOnlyList<HistoryLine> history) => new(
        photo.Id,
        photo.FileName,
        photo.Fields,
        photo.Fields.Keys.Select(field => (Field: field, Source: Source(photo, field))).Where(pair => pair.Source is not null)
            .ToDictionary(pair => pair.Field, pair => pair.Source!),
        photo.Reading.Conflicts,
        [.. history.Select(HistoryAnswer.Of)],
        RevisionTag.Of(photo.Revision));

    private static string? Source(MediaDetails photo, string field) =>
        photo.Edited.Contains(field) ? Editor
        : !photo.Reading.Sources.TryGetValue(field, out var source) ? null
        : source switch
        {
            FieldSource.Xmp => "XMP",
            FieldSource.Iim => "IIM",
            FieldSource.Exif => "EXIF",
            _ => throw new InvalidOperationException($"{source} has no name for other programs."),
        };
}

/// <summary>What happened to a photo: <c>ingest</c>, <c>delivery</c>, <c>edit</c>, <c>undo</c>, <c>removal</c> or <c>restore</c>.</summary>
internal sealed record HistoryAnswer(long Id, DateTime At, string Editor, string Kind, bool Undone, IReadOnlyList<HistoryChange> Changes)
{
    public static HistoryAnswer Of(HistoryLine line) =>
        new(line.Id, line.AtUtc, line.Editor, line.Kind.ToString().ToLowerInvariant(), line.IsUndone, line.Changes);
}
