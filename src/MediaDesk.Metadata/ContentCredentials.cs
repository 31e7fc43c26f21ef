using MediaDesk.Metadata.Heif;

namespace MediaDesk.Metadata;

/// <summary>Recognises content credentials: a C2PA manifest store in a JUMBF superbox (C2PA 2.1, 11.1; ISO 19566-5).</summary>
internal static class ContentCredentials
{
    private const int UuidLength = 16;

    /// <summary>The type by which a description box names a manifest store; JUMBF carries other things too, such as 360° scenes.</summary>
    private static ReadOnlySpan<byte> ManifestStore =>
        [(byte)'c', (byte)'2', (byte)'p', (byte)'a', 0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>The box in which ISO base media files carry a manifest store: C2PA 2.1, A.5.</summary>
    private static ReadOnlySpan<byte> MediaFileBox =>
        [0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81];

    /// <summary>Whether a run of boxes begins with the superbox of a manifest store.</summary>
    public static bool StandIn(ByteWindow boxes) => Boxes.In(boxes).Take(1).Any(IsManifestStore);

    /// <summary>Whether a box of a file is a manifest store, in either of the ways containers of boxes carry one.</summary>
    public static bool IsManifestStore(Box box) => box.Type switch
    {
        "jumb" => Boxes.Find(box.Body, "jumd") is { } description && IsUuid(description, ManifestStore),
        "uuid" => IsUuid(box.Body, MediaFileBox),
        _ => false,
    };

    private static bool IsUuid(ByteWindow body, ReadOnlySpan<byte> wanted)
    {
        Span<byte> uuid = stackalloc byte[UuidLength];
        return body.TryRead(0, uuid) && uuid.SequenceEqual(wanted);
    }
}
