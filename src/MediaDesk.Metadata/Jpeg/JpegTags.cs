namespace MediaDesk.Metadata.Jpeg;

/// <summary>Markers of ITU-T T.81 Annex B, and the headers by which application segments tell what they hold.</summary>
internal static class JpegTags
{
    public const byte Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, Dqt = 0xDB, Dnl = 0xDC, Dri = 0xDD, Dht = 0xC4, Jpg = 0xC8, Dac = 0xCC;
    public const byte Tem = 0x01, Rst0 = 0xD0, Rst7 = 0xD7;
    public const byte App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App11 = 0xEB, App13 = 0xED;

    public static ReadOnlySpan<byte> ExifHeader => "Exif\0"u8;
    public static ReadOnlySpan<byte> XmpHeader => "http://ns.adobe.com/xap/1.0/\0"u8;
    public static ReadOnlySpan<byte> XmpExtensionHeader => "http://ns.adobe.com/xmp/extension/\0"u8;
    public static ReadOnlySpan<byte> PhotoshopHeader => "Photoshop 3.0\0"u8;

    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (Dht or Jpg or Dac);

    /// <summary>Markers that stand alone, without a length.</summary>
    public static bool IsAlone(byte marker) => marker is Tem or (>= Rst0 and <= Soi);

    /// <summary>Segments that decide pixels: frames, tables, scans. Everything else is about the image.</summary>
    public static bool IsCodedImage(byte marker) => marker is (>= 0xC0 and <= 0xCF and not Jpg) or (>= Sos and <= 0xDF);
}
