using System.Text.Json;
using MediaDesk.Metadata.Tests.Files;
using static MediaDesk.Metadata.Tests.Files.BoxBytes;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests;

/// <summary>Content credentials in every container that can carry them, and nothing else taken for them.</summary>
public sealed class ContentCredentialsTests
{
    /// <summary>Content authenticity before C2PA, a 360° scene, and a description that merely has the label.</summary>
    private static readonly string[] OtherTypes = ["636163620011001080000 0AA00389B71", "785F3630001100108000 00AA00389B71", "00000000001100108000 00AA00389B71"];

    public static TheoryData<string> Containers() => ["jpeg", "png", "webp", "tiff", "heic", "avif", "jxl", "jp2"];

    [Theory]
    [MemberData(nameof(Containers))]
    public void ManifestStore_IsDetected(string container)
    {
        var reading = Read(With(container, Jumbf()));

        Assert.Equal(container, JsonSerializer.Serialize(reading.Format).Trim('"'));
        Assert.True(reading.HasContentCredentials);
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void OtherBoxes_AreNotTakenForOne(string container)
    {
        Assert.All(OtherTypes, type => Assert.False(Read(With(container, Jumbf(Convert.FromHexString(type.Replace(" ", "", StringComparison.Ordinal))))).HasContentCredentials));
        Assert.False(Read(With(container, [])).HasContentCredentials);
        Assert.False(Read(With(container, "no box, but it speaks of c2pa and of jumb"u8.ToArray())).HasContentCredentials);
    }

    [Fact]
    public void Corpus_HasThemWhereExiftoolFindsThem()
    {
        var files = Corpus.Files("corpus").Where(file => Detected(file) is not null).ToList();
        var ours = files.Where(file => Detected(file) == true).ToList();
        var theirs = Writing.OtherReaders.ExiftoolValues(Corpus.Folder("corpus"), "-r", "-JUMBF:JUMDType")
            .Where(file => file.Value.StartsWith("(c2pa)", StringComparison.Ordinal)).Select(file => file.Key)
            .Intersect(files).Order(StringComparer.Ordinal);

        Assert.NotEmpty(ours);
        Assert.Equal(theirs, ours);
    }

    private static bool? Detected(string file)
    {
        using var stream = File.OpenRead(file);
        var reading = MetadataReader.Read(stream);
        return reading.Format is null ? null : reading.HasContentCredentials;
    }

    private static byte[] With(string container, byte[] jumbf)
    {
        // ISO base media files carry the content of the superbox behind a UUID, a purpose and an offset.
        byte[] media = jumbf.Length > 0 && jumbf.AsSpan().IndexOf("jumdc2pa\0"u8) >= 0 ? UuidBox("D8FEC3D61B0E483C92975828877EC481", [.. new byte[4], .. "manifest\0"u8, .. new byte[8], .. jumbf]) : Box("free", jumbf);
        return container switch
        {
            "jpeg" => JpegOf(Segment(0xEB, "JP"u8.ToArray(), [0, 1, 0, 0, 0, 1], jumbf)),
            "png" => PngOf(Chunk("caBX", jumbf)),
            "webp" => WebPOf(("C2PA", jumbf)),
            "tiff" => TiffOf().Raw(0xCD41, 7, [.. jumbf, .. new byte[8]]).ToBytes(Pixels()),
            "heic" or "avif" => HeifOf(container, [], [], false, media),
            "jxl" => JpegXlOf(jumbf.Length > 0 && jumbf[4] == 'j' ? jumbf : Box("free", jumbf)),
            _ => Jpeg2000Of(jumbf.Length > 0 && jumbf[4] == 'j' ? jumbf : Box("free", jumbf)),
        };
    }
}
