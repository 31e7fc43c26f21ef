using System.Security.Cryptography;
using System.Text;
using MediaDesk.Metadata.Tests.Files;
using MediaDesk.Metadata.Tests.Writing;

namespace MediaDesk.Metadata.Tests;

/// <summary>MWG Guidelines 2.0, 5: which layer is right, shown by values that say so themselves.</summary>
public sealed class MwgOrderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-mwg-");

    /// <summary>The properties of the guidelines by the names exiftool gives them.</summary>
    private static readonly (string Id, string Mwg)[] Properties =
    [
        ("description", "Description"), ("creatorNames", "Creator"), ("copyrightNotice", "Copyright"), ("keywords", "Keywords"), ("dateCreated", "DateTimeOriginal"),
        ("imageRating", "Rating"), ("sublocationName", "Location"), ("cityName", "City"), ("provinceState", "State"), ("countryName", "Country"),
    ];

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    [InlineData(false)]
    public void Values_OfEachLayer_AreBelievedAsTheGuidelinesSay(bool? digestHolds)
    {
        var iimIsNewer = digestHolds == false;
        var (xmp, iim) = iimIsNewer ? ("WRONG", "RIGHT") : ("RIGHT", "WRONG");
        var packet = XmpText.Packet(
            XmpText.Property("dc:description", "WRONG-XMP") + XmpText.Property("dc:creator", "WRONG-XMP") + XmpText.Property("dc:rights", xmp)
            + XmpText.Property("dc:subject", xmp + "1", xmp + "2") + XmpText.Property("photoshop:DateCreated", "1999-09-09")
            + XmpText.Property("photoshop:City", "WRONG-legacy") + XmpText.Property("photoshop:Country", xmp)
            + $"<Iptc4xmpExt:LocationShown xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><Iptc4xmpExt:City>{xmp}</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>");
        var block = new IimText(Encoding.UTF8).With(120, "WRONG-IIM").With(80, "WRONG-IIM").With(116, iim).With(25, iim + "1").With(25, iim + "2").With(55, "19980808")
            .With(90, iim).With(101, iim).With(95, "RIGHT, for XMP says nothing").ToBytes();
        var exif = new ExifText().Text(0x010E, "RIGHT").Text(0x013B, "RIGHT1; RIGHT2").Text(0x8298, "  ")
            .Child(0x8769, new ExifText().Text(0x9003, "2001:01:01 01:11:11").Text(0x9291, "111")).ToBytes();
        var digest = digestHolds switch { null => null, true => Md5(block), false => Md5([1]) };
        var file = PhotoBytes.JpegOf(PhotoBytes.ExifSegment(exif), PhotoBytes.XmpSegment(XmpText.Utf8(packet)), PhotoBytes.IimSegment(block, digest));

        var reading = MetadataReader.Read(new MemoryStream(file), ReadingOrder.Mwg);

        Assert.Equal("2001-01-01T01:11:11.111", reading.Fields.Text("dateCreated"));
        Assert.Equal(["RIGHT1", "RIGHT2"], reading.Fields["creatorNames"]!.Items);
        Assert.Equal(["RIGHT1", "RIGHT2"], reading.Fields["keywords"]!.Items);
        foreach (var id in (string[])["description", "copyrightNotice", "cityName", "countryName", "provinceState"])
        {
            Assert.StartsWith("RIGHT", reading.Fields.Text(id), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NewsroomOrder_OfTheSameFile_BelievesExifLast()
    {
        var file = PhotoBytes.JpegOf(
            PhotoBytes.ExifSegment(new ExifText().Text(0x010E, "OLYMPUS DIGITAL CAMERA").ToBytes()), PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(XmpText.Property("dc:description", "A caption")))));

        Assert.Equal("A caption", PhotoBytes.Read(file).Fields.Text("description"));
        Assert.Equal("OLYMPUS DIGITAL CAMERA", MetadataReader.Read(new MemoryStream(file), ReadingOrder.Mwg).Fields.Text("description"));
    }

    /// <summary>
    /// As exiftool's own test image of the guidelines, which is tried too where its tests are at hand: every layer has every property,
    /// values name themselves RIGHT or WRONG, and exiftool in its mode for the guidelines finds the same ones right.
    /// </summary>
    [Fact]
    public void EveryPropertyInEveryLayer_YieldsOnlyRightValues_AsInExiftool()
    {
        foreach (var digest in (string[])["none", "holds", "holds no longer"])
        {
            var file = Path.Combine(folder.FullName, $"{digest}.jpg");
            File.WriteAllBytes(file, LookAlike(digest));
            AssertOnlyRightValues(file, Properties.Length);
        }

        var exiftool = Environment.GetEnvironmentVariable("MEDIADESK_EXIFTOOL");
        string?[] folders = [Corpus.FolderIfHere("corpus"), exiftool is null ? null : Path.Combine(Path.GetDirectoryName(exiftool)!, "t", "images")];
        foreach (var image in folders.Where(Directory.Exists).SelectMany(one => Directory.EnumerateFiles(one!, "MWG.jpg", SearchOption.AllDirectories)))
        {
            AssertOnlyRightValues(image, atLeast: 8);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void AssertOnlyRightValues(string file, int atLeast)
    {
        using var photo = File.OpenRead(file);
        var ours = MetadataReader.Read(photo, ReadingOrder.Mwg).Fields;
        // With structures whole, exiftool does not look into the location shown.
        var theirs = OtherReaders.Exiftool(["--struct", "-use", "MWG", "-MWG:all"], [file]).Single();

        var shared = Properties.Where(property => theirs.ContainsKey($"MWG:{property.Mwg}")).ToList();
        Assert.True(shared.Count >= atLeast, $"exiftool finds {shared.Count} of the properties.");
        foreach (var (id, mwg) in shared)
        {
            var text = string.Join('|', ours[id]?.Items ?? []);
            Assert.DoesNotContain("WRONG", text, StringComparison.Ordinal);
            Assert.Equal((id, theirs[$"MWG:{mwg}"]), (id, id == "dateCreated" ? text.Replace('-', ':').Replace('T', ' ') : text));
        }
    }

    /// <summary>EXIF is right where it has a property and is not blank; between XMP and IIM the digest decides, but what IIM merely cut off is whole in XMP.</summary>
    private static byte[] LookAlike(string digest)
    {
        const string longCity = "RIGHT, a city whose name is longer than IIM can carry", longName = "RIGHT for EXIF says nothing of it";
        var iimIsNewer = digest == "holds no longer";
        var (xmp, iim) = iimIsNewer ? ("WRONG-XMP", "RIGHT-IIM") : ("RIGHT-XMP", "WRONG-IIM");
        var shown = string.Concat(new[] { ("Sublocation", xmp), ("City", longCity), ("ProvinceState", xmp), ("CountryName", xmp) }
            .Select(field => $"<Iptc4xmpExt:{field.Item1}>{field.Item2}</Iptc4xmpExt:{field.Item1}>"));
        var packet = XmpText.Packet(
            XmpText.Property("dc:description", "WRONG-XMP") + XmpText.Property("dc:creator", "WRONG-XMP1", "WRONG-XMP2") + XmpText.Property("dc:rights", xmp)
            + XmpText.Property("dc:subject", xmp + "1", xmp + "2") + XmpText.Property("photoshop:DateCreated", "1999-09-09T09:09:09")
            + string.Concat(new[] { "photoshop:City", "photoshop:State", "photoshop:Country", "Iptc4xmpCore:Location" }.Select(name => XmpText.Property(name, "WRONG-legacy")))
            + $"<xmp:Rating xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">4</xmp:Rating><Iptc4xmpExt:LocationShown xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"><rdf:Bag><rdf:li rdf:parseType=\"Resource\">{shown}</rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>");
        var block = new IimText(Encoding.UTF8).DeclaredAs("\u001B%G").With(25, iim + "1").With(25, iim + "2").With(55, "19980808").With(60, "080808+0000")
            .With(80, "WRONG-IIM").With(90, longCity[..32]).With(92, iim).With(95, iim).With(101, iim).With(116, iim).With(120, "WRONG-IIM").ToBytes();
        var exif = new ExifText().Text(0x010E, longName).Text(0x013B, "RIGHT1; RIGHT2").Text(0x8298, "  ")
            .Child(0x8769, new ExifText().Text(0x9003, "2001:01:01 01:11:11").Text(0x9291, "111")).ToBytes();
        return PhotoBytes.JpegOf(
            PhotoBytes.ExifSegment(exif), PhotoBytes.XmpSegment(XmpText.Utf8(packet)),
            PhotoBytes.IimSegment(block, digest switch { "none" => null, "holds" => Md5(block), _ => Md5([1]) }));
    }

    private static byte[] Md5(byte[] bytes)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(bytes);
        return md5.GetHashAndReset();
    }
}
