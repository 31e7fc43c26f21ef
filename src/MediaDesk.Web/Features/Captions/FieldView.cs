using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.Captions;

/// <summary>One field of the caption panel with everything that is told about it.</summary>
/// <param name="Collision">What someone else made of the field while it was a draft; null when nobody did.</param>
/// <param name="Fault">Why the draft cannot be stored, a sentence; null when nobody tried or it could.</param>
public sealed record FieldView(
    NewsroomField Field, MediaDetails Photo, FieldDraft? Draft, SaveResult.FieldConflict? Collision, string? Fault)
{
    public bool IsDraft => Draft is not null;

    public bool IsMultiline => Field == NewsroomFields.Caption || Field == NewsroomFields.Instructions;

    private bool IsEdited => Photo.Edited.Contains(Field.Id);

    /// <summary>Where the value comes from, as short as the newsroom says it.</summary>
    public string Marker =>
        IsDraft || IsEdited ? "Edited"
        : Photo.Reading.Sources.TryGetValue(Field.Id, out var source) ? source.ToString().ToUpperInvariant()
        : "Empty";

    public string MarkerMeaning => (IsDraft, IsEdited) switch
    {
        (true, _) => "Changed and not saved. " + FileSaid,
        (_, true) => "Changed by an editor. " + FileSaid,
        _ when Marker == "Empty" => "Neither the file nor an editor says anything.",
        _ => $"From the file’s {Marker} ({(Photo.Reading.Sources[Field.Id] == FieldSource.Iim ? $"2:{Field.IimDataset:000}" : Field.Xmp)}).",
    };

    private string FileSaid => Photo.Reading.Fields.Text(Field.Id) is { } text ? $"The file says: {text}" : "The file says nothing.";

    public IimRoom? Room => IimRoom.Of(Field, Draft is null ? Photo.Fields[Field.Id] : FieldText.Parse(Field, Draft.Text, Photo.Fields[Field.Id]));

    /// <summary>What other layers of the file say, while nobody has decided between them.</summary>
    public IReadOnlyList<KeyValuePair<FieldSource, FieldValue>> OtherLayers =>
        IsDraft || IsEdited || Photo.Reading.Conflicts.FirstOrDefault(conflict => conflict.Field == Field.Id) is not { } conflict
            ? []
            : [.. conflict.Values.Where(layer => !Equals(layer.Value.Text, Photo.Fields.Text(Field.Id)))];
}
