using System.Text;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Iim;

public sealed class IimReadingTests
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Mac = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

    public static TheoryData<string, string, string> FieldsAndCharsets()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var field in NewsroomFields.All.Where(field => field != NewsroomFields.DateCreated))
        {
            data.Add(field.Id, "ascii", "Plain words");
            data.Add(field.Id, "utf-8 declared", "Zoë Müller – Łódź, إدلب, Київ 📷");
            data.Add(field.Id, "utf-8", "Zoë Müller – Łódź, إدلب");
            data.Add(field.Id, "windows-1252", "Jens Trübiger, Évian-les-Bains © Agence “Été”");
            data.Add(field.Id, "macintosh", "Jens Trübiger, Évian-les-Bains © Agence “Été”");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(FieldsAndCharsets))]
    public void Field_InEachCharset_IsReadAsWritten(string id, string charset, string text)
    {
        var encoding = charset switch { "windows-1252" => Windows, "macintosh" => Mac, _ => Encoding.UTF8 };
        var iim = new IimText(encoding);
        if (charset == "utf-8 declared")
        {
            iim.DeclaredAs("\x1B%G");
        }

        var field = NewsroomFields.Find(id)!;
        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim.With(field.IimDataset, text).ToBytes())));

        Assert.Equal(field.IsList ? FieldValue.Of([text]) : FieldValue.Of(text), reading.Fields[id]);
        Assert.Equal(FieldSource.Iim, reading.Sources[id]);
        Assert.Equal(charset is "windows-1252" or "macintosh", reading.Problems.Any(problem => problem.What.Contains("most plausible", StringComparison.Ordinal)));
    }

    [Fact]
    public void Charset_DeclaredLatin1_NeedsNoGuess()
    {
        var iim = new IimText(Windows).DeclaredAs("\x1B-A").With(90, "Malmö");

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal("Malmö", reading.Fields.Text("cityName"));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Charset_DeclaredUtf8ButIsNot_IsAProblemAndStillRead()
    {
        var iim = new IimText(Windows).DeclaredAs("\x1B%G").With(90, "Malmö");

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal("Malmö", reading.Fields.Text("cityName"));
        Assert.Contains(reading.Problems, problem => problem.Where.EndsWith("1:90", StringComparison.Ordinal));
    }

    [Fact]
    public void ListFields_KeepOrderAndEveryItem()
    {
        var iim = new IimText(Encoding.UTF8).With(25, "storm").With(80, "Ana Ruiz").With(25, "flood").With(80, "Bo Li").With(25, " ");

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal(["storm", "flood"], reading.Fields["keywords"]!.Items);
        Assert.Equal(["Ana Ruiz", "Bo Li"], reading.Fields["creatorNames"]!.Items);
    }

    [Theory]
    [InlineData("20140624", null, "2014-06-24")]
    [InlineData("2015-09-17", null, "2015-09-17")]
    [InlineData("2015:09:17", null, "2015-09-17")]
    [InlineData("2015-09-", null, "2015-09")]
    [InlineData("20140600", null, "2014-06")]
    [InlineData("20140000", null, "2014")]
    [InlineData("20140624", "101405+0200", "2014-06-24T10:14:05+02:00")]
    [InlineData("20140624", "101405", "2014-06-24T10:14:05")]
    [InlineData("20140624", "10:14:05-05:00", "2014-06-24T10:14:05-05:00")]
    [InlineData("20140624", "000000+0000", "2014-06-24T00:00:00Z")]
    [InlineData("20140624", "nonsense", "2014-06-24")]
    [InlineData("00000000", "000000", null)]
    [InlineData("20141324", null, null)]
    [InlineData("yesterday", null, null)]
    public void DateCreated_AsAgenciesWriteIt_BecomesAPartialDate(string date, string? time, string? expected)
    {
        var iim = new IimText(Encoding.ASCII).With(55, date);
        if (time is not null)
        {
            iim.With(60, time);
        }

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal(expected, reading.Fields.Text("dateCreated"));
    }

    [Fact]
    public void Caption_LongerThan32KiB_IsRead()
    {
        var caption = string.Concat(Enumerable.Repeat("Flood water stands in the streets. ", 2000)).TrimEnd();
        var iim = new IimText(Encoding.UTF8).With(105, "Before").With(120, caption).With(90, "After");

        // Too long for one segment, so the resource runs on into a second one.
        var resource = PhotoBytes.Resource(0x0404, []);
        byte[] whole = [.. resource[..8], 0, 1, (byte)((iim.ToBytes().Length >> 8) & 0xFF), (byte)iim.ToBytes().Length, .. iim.ToBytes()];
        var header = "Photoshop 3.0\0"u8.ToArray();
        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.Segment(0xED, header, whole[..40_000]), PhotoBytes.Segment(0xED, header, whole[40_000..])));

        Assert.Equal(caption, reading.Fields.Text("description"));
        Assert.Equal("After", reading.Fields.Text("cityName"));
    }

    [Fact]
    public void Block_CutOff_KeepsWhatStandsBefore()
    {
        var iim = new IimText(Encoding.UTF8).With(105, "Storm").With(120, "A caption that will be cut").ToBytes();

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim[..^5])));

        Assert.Equal("Storm", reading.Fields.Text("headline"));
        Assert.Null(reading.Fields["description"]);
        Assert.Contains(reading.Problems, problem => problem.Where.EndsWith("2:120", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoBlocks_FirstThatMakesSense_Wins()
    {
        var garbage = PhotoBytes.IimSegment([1, 2, 3, 4, 5, 6, 7, 8]);
        var first = PhotoBytes.IimSegment(new IimText(Encoding.UTF8).With(90, "Idlib").ToBytes());
        var second = PhotoBytes.IimSegment(new IimText(Encoding.UTF8).With(90, "Aleppo").ToBytes());

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(garbage, first, second));

        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Contains(reading.Problems, problem => problem.What.Contains("more than one IIM block", StringComparison.Ordinal));
    }

    [Fact]
    public void Padding_OfOldCaptionSoftware_Goes()
    {
        var iim = new IimText(Encoding.ASCII).With(110, "Reuters\0\0\0   ").With(120, "First line\rSecond line \r\n");

        var reading = PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.IimSegment(iim.ToBytes())));

        Assert.Equal("Reuters", reading.Fields.Text("creditLine"));
        Assert.Equal("First line\nSecond line", reading.Fields.Text("description"));
    }
}
