using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Writing;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>Writes in memory for tests.</summary>
internal static class Written
{
    public static byte[] To(byte[] photo, params (NewsroomField Field, FieldValue? Value)[] changes)
    {
        var (result, bytes) = Try(photo, changes);
        Assert.Null(result.Refusal);
        return bytes;
    }

    public static string Refusal(byte[] photo, params (NewsroomField Field, FieldValue? Value)[] changes)
    {
        var (result, bytes) = Try(photo, changes);
        Assert.False(result.IsWritten);
        Assert.Empty(bytes);
        return result.Refusal!;
    }

    /// <summary>The same by property id.</summary>
    public static byte[] To(byte[] photo, Dictionary<string, FieldValue?> changes)
    {
        var (result, bytes) = Try(photo, changes);
        Assert.Null(result.Refusal);
        return bytes;
    }

    public static (WriteResult Result, byte[] Bytes) Try(byte[] photo, params (NewsroomField Field, FieldValue? Value)[] changes) =>
        Try(photo, changes.ToDictionary(change => change.Field.Id, change => change.Value));

    public static (WriteResult Result, byte[] Bytes) Try(byte[] photo, Dictionary<string, FieldValue?> changes)
    {
        var target = new MemoryStream();
        var result = MetadataWriter.Write(new MemoryStream(photo, writable: false), target, changes);
        return (result, target.ToArray());
    }

    public static FieldValue? Value(NewsroomField field, string text) => field.IsList ? FieldValue.Of([text]) : FieldValue.Of(text);

    /// <summary>Everything from the first scan on.</summary>
    public static byte[] FromScan(byte[] jpeg) => jpeg[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA])..];
}
