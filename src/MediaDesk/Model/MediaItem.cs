using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Model;

/// <summary>A photo on the desk.</summary>
public sealed class MediaItem
{
    public long Id { get; set; }

    /// <summary>
    /// Unique and ordered by capture date (seconds since year 1 of the wall clock, times 256, plus a counter): the newest
    /// photo has the greatest key, and a range of dates is a range of keys. Also the rowid in the text index.
    /// </summary>
    public long SheetKey { get; set; }

    /// <summary>The name under which the current original arrived.</summary>
    public required string FileName { get; set; }

    /// <summary>The original whose reading and pixels are current.</summary>
    public long? CurrentOriginalId { get; set; }

    /// <summary>The current values: for each property the newest edit, else what the rules made of the reading, else the reading. Kept equal to that by whoever changes any.</summary>
    public FieldValues Fields { get; set; } = FieldValues.Empty;

    /// <summary>What the cleaning rules made of the reading of the current original; null where they changed nothing. A record without a file is not cleaned: its values may be an editor's.</summary>
    public PhotoCleaning? Cleaning { get; set; }

    /// <summary>What editors said: property id to value, null where an editor cleared the field. Absent: the reading stands.</summary>
    public CaptionOverlay Overlay
    {
        get;
        set
        {
            if (CurrentOriginalId is null && field.Values.Count == 0 && value.Values.Count > 0)
            {
                // The first word of an editor about a record without a file: what the record said has no other place.
                Imported ??= Fields;
            }

            field = value;
        }
    } = CaptionOverlay.Empty;

    /// <summary>Counts every change of <see cref="Fields"/>; the ETag. A <see cref="CaptionEdit"/> carries the revision it made.</summary>
    public long Revision { get; set; }

    public PictureState Picture { get; set; }

    /// <summary>Upright width of the current original, in pixels.</summary>
    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>See <see cref="MetadataReading.ImageDataHash"/>; of the current original.</summary>
    public string? ImageDataHash { get; set; }

    /// <summary>Agency and photo id as one key (<c>afp:000_34L82NW</c>), where the file carries one that identifies the photo.</summary>
    public string? AgencyPhotoKey { get; set; }

    /// <summary>Of the current original; null without one.</summary>
    public PhotoFormat? Format { get; set; }

    /// <summary>How the picture looks in 64 bits, of the current original: photos that look alike differ in few of them. 0 where it shows nothing to tell it by; null where nobody has looked yet.</summary>
    public long? PerceptualHash { get; set; }

    /// <summary>The number of the record in the system it was taken over from; unique on the desk.</summary>
    public string? ExternalId { get; set; }

    /// <summary>What the record of the other system said, once <see cref="Fields"/> say something else; null where they are what it said. For a photo without an original.</summary>
    public FieldValues? Imported { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    /// <summary>What the photo says apart from its editors: the reading of <paramref name="current"/>, else the record it was taken over from.</summary>
    public FieldValues Said(Original? current) => current?.Reading.Fields ?? Imported ?? (Overlay.Values.Count == 0 ? Fields : FieldValues.Empty);

    /// <summary>What its own texts say and its fields do not.</summary>
    public List<Proposal> Proposals { get; } = [];

    /// <summary>The kinds of those <see cref="Proposals"/> that nobody has dismissed.</summary>
    public ProposedKinds Proposed { get; set; }

    /// <summary>The version of the rules by which <see cref="Proposals"/> were made; 0 where they have not been.</summary>
    public int ProposalsVersion { get; set; }

    public DateTime AddedUtc { get; set; }

    public DateTime ChangedUtc { get; set; }

    /// <summary>When it was put into the bin; null while it is on the desk.</summary>
    public DateTime? RemovedUtc { get; set; }

    /// <summary>The current value of a property, or of a text in another language (<see cref="LanguageVariant"/>).</summary>
    /// <param name="said">What the current original says, texts in other languages included.</param>
    public FieldValue? Now(string property, FieldValues said) =>
        Overlay.Values.TryGetValue(property, out var edit) ? edit : LanguageVariant.IsId(property) ? said[property] : Fields[property];

    /// <summary>Sets what editors said and the current value with it; null clears.</summary>
    public void Say(string property, FieldValue? value)
    {
        Overlay = Overlay.With(property, value);
        SetField(property, value);
    }

    /// <summary>The values of the photo while its file says <paramref name="reading"/>.</summary>
    public FieldValues Over(FieldValues reading) => Overlay.Over(Cleaning?.Over(reading) ?? reading);

    /// <summary>What stands below the word of editors: what rules made of the property, else what the file says.</summary>
    /// <param name="said">What it says of the property.</param>
    public FieldValue? Below(string property, FieldValue? said) =>
        Cleaning?.Steps.LastOrDefault(step => step.Values.ContainsKey(property)) is { } last ? last.Values[property] : said;

    /// <summary>Forgets what editors said: what rules made of the file's word stands again, or the file's word.</summary>
    /// <param name="said">What it says of the property.</param>
    public void Unsay(string property, FieldValue? said)
    {
        Overlay = Overlay.Without(property);
        SetField(property, Below(property, said));
    }

    private void SetField(string property, FieldValue? value)
    {
        if (!LanguageVariant.IsId(property))
        {
            Fields = Fields.With(property, value);
        }
    }
}

/// <summary>How far the darkroom is with a photo.</summary>
public enum PictureState
{
    /// <summary>Read, not yet developed; a small first paint may exist.</summary>
    Developing,
    Ready,
    /// <summary>A raw file: the renditions are of its embedded preview.</summary>
    Preview,
    /// <summary>There is no file yet: a record taken over from another system.</summary>
    Absent,
}
