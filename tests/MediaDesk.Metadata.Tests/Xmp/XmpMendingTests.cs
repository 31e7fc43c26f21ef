using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Xmp;

/// <summary>One fault in a packet costs what stands at the fault, not the packet.</summary>
public sealed class XmpMendingTests
{
    private const string City = "<photoshop:City>Idlib</photoshop:City>", Country = "<photoshop:Country>Syria</photoshop:Country>";

    [Theory]
    [InlineData(City + "<photoshop:Credit>A & B</photoshop:Credit>" + Country, "A & B")]
    [InlineData(City + "<photoshop:Credit>A &amp; B < C</photoshop:Credit>" + Country, "A & B < C")]
    [InlineData(City + "</photoshop:Headline><photoshop:Credit>AFP</photoshop:Credit>" + Country, "AFP")]
    [InlineData(City + "<photoshop:Credit>AFP<photoshop:Credit/></photoshop:Credit>" + Country + "</rdf:li>", null)]
    [InlineData(City + "<xyz:Note>no namespace</xyz:Note><photoshop:Credit>AFP</photoshop:Credit>" + Country, "AFP")]
    [InlineData(City + "<photoshop:Credit rdf:ID=\"a\" rdf:ID=\"a\">AFP</photoshop:Credit>" + Country, "AFP")]
    [InlineData(City + "<photoshop:Credit note=unquoted>AFP</photoshop:Credit>" + Country, "AFP")]
    [InlineData(City + "<photoshop:Credit/Line>AFP</photoshop:Credit/Line>" + Country, "AFP")]
    [InlineData(City + "<dc:subject><rdf:Bag><rdf:li>storm</rdf:li></dc:subject><photoshop:Credit>AFP</photoshop:Credit>" + Country, "AFP")]
    public void Fault_InTheMiddle_LosesNothingAroundIt(string properties, string? credit)
    {
        var reading = Read(XmpText.Packet(properties));

        Assert.Equal(("Idlib", "Syria"), (reading.Fields.Text("cityName"), reading.Fields.Text("countryName")));
        Assert.Equal(credit, reading.Fields.Text("creditLine"));
        Assert.Contains("not well-formed", Assert.Single(reading.Problems).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<photoshop:Country>Syr")]
    [InlineData("<photoshop:Country")]
    [InlineData("<photoshop:Country>Syria</photosh")]
    public void Packet_ThatBreaksOff_LosesTheTextAtItsEndAlone(string end)
    {
        var packet = XmpText.Packet(City);

        var reading = Read(packet[..packet.IndexOf("</rdf:Description>", StringComparison.Ordinal)] + end);

        Assert.Equal(["cityName"], reading.Fields.Keys);
    }

    [Fact]
    public void Rdf_UnderADamagedName_IsRead()
    {
        var reading = Read(XmpText.Packet(City).Replace("22-rdf-syntax-ns#", "22-rdf-syntXx-ns#", StringComparison.Ordinal));

        Assert.Equal("Idlib", reading.Fields.Text("cityName"));
        Assert.Single(reading.Problems);
    }

    [Fact]
    public void EndlessFaults_TakeTimeInProportion()
    {
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<a{i}:b c{i}:d=\"&"));
        var file = PhotoBytes.PngOf(PhotoBytes.XmpChunk(XmpText.Utf8(XmpText.Packet(many))));
        void Read() => PhotoBytes.Read(file);

        Assert.InRange(Effort.AllocatedBytes(Read), 0, 64 << 20);
        Assert.InRange(Effort.Seconds(Read, enough: 1), 0, 1);
    }

    private static MetadataReading Read(string packet) => PhotoBytes.Read(PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(packet))));
}
