namespace MediaDesk.Metadata.Exif;

/// <summary>Tag numbers of Exif 3.0 (CIPA DC-008) that the desk reads.</summary>
internal static class ExifTags
{
    public const ushort ImageDescription = 0x010E, Make = 0x010F, Model = 0x0110, Orientation = 0x0112, Artist = 0x013B, Copyright = 0x8298;
    public const ushort ExifDirectory = 0x8769, GpsDirectory = 0x8825, InteroperabilityDirectory = 0xA005;
    public const ushort Version = 0x9000;
    public const ushort ThumbnailOffset = 0x0201, ThumbnailLength = 0x0202;

    public const ushort ExposureTime = 0x829A, FNumber = 0x829D, Iso = 0x8827, StandardOutputSensitivity = 0x8831, RecommendedExposureIndex = 0x8832;
    public const ushort DateTimeOriginal = 0x9003, OffsetTimeOriginal = 0x9011, SubSecTimeOriginal = 0x9291;
    public const ushort FocalLength = 0x920A, PixelWidth = 0xA002, PixelHeight = 0xA003, ImageUniqueId = 0xA420, LensSpecification = 0xA432, LensModel = 0xA434;

    public const ushort GpsLatitudeRef = 1, GpsLatitude = 2, GpsLongitudeRef = 3, GpsLongitude = 4;
}
