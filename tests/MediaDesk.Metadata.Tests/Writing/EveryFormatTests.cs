using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>What holds in each format that is written into, on images a decoder takes.</summary>
public sealed class EveryFormatTests
{
    private static readonly FieldValue New = FieldValue.Of("Новое")!;

    public static TheoryData<string> Formats => [.. RealPhotos.ByFormat.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void AskedForWhatTheFileSays_TheFileIsTheSameByteForByte(string format)
    {
        var original = RealPhotos.ByFormat[format];
        var written = Full(original);

        Assert.Equal(original, Written.To(original, (NewsroomFields.Headline, null)));
        Assert.Equal(written, Written.To(written, (NewsroomFields.Headline, New), (NewsroomFields.City, null)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void SmallEdit_FitsIntoThePadding_AndTheFileKeepsItsSize(string format)
    {
        var once = Full(RealPhotos.ByFormat[format]);

        var twice = Written.To(once, (NewsroomFields.Headline, FieldValue.Of("Rather longer than before")), (NewsroomFields.Country, FieldValue.Of("Austria")));
        var thrice = Written.To(twice, (NewsroomFields.Country, null));

        // IIM has no padding, so a TIFF grows by the block once; JPEG takes it from that of XMP.
        Assert.InRange(twice.Length - once.Length, 0, format.Contains("tif", StringComparison.Ordinal) ? 500 : 0);
        Assert.Equal(twice.Length, thrice.Length);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void WrittenAndWrittenBack_TheFieldsAreTheFirstOnes(string format)
    {
        var original = Full(RealPhotos.ByFormat[format]);
        var fields = PhotoBytes.Read(original).Fields;

        var there = Written.To(original, NewsroomFields.All.Where(field => field != NewsroomFields.DateCreated).Select(field => (field, Written.Value(field, "Другое"))).ToArray());
        var back = Written.To(there, NewsroomFields.All.Select(field => (field, fields[field.Id])).ToArray());

        Assert.Equal(fields, PhotoBytes.Read(back).Fields);
        Assert.Empty(PhotoBytes.Read(back).Conflicts);
        Assert.Equal(RealPhotos.Pixels(original), RealPhotos.Pixels(back));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void ClearedProperty_IsGoneFromEveryLayerAndEveryByte(string format)
    {
        var written = Written.To(RealPhotos.ByFormat[format], (NewsroomFields.Headline, FieldValue.Of("SecretHeadline")), (NewsroomFields.City, New));

        var cleared = Written.To(written, (NewsroomFields.Headline, null));

        Assert.Null(PhotoBytes.Read(cleared).Fields["headline"]);
        Assert.True(cleared.AsSpan().IndexOf("SecretHeadline"u8) < 0);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void CutOffFile_IsRefusedWithItsReason(string format)
    {
        var whole = Full(RealPhotos.ByFormat[format]);
        // Behind the image data of a TIFF stands what was written before; without it the directory points into nothing.
        foreach (var length in Enumerable.Range(1, 60).Select(i => whole.Length * i / 61).Append(whole.Length - 1))
        {
            var (result, bytes) = Written.Try(whole[..length], (NewsroomFields.Headline, FieldValue.Of("New")));

            Assert.False(result.IsWritten, $"{length} of {whole.Length} bytes");
            Assert.NotEmpty(result.Refusal!);
            Assert.Empty(bytes);
        }
    }

    private static byte[] Full(byte[] original) =>
        Written.To(original, (NewsroomFields.Headline, New), (NewsroomFields.Keywords, FieldValue.Of(["a", "б"])), (NewsroomFields.Caption, New), (NewsroomFields.DateCreated, FieldValue.Of("2020-02-03")));
}
