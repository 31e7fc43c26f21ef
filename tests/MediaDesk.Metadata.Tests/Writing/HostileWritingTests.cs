using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>Damaged files are written into or refused, never a reason to fall.</summary>
public sealed class HostileWritingTests
{
    private const int Most = 300 * 1024;

    private static readonly Dictionary<string, FieldValue?> Changes = new()
    {
        ["headline"] = FieldValue.Of("Новое"), ["description"] = FieldValue.Of("New"), ["creatorNames"] = FieldValue.Of(["A", "B"]), ["dateCreated"] = FieldValue.Of("2001-02-03T04:05:06"),
        ["keywords"] = null, ["copyrightNotice"] = null, ["locationsShown"] = FieldValue.Of([new FieldValues([KeyValuePair.Create("city", FieldValue.Of("Paris")!)])]),
    };

    [Fact]
    public void MutatedFiles_AreWrittenOrRefused()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("MEDIADESK_MUTATIONS") ?? "3000", System.Globalization.CultureInfo.InvariantCulture);
        var files = Corpus.Files("corpus").Where(path => new FileInfo(path).Length < Most).Where(IsWritable).ToList();
        var slow = new List<string>();
        for (var seed = 0; seed < count; seed++)
        {
            var path = files[seed % files.Count];
            var photo = Mutate(File.ReadAllBytes(path), new Random(seed));
            var started = Effort.Now();
            try
            {
                var (result, bytes) = Written.Try(photo, Changes);
                Assert.Equal(result.IsWritten, bytes.Length > 0);
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{path} with seed {seed}: {fault}");
            }

            if (Effort.Now() - started is > 1 and var seconds)
            {
                slow.Add($"{path} with seed {seed}: {seconds:0.0} s");
            }
        }

        Assert.True(slow.Count == 0, string.Join('\n', slow));
    }

    [Fact]
    public void TagsThatAllPointAtTheSameBytes_TakeNoMoreMemoryThanTheLimit()
    {
        const int Value = 500_000, Tags = 200;
        var exif = new ExifText();
        for (ushort tag = 0; tag < Tags; tag++)
        {
            exif.Raw((ushort)(0xC000 + tag), 7, new byte[5]);
        }

        byte[] block = [.. exif.Text(0x010E, "Caption").ToBytes(), .. new byte[Value]];
        for (var at = 10; at < 10 + ((Tags + 1) * 12); at += 12)
        {
            if (block[at + 1] == 0xC0)
            {
                BitConverter.GetBytes(Value).CopyTo(block, at + 4);
                BitConverter.GetBytes(block.Length - Value).CopyTo(block, at + 8);
            }
        }

        var photo = PhotoBytes.PngOf(PhotoBytes.Chunk("eXIf", block));
        Assert.InRange(Effort.AllocatedBytes(() => Written.Try(photo, Changes)), 0, (64 << 20) + photo.Length);
    }

    /// <summary>Bytes turned over, runs taken out or doubled, numbers made huge, the end cut off; mostly near the beginning, where metadata stands.</summary>
    private static byte[] Mutate(byte[] photo, Random random)
    {
        var bytes = new List<byte>(photo);
        for (var i = random.Next(1, 8); i > 0 && bytes.Count > 64; i--)
        {
            var at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Count, 4096) : bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.RemoveRange(bytes.Count - length, length);
                    break;
                case 3:
                    for (var j = at; j < at + Math.Min(length, 4); j++)
                    {
                        bytes[j] = 0xFF;
                    }

                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static bool IsWritable(string path)
    {
        using var file = File.OpenRead(path);
        return MetadataReader.Read(file).Format is PhotoFormat.Jpeg or PhotoFormat.Png or PhotoFormat.WebP or PhotoFormat.Tiff;
    }
}
