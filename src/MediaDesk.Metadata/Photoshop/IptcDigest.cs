using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MediaDesk.Metadata.Photoshop;

/// <summary>Photoshop's digest of the IIM block (resource 0x0425), by which software sees that IIM was changed after XMP was written.</summary>
internal static class IptcDigest
{
    [SuppressMessage("Security", "CA5351", Justification = "The format prescribes MD5; nothing is protected by it.")]
    public static byte[] Of(ReadOnlySpan<byte> iim) => MD5.HashData(iim);
}
