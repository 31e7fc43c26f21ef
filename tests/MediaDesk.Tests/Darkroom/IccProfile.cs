using System.Buffers.Binary;
using System.Text;

namespace MediaDesk.Tests.Darkroom;

/// <summary>A display profile with the primaries and the gamma of Adobe RGB (1998), made from its published numbers.</summary>
internal static class IccProfile
{
    /// <summary>Primaries adapted to D50, and gamma 563/256 (Adobe RGB (1998) Color Image Encoding, 4.3).</summary>
    public static byte[] AdobeRgb() => Build(
    [
        ("desc", Description("Compatible with Adobe RGB")),
        ("cprt", Text("None")),
        ("wtpt", Xyz(0.9642, 1.0, 0.8249)),
        ("rXYZ", Xyz(0.60974, 0.31111, 0.01947)),
        ("gXYZ", Xyz(0.20528, 0.62567, 0.06087)),
        ("bXYZ", Xyz(0.14919, 0.06322, 0.74457)),
        ("rTRC", Gamma(2.19921875)),
        ("gTRC", Gamma(2.19921875)),
        ("bTRC", Gamma(2.19921875)),
    ]);

    /// <summary>ICC.1:2001-04, 6.1 and 6.2.</summary>
    private static byte[] Build(IReadOnlyList<(string Tag, byte[] Data)> tags)
    {
        var start = 128 + 4 + (12 * tags.Count);
        var profile = new byte[start + tags.Sum(tag => tag.Data.Length)];
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        profile[8] = 2;
        profile[9] = 0x40;
        Encoding.ASCII.GetBytes("mntrRGB XYZ ").CopyTo(profile, 12);
        Encoding.ASCII.GetBytes("acsp").CopyTo(profile, 36);
        Xyz(0.9642, 1.0, 0.8249).AsSpan(8).CopyTo(profile.AsSpan(68));
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Count);
        var at = start;
        for (var index = 0; index < tags.Count; index++)
        {
            var entry = profile.AsSpan(132 + (12 * index));
            Encoding.ASCII.GetBytes(tags[index].Tag).CopyTo(entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[index].Data.Length);
            tags[index].Data.CopyTo(profile, at);
            at += tags[index].Data.Length;
        }

        return profile;
    }

    private static byte[] Xyz(double x, double y, double z) => [.. "XYZ \0\0\0\0"u8, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Gamma(double gamma) => [.. "curv\0\0\0\0\0\0\0\u0001"u8, (byte)gamma, (byte)(gamma % 1 * 256), 0, 0];

    private static byte[] Text(string text) => Padded([.. "text\0\0\0\0"u8, .. Encoding.ASCII.GetBytes(text), 0]);

    private static byte[] Description(string text) =>
        Padded([.. "desc\0\0\0\0\0\0\0"u8, (byte)(text.Length + 1), .. Encoding.ASCII.GetBytes(text), 0, .. new byte[78]]);

    private static byte[] Fixed(double value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, (int)Math.Round(value * 65536));
        return bytes;
    }

    private static byte[] Padded(byte[] data) => [.. data, .. new byte[(4 - (data.Length % 4)) % 4]];
}
