using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaDesk.Metadata.Exif;

namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>exiftool's EXIF tags against ours. It converts some values also when asked for numbers; so does this.</summary>
internal static class ExifComparison
{
    /// <summary>APEX: the value is the logarithm of what is shown. Exif 3.0, annex C.</summary>
    private const ushort ShutterSpeed = 0x9201, Aperture = 0x9202, MaxAperture = 0x9205;

    private const ushort GpsTime = 7;

    /// <summary>Addresses count from the TIFF header, exiftool's from the beginning of the file.</summary>
    private static readonly ushort[] Addresses = [0x0111, 0x0144, 0x0201];

    private static readonly ushort[] GpsDegrees = [2, 4, 0x14, 0x16];
    private static readonly ushort[] Utf16Texts = [0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F];

    public static void Compare(string file, DumpedTag tag, MetadataLayers layers, Comparison result)
    {
        // What exiftool puts together from several tags, such as the thumbnail, has a name for its id.
        if (!ushort.TryParse(tag.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        var all = layers.Exif.Where(one => one.Tag == id && one.Directory == tag.Group).ToList();
        var want = tag.Value.ValueKind == JsonValueKind.Array ? string.Join(' ', tag.Value.EnumerateArray()) : tag.Value.ToString();
        var same = all.Find(one => Same(want, id, tag.Group, one) || IsAddress(file, want, id, one));
        result.Add(tag, want, all.Count == 0 ? null : Shown(all[0]), same is not null);
    }

    private static bool Same(string want, ushort id, string group, ExifTag got)
    {
        if (got.Bytes is not { } bytes)
        {
            return false;
        }

        if (want.StartsWith($"(Binary data {bytes.Length} bytes", StringComparison.Ordinal) || SameTexts(want, id, got))
        {
            return true;
        }

        // A long list of numbers counts as binary, by its length as a text.
        if (want == $"(Binary data {string.Join(' ', got.Numbers).Length} bytes, use -b option to extract)")
        {
            return true;
        }

        if (group == "GPS" && id == GpsTime && got.Numbers is [var hours, var minutes, var seconds])
        {
            return Leaf.SameNumber((hours * 3600) + (minutes * 60) + seconds, want.Split(':').Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : -1).Aggregate(0.0, (sum, part) => (sum * 60) + part));
        }

        var numbers = Converted(id, group, [.. got.Numbers]);
        var parts = want.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (numbers.Length > 0 && parts.Length == numbers.Length && parts.Zip(numbers).All(pair => SameNumber(pair.First, pair.Second))) || SameBytes(parts, bytes.AsSpan(), got.IsBigEndian);
    }

    /// <summary>Bytes without a type, shown as numbers of two bytes, as two such numbers before single ones (the size of a colour filter array), or in hexadecimal.</summary>
    private static bool SameBytes(string[] want, ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        if (want is [var hexadecimal] && hexadecimal.Equals(Convert.ToHexString(bytes), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // Cameras disagree on the byte order of bytes without a type.
        return SameShorts(want, bytes, bigEndian) || SameShorts(want, bytes, !bigEndian);
    }

    private static bool SameShorts(string[] want, ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var shorts = new List<string>();
        for (var at = 0; at + 2 <= bytes.Length; at += 2)
        {
            shorts.Add((bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])).ToString(CultureInfo.InvariantCulture));
        }

        return want.SequenceEqual(shorts) || (bytes.Length > 4 && want.SequenceEqual([.. shorts.Take(2), .. bytes[4..].ToArray().Select(one => one.ToString(CultureInfo.InvariantCulture))]));
    }

    /// <summary>What stands in the file by exiftool's address less ours is a TIFF header.</summary>
    private static bool IsAddress(string file, string want, ushort id, ExifTag got)
    {
        if (Array.IndexOf(Addresses, id) < 0 || got.Numbers is not [var address] || !long.TryParse(want, CultureInfo.InvariantCulture, out var place) || place < address)
        {
            return false;
        }

        using var stream = File.OpenRead(file);
        stream.Position = place - (long)address;
        return stream.ReadByte() is 'I' or 'M' && stream.ReadByte() is 'I' or 'M';
    }

    private static bool SameTexts(string want, ushort id, ExifTag got)
    {
        var bytes = got.Bytes!.Value.AsSpan();
        List<string> texts = [Encoding.UTF8.GetString(bytes), Encoding.Latin1.GetString(bytes), got.Text ?? ""];
        if (Array.IndexOf(Utf16Texts, id) >= 0)
        {
            texts.Add(Encoding.Unicode.GetString(bytes));
        }

        // UserComment, GPSProcessingMethod and GPSAreaInformation name their character set in the first eight bytes.
        if (got.Type == 7 && bytes.Length > 8)
        {
            texts.AddRange([Encoding.UTF8.GetString(bytes[8..]), Encoding.Unicode.GetString(bytes[8..]), Encoding.BigEndianUnicode.GetString(bytes[8..])]);
        }

        return texts.Exists(text => Leaf.Same(want, text) || Leaf.Same(want, text.Split('\0')[0]));
    }

    private static double[] Converted(ushort id, string group, double[] numbers) => (id, numbers) switch
    {
        (ShutterSpeed, [var one]) => [Math.Pow(2, -one)],
        (Aperture or MaxAperture, [var one]) => [Math.Pow(2, one / 2)],
        (_, [var degrees, .. var rest]) when group == "GPS" && Array.IndexOf(GpsDegrees, id) >= 0 =>
            [degrees + rest.Select((part, i) => double.IsFinite(part) ? part / Math.Pow(60, i + 1) : 0).Sum()],
        _ => numbers,
    };

    private static bool SameNumber(string want, double got) => want switch
    {
        "inf" => double.IsInfinity(got),
        "undef" => double.IsNaN(got),
        _ => double.TryParse(want, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Leaf.SameNumber(number, got),
    };

    private static string Shown(ExifTag tag) =>
        tag.Text ?? (tag.Bytes is null ? "(outside)" : string.Join(' ', tag.Numbers.Take(12).Select(number => number.ToString(CultureInfo.InvariantCulture)))) + $" ({tag.Type}×{tag.Count})";
}
