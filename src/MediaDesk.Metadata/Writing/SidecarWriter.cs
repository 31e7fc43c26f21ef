using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Writing;

/// <summary>Newsroom fields as an XMP packet beside a file that does not carry them itself (ISO 16684-1).</summary>
public static class SidecarWriter
{
    /// <summary>The packet in UTF-8.</summary>
    public static byte[] Write(FieldValues fields)
    {
        var document = XmpDocument.New();
        foreach (var field in NewsroomFields.All)
        {
            document.Set(field, fields[field.Id]);
        }

        return document.ToPacket(oldLength: 0, limit: int.MaxValue, indent: true)!;
    }
}
