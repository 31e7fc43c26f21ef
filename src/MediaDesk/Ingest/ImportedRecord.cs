using System.Collections.Immutable;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;

namespace MediaDesk.Ingest;

/// <summary>What a record of another system tells as a file would: so the file that comes later is known to be the same photo.</summary>
internal static class ImportedRecord
{
    private const string SupplierImageId = "imageSupplierImageId";

    public static MetadataReading Reading(MediaItem item) => Reading(item.Said(null), item.ExternalId, item.FileName);

    /// <param name="externalId">The other system's number, which often is the agency's.</param>
    public static MetadataReading Reading(FieldValues fields, string? externalId, string fileName)
    {
        // A number counts by the place it stands in, as in a file; see AgencyPhotoIdentity.
        (string Where, string? Id)[] numbers =
        [
            ("ImageSupplierImageID", fields.Text(SupplierImageId)),
            ("ObjectName", fields.Text(NewsroomFields.Title.Id)),
            ("TransmissionReference", fields.Text(NewsroomFields.JobId.Id)),
            ("ExternalId", externalId),
            ("FileName", Path.GetFileNameWithoutExtension(fileName)),
        ];
        return new()
        {
            Fields = fields,
            AgencyPhotoIds = [.. numbers.Where(number => !string.IsNullOrWhiteSpace(number.Id)).Select(number => new AgencyPhotoId(number.Where, number.Id!.Trim()))],
        };
    }
}
