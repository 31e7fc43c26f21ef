using System.IO.Compression;
using System.Text;
using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Tests.Fuzzing;
using static MediaDesk.Metadata.Tests.Files.PhotoBytes;

namespace MediaDesk.Metadata.Tests;

/// <summary>No content makes the reader throw, or take more memory than 64 MiB above the file's own size.</summary>
public sealed class HostileFilesTests
{
    private const long MostAllocated = 64 * 1024 * 1024;

    [Fact]
    public void EveryFileOfTheCorpus_IsReadWithinTheLimit()
    {
        foreach (var path in Corpus.Files("corpus"))
        {
            using var file = File.OpenRead(path);
            AssertReads(file, path);
        }
    }

    [Fact]
    public void CompressedText_ThatNeedsADictionary_IsDamagedAndTheRestIsRead()
    {
        // RFC 1950, 2.2: FDICT is set, and the dictionary is nowhere.
        byte[] packed = [0x78, 0x20, 1, 2, 3, 4, 5, 6, 7, 8];
        var file = PngOf(Chunk("zTXt", [.. "Raw profile type iptc\0"u8, 0, .. packed]), XmpChunk(XmpText.Utf8(XmpText.Packet("<photoshop:Headline>Fire</photoshop:Headline>"))));

        var reading = MetadataReader.Read(new MemoryStream(file));

        Assert.Contains(reading.Problems, problem => problem.What.Contains("compressed block is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void OwnFiles_CutAtEveryByte_NeverThrow()
    {
        foreach (var seed in FuzzSeeds.Own())
        {
            for (var length = 0; length <= seed.Length; length++)
            {
                AssertReads(new MemoryStream(seed, 0, length), $"cut at {length}");
            }
        }
    }

    public static TheoryData<string, byte[]> Giants() => new()
    {
        { "PNG chunk of 2 GiB", [.. PngOf()[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "iTXtXML:com.adobe.xmp\0"u8] },
        { "PNG chunk of 4 GiB", [.. PngOf()[..33], 0xFF, 0xFF, 0xFF, 0xFF, .. "eXIf"u8, .. new byte[20]] },
        { "WebP chunk of 4 GiB", [.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "WEBPXMP "u8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3] },
        { "TIFF value of 4 GiB", new ExifText().Raw(700, 1, new byte[5]).ToBytes() is var tiff ? Patch(tiff, 14, [0xFF, 0xFF, 0xFF, 0xFF]) : [] },
        { "BigTIFF of 2^63 entries", [.. "II+\0\x08\0\0\0"u8, 16, 0, 0, 0, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0x7F, 40)] },
        { "HEIC box of 2^63 bytes", [.. HeicHead(), 0, 0, 0, 1, .. "meta"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0] },
        { "IIM dataset of 4 GiB", JpegOf(IimSegment([0x1C, 2, 120, 0x80, 4, 0xFF, 0xFF, 0xFF, 0xFF, 65])) },
        { "EXIF with 65535 entries", JpegOf(ExifSegment([.. "II*\0\x08\0\0\0\xFF\xFF"u8[..8], 0xFF, 0xFF, .. new byte[60_000]])) },
        { "Packed XMP of 1 GiB", PngOf(Chunk("iTXt", [.. "XML:com.adobe.xmp\0\x01\0\0\0"u8, .. Zeros(1 << 30)])) },
    };

    [Theory]
    [MemberData(nameof(Giants), DisableDiscoveryEnumeration = true)]
    public void ClaimedGigabytes_AreNotAllocated(string what, byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        MetadataReader.Read(new MemoryStream(file));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated, what);
    }

    [Fact]
    public void XmlNestedDeeply_DoesNotExhaustTheStack()
    {
        const int Depth = 200_000;
        var packet = XmpText.Packet(string.Concat(Enumerable.Repeat("<dc:title>", Depth)) + string.Concat(Enumerable.Repeat("</dc:title>", Depth)));

        // 200,000 levels take minutes for whoever spends time by the square of the depth.
        Assert.Empty(MetadataReader.Read(new MemoryStream(PngOf(XmpChunk(XmpText.Utf8(packet))))).Fields);
    }

    [Fact]
    public void ManyPackets_AreNotAllRead()
    {
        var packet = XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("photoshop:City", "Idlib") + new string(' ', 60_000))));
        using var file = new MemoryStream(JpegOf([.. Enumerable.Repeat(packet, 500)]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = MetadataReader.Read(file);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("This is a text that somebody renamed.", "not a photo")]
    public void NoPhoto_SaysSo(string content, string what)
    {
        var reading = Read(Encoding.UTF8.GetBytes(content));

        Assert.Null(reading.Format);
        Assert.Contains(what, Assert.Single(reading.Problems).What, StringComparison.Ordinal);
    }

    private static void AssertReads(Stream file, string what)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Record.Exception(() => MetadataReader.Read(file));
        Assert.True(fault is null, $"{what}: {fault}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated + file.Length, $"{what} took too much memory");
    }

    private static byte[] HeicHead() => [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];

    private static byte[] Patch(byte[] bytes, int at, byte[] patch)
    {
        patch.CopyTo(bytes, at);
        return bytes;
    }

    private static byte[] Zeros(int length)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var written = 0; written < length; written += block.Length)
            {
                zlib.Write(block);
            }
        }

        return packed.ToArray();
    }
}
