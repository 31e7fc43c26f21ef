using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Web.Features.Proposals;

namespace MediaDesk.Web.Features.Captions;

/// <summary>One field of a photo, or a text of it in another language, with everything that is told about it.</summary>
/// <param name="Id">Of the property, or of the <see cref="LanguageVariant"/>.</param>
/// <param name="Label">The name on screen.</param>
/// <param name="Collision">What someone else made of the field while it was a draft; null when nobody did.</param>
/// <param name="Fault">Why the draft cannot be stored, a sentence; null when nobody tried or it could.</param>
public sealed record FieldView(
    string Id, IptcProperty Property, string Label, MediaDetails Photo, FieldDraft? Draft, SaveResult.FieldConflict? Collision, string? Fault)
{
    public bool IsDraft => Draft is not null;

    public bool IsMultiline => Property.Kind == IptcKind.LanguageAlternative || Id == NewsroomFields.Instructions.Id;

    public bool IsEdited => Photo.Edited.Contains(Id);

    /// <summary>The names of the rules that made the value of what the file says.</summary>
    public IReadOnlyList<string> CleanedBy => Photo.CleanedBy.GetValueOrDefault(Id) ?? [];

    /// <summary>What a text of the photo says of the field, while no editor is at it.</summary>
    public Proposal? Proposal => IsDraft ? null : Photo.Proposals.FirstOrDefault(proposal => proposal.Field == Id);

    /// <summary>What is understood from this very text.</summary>
    public IEnumerable<Proposal> Marks => Photo.Proposals.Where(proposal => proposal.Source == Id);

    /// <summary>Where the value comes from, as short as the newsroom says it.</summary>
    public string Marker =>
        Understood is { } text ? text.From == NewsroomFields.CreditLine.Id ? "Credit" : "Caption"
        : IsDraft || IsEdited ? "Edited"
        : CleanedBy.Count > 0 ? "Cleaned"
        : Source is { } source ? source == FieldSource.Sidecar ? "Sidecar" : source.ToString().ToUpperInvariant()
        : IsRecorded ? "Record"
        : "Empty";

    public string MarkerMeaning => Understood is { } understood ? $"{ProposalWords.Understood(understood)} {(IsDraft ? "Taken and not saved." : "Taken by an editor.")} {FileSaid}" : (IsDraft, IsEdited, Source) switch
    {
        (true, _, _) => "Changed and not saved. " + FileSaid,
        (_, true, _) => "Changed by an editor. " + FileSaid,
        _ when CleanedBy.Count > 0 => $"Cleaned by rule {string.Join(" and ", CleanedBy.Select(rule => $"“{rule}”"))}. {FileSaid}",
        (_, _, null) when IsRecorded => "From the record that was imported; there is no file yet.",
        (_, _, null) => "Neither the file nor an editor says anything.",
        (_, _, FieldSource.Sidecar) => "From the XMP file beside the photo.",
        (_, _, FieldSource.Iim) => $"From the file’s IIM (2:{Property.IimDatasets[0]:000}).",
        _ => $"From the file’s {Marker} ({Property.Xmp}).",
    };

    /// <summary>What was wrong where the file says this, a few words and the whole sentence; null while nothing was, or an editor has spoken since.</summary>
    public (string Short, string Sentence)? Doubt => IsDraft || IsEdited || Source is not { } source ? null : FieldDoubt.Of(Photo.Reading, Property, source);

    public IimRoom? Room => LanguageVariant.IsId(Id) ? null : IimRoom.Of(Property, Draft is null ? Photo.Now(Id) : FieldText.Parse(Id, Draft.Text, Photo.Now(Id)));

    /// <summary>What other layers of the file say, while nobody has decided between them.</summary>
    public IReadOnlyList<KeyValuePair<FieldSource, FieldValue>> OtherLayers =>
        IsDraft || IsEdited || Photo.Reading.Conflicts.FirstOrDefault(conflict => conflict.Field == Id) is not { } conflict
            ? []
            : [.. conflict.Values.Where(layer => !Equals(layer.Value.Text, Photo.Fields.Text(Id)))];

    /// <summary>Where the value was taken because a text of the photo says it.</summary>
    public Understanding? Understood => Draft is null ? Photo.Understood.GetValueOrDefault(Id) : Draft.Understood;

    private FieldSource? Source =>
        LanguageVariant.IsId(Id) ? Photo.Languages.ContainsKey(Id) ? Photo.Reading.Sources.GetValueOrDefault(Property.Id) : null
        : Photo.Reading.Sources.TryGetValue(Id, out var source) ? source : null;

    /// <summary>A photo without a file says what its record said.</summary>
    private bool IsRecorded => !LanguageVariant.IsId(Id) && Photo.Picture == PictureState.Absent && Photo.Fields.ContainsKey(Id);

    private string FileSaid => FromFile is { } text ? $"The file says: {text}" : "The file says nothing.";

    private string? FromFile => LanguageVariant.IsId(Id) ? LanguageVariant.In(Photo.Reading).Text(Id) : Photo.Reading.Fields.Text(Id);
}
