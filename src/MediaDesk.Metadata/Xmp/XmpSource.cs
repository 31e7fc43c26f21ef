using System.Buffers;

namespace MediaDesk.Metadata.Xmp;

/// <summary>The XML of a packet as it is given to a parser, for reading and for writing alike.</summary>
/// <param name="Utf8">From the first element to the last tag.</param>
/// <param name="IsAltered">Whether it was given a character set or lost control characters on the way.</param>
internal readonly record struct XmpSource(ReadOnlyMemory<byte> Utf8, bool IsAltered)
{
    /// <summary>What goes on beyond is no text, and mending it would cost more than it could bring.</summary>
    private const int MostMendedBytes = 512 * 1024;

    private static readonly SearchValues<byte> ControlCharacters =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(one => (byte)one).Where(one => one is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))]);

    public static ReadOnlySpan<byte> DocumentType => "<!DOCTYPE"u8;

    public bool CanBeMended => Utf8.Length <= MostMendedBytes;

    /// <summary>
    /// What stands around the XML is of no use and not always XML. Control characters, which XML forbids but old captions hold, become
    /// blanks.
    /// </summary>
    public static XmpSource Of(MetadataBlock packet, ProblemList problems)
    {
        var utf8 = XmpEncoding.ToUtf8(packet, problems, out var isSure);
        while (utf8.Span.StartsWith("<?"u8) && utf8.Span.IndexOf("?>"u8) is var end && end >= 0 && utf8.Span[end..].IndexOf((byte)'<') is var next && next >= 0)
        {
            utf8 = utf8[(end + next)..];
        }

        utf8 = WithoutDocumentType(utf8[..(utf8.Span.LastIndexOf((byte)'>') + 1)]);
        if (utf8.Span.IndexOfAny(ControlCharacters) < 0)
        {
            return new(utf8, !isSure);
        }

        problems.Add(packet.Where, "The XMP holds control characters, which XML forbids; they were read as blanks.");
        var clean = utf8.ToArray();
        for (int at, from = 0; (at = clean.AsSpan(from).IndexOfAny(ControlCharacters)) >= 0; from += at + 1)
        {
            clean[from + at] = (byte)' ';
        }

        return new(clean, IsAltered: true);
    }

    /// <summary>Without a document type that merely has a name. One that declares anything stays, for the parser to turn it down.</summary>
    private static ReadOnlyMemory<byte> WithoutDocumentType(ReadOnlyMemory<byte> utf8)
    {
        var at = utf8.Span.IndexOf(DocumentType);
        var length = at < 0 ? -1 : utf8.Span[at..].IndexOfAny("[>"u8);
        if (length < 0 || utf8.Span[at + length] == '[')
        {
            return utf8;
        }

        var plain = utf8.ToArray();
        plain.AsSpan(at, length + 1).Fill((byte)' ');
        return plain;
    }
}
