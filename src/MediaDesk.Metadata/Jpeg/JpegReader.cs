using System.Buffers;
using MediaDesk.Metadata.Photoshop;
using static MediaDesk.Metadata.Jpeg.JpegTags;

namespace MediaDesk.Metadata.Jpeg;

/// <summary>Walks the segments of a JPEG, copies out the metadata and hashes the coded image in passing. ITU-T T.81 Annex B.</summary>
internal sealed class JpegReader
{
    private const int MostSegments = 20_000;

    private const int MostXmpPackets = 8;

    /// <summary>Photoshop resources of a file, over all its segments.</summary>
    private const int MostPhotoshopBytes = 32 * 1024 * 1024;

    private readonly ByteWindow file;
    private readonly MetadataBlocks found;
    private readonly ProblemList problems;
    private readonly ArrayBufferWriter<byte> photoshop = new();
    private readonly ExtendedXmp extended;

    private JpegReader(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        (this.file, this.found, this.problems) = (file, found, problems);
        extended = new ExtendedXmp(problems);
    }

    public static void Read(ByteWindow file, MetadataBlocks found, ProblemList problems)
    {
        var reader = new JpegReader(file, found, problems);
        reader.Walk();
        reader.extended.Finish(found);
        if (reader.photoshop.WrittenCount > 0)
        {
            PhotoshopResources.Read(reader.photoshop.WrittenSpan, "JPEG APP13", found, problems);
        }
    }

    private void Walk()
    {
        using var hash = new ImageHash(found.LeavesImageOut);
        long at = 2;
        for (var segments = 0; ; segments++)
        {
            if (segments == MostSegments)
            {
                problems.Add($"JPEG at {at}", "The file has too many segments; the rest was not read.");
                return;
            }

            if (!TryFindMarker(ref at, out var marker))
            {
                problems.Add($"JPEG at {file.Length}", "The file ends before the image does.");
                return;
            }

            if (marker == Eoi)
            {
                found.ImageDataHash = hash.Finish();
                return;
            }

            if (IsAlone(marker))
            {
                continue;
            }

            if (!file.TryUInt16(at, bigEndian: true, out var length) || length < 2 || !file.Holds(at, length))
            {
                problems.Add($"JPEG segment {marker:X2} at {at - 2}", "The segment is cut off or its length is impossible; nothing after it was read.");
                return;
            }

            ReadSegment(marker, at + 2, length - 2);
            if (IsCodedImage(marker))
            {
                hash.Add(marker);
                hash.Add(file, at, length);
            }

            at += length;
            if (marker == Sos && found.LeavesImageOut)
            {
                return;
            }

            if (marker == Sos)
            {
                at = SkipScan(at, hash);
            }
        }
    }

    /// <summary>Finds the next marker, over fill bytes and over stray bytes that some writers leave between segments.</summary>
    private bool TryFindMarker(ref long at, out byte marker)
    {
        var stray = false;
        for (marker = 0; file.TryByte(at, out var first); at++)
        {
            if (first != 0xFF)
            {
                stray = true;
                continue;
            }

            if (!file.TryByte(at + 1, out marker))
            {
                return false;
            }

            if (marker is 0x00 or 0xFF)
            {
                stray |= marker == 0;
                continue;
            }

            if (stray)
            {
                problems.Add($"JPEG at {at}", "There are bytes between the segments that belong to none.");
            }

            at += 2;
            return true;
        }

        return false;
    }

