using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediaDesk.Metadata;

namespace MediaDesk.Darkroom;

/// <summary>One file for a child, with the limits that only the child can check.</summary>
/// <param name="Sidecar">When set the file is not developed, but read together with this XMP sidecar.</param>
/// <param name="Copy">When set the file is not developed, but copied there with <paramref name="Fields"/> in it.</param>
/// <param name="IsLook">When set the file is a rendition, and how it looks is asked for alone.</param>
/// <param name="Fields">All that the copy shall say: a property of the standard that is not among them is cleared.</param>
internal sealed record DarkroomRequest(
    string File, string OutputStem, long PixelLimit, long ProgressivePixelLimit, int SideLimit, ReadingOrder ReadingOrder, string? Sidecar = null,
    string? Copy = null, FieldValues? Fields = null, bool IsLook = false);

/// <summary>What a child says: ready once, then for each file a reading, the first paint, and an end; of a copy only its end.</summary>
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Read), "read")]
[JsonDerivedType(typeof(Painted), "painted")]
[JsonDerivedType(typeof(Developed), "developed")]
[JsonDerivedType(typeof(Copied), "copied")]
[JsonDerivedType(typeof(Looked), "looked")]
[JsonDerivedType(typeof(Failed), "failed")]
internal abstract record DarkroomReply
{
    public sealed record Ready : DarkroomReply;

    /// <param name="Reading">What the file says about itself.</param>
    /// <param name="HasFirstPaint">Whether the 320 is there already, made from the EXIF thumbnail.</param>
    public sealed record Read(MetadataReading Reading, bool HasFirstPaint) : DarkroomReply;

    /// <summary>The final 320 has been written.</summary>
    public sealed record Painted : DarkroomReply;

    /// <param name="PerceptualHash">See <see cref="DarkroomResult.PerceptualHash"/>.</param>
    public sealed record Developed(IReadOnlyList<WrittenRendition> Renditions, long? PerceptualHash = null) : DarkroomReply;

    /// <param name="PerceptualHash">Of a rendition.</param>
    public sealed record Looked(long PerceptualHash) : DarkroomReply;

    /// <param name="Refusal">Why the copy was not made, or null when it is there.</param>
    public sealed record Copied(string? Refusal) : DarkroomReply;

    public sealed record Failed(DarkroomFailure Failure) : DarkroomReply;
}

/// <summary>A rendition as the child reports it: without a path, which the desk knows better.</summary>
internal sealed record WrittenRendition(int Size, int Width, int Height, long ByteSize);

/// <summary>JSON messages behind a length of four bytes, little-endian.</summary>
internal static class DarkroomProtocol
{
    /// <summary>Far above any reading. A child that claims more is out of its mind.</summary>
    private const int LongestMessage = 64 << 20;

    public static async Task WriteRequestAsync(Stream stream, DarkroomRequest request, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Frame(JsonSerializer.SerializeToUtf8Bytes(request, DarkroomJson.Default.DarkroomRequest)), cancellationToken);

    /// <summary>The next reply, or null when the child has ended.</summary>
    public static async Task<DarkroomReply?> ReadReplyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length)
        {
            return null;
        }

        var body = new byte[CheckedLength(head)];
        return await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken) < body.Length
            ? null
            : JsonSerializer.Deserialize(body, DarkroomJson.Default.DarkroomReply);
    }

    public static void WriteReply(Stream stream, DarkroomReply reply)
    {
        stream.Write(Frame(JsonSerializer.SerializeToUtf8Bytes(reply, DarkroomJson.Default.DarkroomReply)));
        stream.Flush();
    }

    /// <summary>The next request, or null when the desk has closed the pipe or died.</summary>
    public static DarkroomRequest? ReadRequest(Stream stream)
    {
        var head = new byte[sizeof(int)];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var body = new byte[CheckedLength(head)];
        return stream.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length
            ? null
            : JsonSerializer.Deserialize(body, DarkroomJson.Default.DarkroomRequest);
    }

    private static byte[] Frame(byte[] body)
    {
        var frame = new byte[sizeof(int) + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, body.Length);
        body.CopyTo(frame, sizeof(int));
        return frame;
    }

    private static int CheckedLength(byte[] head) =>
        BinaryPrimitives.ReadInt32LittleEndian(head) is >= 0 and <= LongestMessage and var length
            ? length
            : throw new InvalidDataException("A message of the darkroom has an impossible length.");
}

/// <summary>Written at build time: reflection over a reading costs a starting process more than its first photo.</summary>
[JsonSerializable(typeof(DarkroomRequest))]
[JsonSerializable(typeof(DarkroomReply))]
internal sealed partial class DarkroomJson : JsonSerializerContext;
