using MediaDesk.Metadata.Tiff;
using static MediaDesk.Metadata.Exif.ExifTags;

namespace MediaDesk.Metadata.Exif;

/// <summary>
/// Reads the tags the desk needs from an EXIF block, each by its own address. Nothing else in the block is followed, so no maker
/// note, however strange, costs time or memory.
/// </summary>
internal static class ExifReader
{
    public static ExifValues? Read(string where, ByteWindow block, ProblemList problems)
    {
        if (TiffFile.Open(block) is not { } tiff || tiff.Directory(tiff.FirstDirectory) is not { } main)
        {
            problems.Add(where, "The EXIF block is broken; it was not read.");
            return null;
        }

        if (main.IsCutOff)
        {
            problems.Add(where, "The EXIF block is cut off; what is left of it was read.");
        }

        return Read(main, Sub(tiff, main, ExifDirectory), Sub(tiff, main, GpsDirectory)) with { Thumbnail = main.Next > 0 ? Thumbnail(tiff, tiff.Directory(main.Next)) : null };
    }

    /// <summary>Reads from the three directories wherever a container keeps them.</summary>
    public static ExifValues Read(TiffDirectory main, TiffDirectory? exif, TiffDirectory? gps)
    {
        var taken = exif is null ? null
            : LooseDates.FromExif(exif.Text(DateTimeOriginal), exif.Text(SubSecTimeOriginal), exif.Text(OffsetTimeOriginal));
        return new ExifValues
        {
            Orientation = main.Integer(Orientation) is >= 1 and <= 8 and var turn ? (int)turn : null,
            ImageDescription = main.Text(ImageDescription),
            Artist = main.Text(Artist),
            Copyright = CopyrightOf(main),
            Taken = taken,
            UniqueId = exif?.Text(ImageUniqueId),
            Camera = CameraOf(main, exif, taken),
            Gps = gps is null ? null : GpsOf(gps),
        };
    }

    private static TiffDirectory? Sub(TiffFile tiff, TiffDirectory main, ushort tag) =>
        main.Integer(tag) is > 0 and var at ? tiff.Directory(at) : null;

    /// <summary>Photographer, NUL, editor (Exif 3.0, 4.6.5); either may be blank.</summary>
    private static string? CopyrightOf(TiffDirectory main)
    {
        var parts = (main.WholeText(Copyright) ?? "").Split('\0').Take(2).Select(part => PlainText.Clean(part).Trim()).Where(part => part.Length > 0);
        var text = string.Join('\n', parts);
        return text.Length > 0 ? text : null;
    }

    private static CameraFacts? CameraOf(TiffDirectory main, TiffDirectory? exif, PartialDate? taken)
    {
        var camera = new CameraFacts
        {
            Make = main.Text(Make)?.Trim(),
            Model = main.Text(Model)?.Trim(),
            Lens = exif?.Text(LensModel)?.Trim() ?? LensOf(exif),
            ExposureTime = Positive(exif?.Rational(ExposureTime)),
            FNumber = Positive(exif?.Rational(FNumber)),
            FocalLength = Positive(exif?.Rational(FocalLength)),
            Iso = IsoOf(exif),
            Taken = taken?.ToString(),
        };
        return camera == new CameraFacts() ? null : camera;
    }

    /// <summary>ISO in 16 bits ends at 65535; what is faster stands in a tag of its own (Exif 2.3).</summary>
    private static int? IsoOf(TiffDirectory? exif)
    {
        var iso = exif?.Integer(Iso);
        if (iso is null or 0 or 65535)
        {
            iso = exif?.Integer(RecommendedExposureIndex) ?? exif?.Integer(StandardOutputSensitivity) ?? iso;
        }

        return iso is > 0 and <= int.MaxValue ? (int)iso : null;
    }

    /// <summary>Shortest and longest focal length and their f-numbers, in the customary form.</summary>
    private static string? LensOf(TiffDirectory? exif)
    {
        if (Positive(exif?.Rational(LensSpecification)) is not { } shortest || Positive(exif?.Rational(LensSpecification, 1)) is not { } longest)
        {
            return null;
        }

        var zoom = shortest == longest ? FormattableString.Invariant($"{shortest:0.#} mm") : FormattableString.Invariant($"{shortest:0.#}-{longest:0.#} mm");
        return Positive(exif?.Rational(LensSpecification, 2)) is { } aperture ? FormattableString.Invariant($"{zoom} f/{aperture:0.#}") : zoom;
    }

    private static double? Positive(double? value) => value > 0 ? value : null;

    private static GpsPosition? GpsOf(TiffDirectory gps)
    {
        var lat = Degrees(gps, GpsLatitude, gps.Text(GpsLatitudeRef), 'N', 'S', 90);
        var lon = Degrees(gps, GpsLongitude, gps.Text(GpsLongitudeRef), 'E', 'W', 180);

        // Receivers without a fix write zeros; nobody photographs at 0° 0'.
        return lat is { } north && lon is { } east && (north != 0 || east != 0) ? new GpsPosition(north, east) : null;
    }

    /// <summary>Degrees, minutes and seconds; minutes and seconds may be absent or 0/0. Without its hemisphere a number is no place.</summary>
    private static double? Degrees(TiffDirectory gps, ushort tag, string? hemisphere, char positive, char negative, double most)
    {
        if (gps.Rational(tag) is not { } degrees || hemisphere is not { Length: > 0 })
        {
            return null;
        }

        var value = degrees + ((gps.Rational(tag, 1) ?? 0) / 60) + ((gps.Rational(tag, 2) ?? 0) / 3600);
        var sign = char.ToUpperInvariant(hemisphere.Trim()[0]);
        return value < 0 || value > most ? null : sign == positive ? value : sign == negative ? -value : null;
    }

    /// <summary>The JPEG the second directory points at, when it is one.</summary>
    private static ByteRange? Thumbnail(TiffFile tiff, TiffDirectory? second) =>
        second?.Integer(ThumbnailOffset) is { } at && second.Integer(ThumbnailLength) is { } length ? EmbeddedJpeg.At(tiff.Bytes, at, length) : null;
}
