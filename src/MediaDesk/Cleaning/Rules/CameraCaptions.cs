using System.Collections.Frozen;
using MediaDesk.Credits;
using MediaDesk.Language;

namespace MediaDesk.Cleaning.Rules;

/// <summary>Texts that cameras write into every picture. Only a caption that is one of them whole is no caption.</summary>
internal sealed class CameraCaptions() : CleaningRule(
    "camera-captions", "Captions made by cameras", "Does not take for a caption what a camera writes by itself, such as OLYMPUS DIGITAL CAMERA.",
    new([], null, null, null, "OLYMPUS DIGITAL CAMERA"))
{
    private const int LongestWords = 48;

    /// <summary>By makers' ImageDescription, in the form in which words are compared.</summary>
    private static readonly FrozenSet<string> Words = new[]
    {
        "olympus digital camera", "olympus camera", "sony dsc", "dcim", "digital camera", "digital still camera", "samsung camera pictures", "samsung digital camera",
        "samsung techwin", "minolta digital camera", "konica minolta digital camera", "konica digital camera", "pentax digital camera", "kodak digital still camera",
        "ricoh digital camera", "casio computer co ltd", "nikon digital camera", "fuji digital camera", "sanyo digital camera", "panasonic digital camera",
        "jpeg picture", "exif jpeg picture", "exif jpeg", "dig cam", "hp photosmart", "vivitar digital camera", "polaroid digital camera", "medion digital camera",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override CleaningFields Clean(CleaningFields fields, AgencyCatalogue agencies) =>
        fields.Caption is { Length: <= LongestWords } caption && Words.Contains(TextNormaliser.Normalise(caption).Trim()) ? fields with { Caption = null } : fields;
}