    /// <summary>The position of the marker that ends a scan; restarts and stuffed bytes are part of it.</summary>
    private long SkipScan(long at, ImageHash hash)
    {
        var buffer = hash.Buffer;
        while (true)
        {
            var read = file.Read(at, buffer);
            var data = buffer.AsSpan(0, read);
            var end = 0;
            while (true)
            {
                var mark = data[end..].IndexOf((byte)0xFF);
                if (mark < 0)
                {
                    end = read;
                    break;
                }

                end += mark;
                if (end + 1 >= read)
                {
                    break;
                }

                if (data[end + 1] is not (0x00 or 0xFF or (>= Rst0 and <= Rst7)))
                {
                    hash.Add(data[..end]);
                    return at + end;
                }

                end += data[end + 1] == 0xFF ? 1 : 2;
            }

            hash.Add(data[..end]);
            at += end;
            if (read < 2)
            {
                return file.Length;
            }
        }
    }

    private void ReadSegment(byte marker, long at, int length)
    {
        if (IsFrame(marker))
        {
            if (found.Width is null && length >= 6 && file.TryUInt16(at + 1, true, out var height) && file.TryUInt16(at + 3, true, out var width))
            {
                (found.Width, found.Height) = (width, height);
            }

            return;
        }

        var where = $"JPEG APP{marker - 0xE0} at {at - 4}";
        switch (marker)
        {
            case App1:
                ReadApp1(where, file.Slice(at, length));
                break;
            case App11:
                found.HasContentCredentials |= IsContentCredentials(file.Slice(at, length));
                break;
            case App13:
                ReadApp13(where, file.Slice(at, length));
                break;
        }
    }

    private void ReadApp1(string where, ByteWindow segment)
    {
        var head = new byte[(int)Math.Min(segment.Length, 128)];
        segment.Read(0, head);
        if (head.AsSpan().StartsWith(ExifHeader))
        {
            found.Exif.Add((where, segment.Slice(ExifHeader.Length + 1)));
        }
        else if (head.AsSpan().StartsWith(XmpExtensionHeader))
        {
            extended.Add(where, segment.Slice(XmpExtensionHeader.Length));
        }
        else if (found.Xmp.Count == MostXmpPackets)
        {
            problems.Add("JPEG APP1", "The file has too many XMP packets; the rest was not read.");
        }
        else if (head.AsSpan().StartsWith(XmpHeader))
        {
            found.Xmp.Add(new(where, Copy(segment.Slice(XmpHeader.Length))));
        }
        else if (head.AsSpan().IndexOf("<?xpacket"u8) is >= 0 and var packet)
        {
            // Seen in files of agencies: "XMP\0://ns.adobe.com/xap/1.0/\0" and others.
            problems.Add(where, "The XMP stands behind a header that the standard does not know; it was read all the same.");
            found.Xmp.Add(new(where, Copy(segment.Slice(packet))));
        }
        else if (head.AsSpan().IndexOf("<x:xmpmeta"u8) is >= 0 and var meta)
        {
            problems.Add(where, "The XMP stands behind a header that the standard does not know; it was read all the same.");
            found.Xmp.Add(new(where, Copy(segment.Slice(meta))));
        }
    }

    private void ReadApp13(string where, ByteWindow segment)
    {
        Span<byte> head = stackalloc byte[PhotoshopHeader.Length];
        if (!segment.TryRead(0, head) || !head.SequenceEqual(PhotoshopHeader))
        {
            return;
        }

        if (photoshop.WrittenCount + segment.Length > MostPhotoshopBytes)
        {
            problems.Add(where, "There are too many Photoshop resources; these were not read.");
            return;
        }

        // A resource may run on from one segment into the next.
        photoshop.Write(Copy(segment.Slice(PhotoshopHeader.Length)));
    }

    /// <summary>JUMBF in APP11 (ISO 19566-5, Annex D): "JP", number of the box, number of its part, then the box itself.</summary>
    private static bool IsContentCredentials(ByteWindow segment)
    {
        const int HeaderLength = 8;
        return segment.TryUInt16(0, bigEndian: true, out var common) && common == 0x4A50 && ContentCredentials.StandIn(segment.Slice(HeaderLength));
    }

    private static byte[] Copy(ByteWindow segment) => segment.Copy(0, segment.Length, ushort.MaxValue) ?? [];
}
