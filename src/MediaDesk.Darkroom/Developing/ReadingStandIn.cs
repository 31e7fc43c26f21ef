using MediaDesk.Metadata;

namespace MediaDesk.Darkroom.Developing;

internal static class ReadingStandIn
{
    public static MetadataReading Read(Stream file)
    {
        Span<byte> head = stackalloc byte[12];
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        PhotoFormat? format = head switch
        {
            [0xFF, 0xD8, ..] => PhotoFormat.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => PhotoFormat.Png,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', ..] => PhotoFormat.WebP,
            [(byte)'I', (byte)'I', 42, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => PhotoFormat.Tiff,
            _ => null,
        };
        return new() { Format = format };
    }
}
