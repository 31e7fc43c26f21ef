using System.Collections.Immutable;
using MediaDesk.Metadata.Iim;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata;

/// <summary>The places where agencies put their own id of a photo, the surest first.</summary>
internal static class AgencyIds
{
    public static ImmutableArray<AgencyPhotoId> Of(XmpValues xmp, IimBlock? iim)
    {
        (string Where, string? Id)[] candidates =
        [
            ("XMP-getty:AssetID", xmp.Text(XmpTags.GettyAssetId)),
            ("XMP-plus:ImageSupplierImageID", xmp.Text(XmpTags.SupplierImageId)),
            ("IPTC:FixtureIdentifier", iim?.Text(IimTags.FixtureIdentifier)),
            ("XMP-photoshop:TransmissionReference", xmp.Text(XmpTags.NameOf(NewsroomFields.JobId))),
            ("IPTC:OriginalTransmissionReference", iim?.Text(NewsroomFields.JobId.IimDataset)),
            ("XMP-dc:Title", xmp.Text(XmpTags.NameOf(NewsroomFields.Title))),
            ("IPTC:ObjectName", iim?.Text(NewsroomFields.Title.IimDataset)),
        ];
        return [.. candidates.Where(candidate => candidate.Id?.Any(char.IsLetterOrDigit) == true).Select(candidate => new AgencyPhotoId(candidate.Where, candidate.Id!.Trim()))];
    }
}
