using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>The three texts and the date that EXIF shares with the standard, in every container that carries EXIF.</summary>
public sealed class ExifTwinsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-twins-");

    public static TheoryData<string> Containers => ["jpg", "png", "webp", "tif", "raw.png"];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Containers))]
    public void Twins_FollowAndAreClearedWithTheirProperty(string container)
    {
        var original = With(container);

        var written = Written.To(
            original, (NewsroomFields.Caption, FieldValue.Of("Новая подпись")), (NewsroomFields.Byline, FieldValue.Of(["Zoë", "Jo; Sons"])),
            (NewsroomFields.CopyrightNotice, FieldValue.Of("© Z")), (NewsroomFields.DateCreated, FieldValue.Of("2021-05-06T07:08:09.25+02:00")));
        var cleared = Written.To(written, (NewsroomFields.Caption, null), (NewsroomFields.Byline, null), (NewsroomFields.CopyrightNotice, null), (NewsroomFields.DateCreated, null));

        var tags = Tags(container, written, cleared);
        Assert.Equal(
            ("Новая подпись", "Zoë; \"Jo; Sons\"", "© Z", "2021:05:06 07:08:09", "25", "+02:00", "Camera"),
            (tags[0]["IFD0:ImageDescription"], tags[0]["IFD0:Artist"], tags[0]["IFD0:Copyright"], tags[0]["ExifIFD:DateTimeOriginal"],
                tags[0]["ExifIFD:SubSecTimeOriginal"], tags[0]["ExifIFD:OffsetTimeOriginal"], tags[0]["IFD0:Make"]));
        Assert.DoesNotContain(tags[1].Keys, tag => tag is "IFD0:ImageDescription" or "IFD0:Artist" or "IFD0:Copyright" || tag.Contains("TimeOriginal", StringComparison.Ordinal));
        Assert.Equal("Camera", tags[1]["IFD0:Make"]);
        Assert.Equal("24-70mm", tags[1]["ExifIFD:LensModel"]);
        Assert.True(cleared.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Новая подпись")) < 0);
    }

    [Theory]
    [InlineData("2020-02-03", "2020:02:03 04:05:06")]
    [InlineData("2020-02", "2020:02:03 04:05:06")]
    [InlineData("2020-02-03T04:05:06", "2020:02:03 04:05:06")]
    [InlineData("2020-02-04", "2020:02:04   :  :  ")]
    [InlineData("2019", "2019:  :     :  :  ")]
    [InlineData("2020-02-03T04:05:07", "2020:02:03 04:05:07")]
    public void DateOfTheCamera_ChangesOnlyWhenTheEditorSaysAnother(string date, string exif)
    {
        var written = Written.To(With("jpg"), (NewsroomFields.DateCreated, FieldValue.Of(date)));

        Assert.Equal(exif, Tags("jpg", written)[0]["ExifIFD:DateTimeOriginal"]);
        Assert.Equal(date, Read(written).Fields.Text("dateCreated"));
        Assert.Empty(Read(written).Conflicts);
    }

    [Fact]
    public void OtherProperties_LeaveExifByteForByte()
    {
        var original = With("jpg");

        var written = Written.To(original, (NewsroomFields.Headline, FieldValue.Of("New")));

        Assert.Equal(Exif(original), Exif(written));
    }

    [Fact]
    public void TextWithoutRoomInExif_StandsInTheOtherLayersAlone()
    {
        var exif = new ExifText().Text(0x010E, "Old").Raw(0x927C, 7, new byte[65_000]).ToBytes();

        var (result, written) = Written.Try(JpegOf(ExifSegment(exif)), (NewsroomFields.Caption, FieldValue.Of(new string('x', 3000))));

        Assert.Contains("room", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal(3000, Read(written).Fields.Text("description")!.Length);
        Assert.Empty(Read(written).Conflicts);
    }

    private static byte[] With(string container)
    {
        var exif = Twins().ToBytes();
        return container switch
        {
            "jpg" => JpegOf(ExifSegment(exif)),
            "png" => PngOf(Chunk("eXIf", exif)),
            "raw.png" => PngOf(RawProfileChunk("exif", [.. "Exif\0\0"u8, .. exif])),
            "webp" => WebPOf(("EXIF", exif)),
            _ => Twins(TiffOf()).ToBytes(Pixels()),
        };
    }

    private static ExifText Twins(ExifText? directory = null) =>
        (directory ?? new ExifText()).Text(0x010E, "OLYMPUS DIGITAL CAMERA").Text(0x010F, "Camera").Text(0x013B, "J").Text(0x8298, "© Somebody")
            .Child(0x8769, new ExifText().Raw(0x9000, 7, "0232"u8.ToArray()).Text(0x9003, "2020:02:03 04:05:06").Text(0xA434, "24-70mm"));

    private static string Exif(byte[] jpeg) => Convert.ToHexString(jpeg, jpeg.AsSpan().IndexOf("Exif\0"u8), Twins().ToBytes().Length);

    private List<Dictionary<string, string>> Tags(string container, params byte[][] photos)
    {
        var files = photos.Index().Select(photo => Path.Combine(folder.FullName, $"{photo.Index}.{container}")).ToArray();
        foreach (var (file, photo) in files.Zip(photos))
        {
            File.WriteAllBytes(file, photo);
        }

        return OtherReaders.Exiftool(files);
    }
}
