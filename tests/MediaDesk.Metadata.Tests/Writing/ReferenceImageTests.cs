using System.Text.Json;
using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Writing;

/// <summary>IPTC's own reference image with the four properties that 2025.1 added: one property is changed or cleared, the other 65 stay.</summary>
public sealed partial class ReferenceImageTests : IDisposable
{
    private const string Changed = "Изменено & changed";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mediadesk-reference-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Reference_HasAllProperties() =>
        Assert.Equal(IptcStandard.Properties.Select(property => property.Id).Order(StringComparer.Ordinal), PhotoBytes.Read(Reference()).Fields.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void OnePropertyChanged_IsAllThatExiftoolSeesChanged() => OneProperty((property, value) => Other(property, value));

    [Fact]
    public void OnePropertyCleared_IsAllThatExiftoolSeesGone() => OneProperty((_, _) => null);

    [Fact]
    public void OneFieldOfAStructure_KeepsWhatTheStandardDoesNotKnowInIt()
    {
        const string Person = "<Iptc4xmpExt:PersonInImageWDetails xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'><rdf:Bag><rdf:li rdf:parseType='Resource'><Iptc4xmpExt:PersonName><rdf:Alt>" +
            "<rdf:li xml:lang='x-default'>Ann</rdf:li><rdf:li xml:lang='de'>Anna</rdf:li></rdf:Alt></Iptc4xmpExt:PersonName><my:face xmlns:my='urn:my'>3,4</my:face></rdf:li>" +
            "<rdf:li><rdf:Description my:face='5,6' xmlns:my='urn:my'><Iptc4xmpExt:PersonName><rdf:Alt><rdf:li xml:lang='x-default'>Bob</rdf:li></rdf:Alt></Iptc4xmpExt:PersonName></rdf:Description></rdf:li>" +
            "</rdf:Bag></Iptc4xmpExt:PersonInImageWDetails>";
        var original = PhotoBytes.JpegOf(PhotoBytes.XmpSegment(XmpText.Utf8(XmpText.Packet(Person))));
        var (id, persons) = PhotoBytes.Read(original).Fields.Single();
        var name = persons.Structures[0].Keys.Single();

        // Bob comes first now, and Ann has another description.
        var description = IptcStandard.Find(id)!.Structure!.Fields.First(field => field.Id.Contains("escription", StringComparison.Ordinal)).Id;
        var written = Written.To(original, new Dictionary<string, FieldValue?> { [id] = FieldValue.Of([persons.Structures[1], persons.Structures[0].With(description, FieldValue.Of("Singer"))]) });

        var items = MetadataReader.ReadLayers(new MemoryStream(written)).Xmp.Single().Properties.Single(node => node.Name.LocalName == "PersonInImageWDetails").Nodes;
        Assert.Equal(["5,6", "3,4"], items.Select(item => item.Nodes.Single(node => node.Name.NamespaceName == "urn:my").Text));
        Assert.Equal(("Ann", "Singer"), (PhotoBytes.Read(written).Fields[id]!.Structures[1].Text(name), PhotoBytes.Read(written).Fields[id]!.Structures[1].Text(description)));
        Assert.Equal("Anna", PhotoBytes.Read(written).Languages[$"{id}[1].{name}"]["de"]);
    }

    private void OneProperty(Func<IptcProperty, FieldValue, FieldValue?> change)
    {
        var reference = Reference();
        var fields = PhotoBytes.Read(reference).Fields;
        var files = new List<string> { Save("reference", reference) };
        foreach (var property in IptcStandard.Properties)
        {
            var value = change(property, fields[property.Id]!);
            Assert.NotEqual(fields[property.Id], value);
            var written = Written.To(reference, new Dictionary<string, FieldValue?> { [property.Id] = value });
            Assert.Equal(fields.With(property.Id, value), PhotoBytes.Read(written).Fields);
            files.Add(Save(property.Id, written));
        }

        var tags = OtherReaders.Exiftool([.. files]);
        var names = Names();
        foreach (var (property, after) in IptcStandard.Properties.Zip(tags.Skip(1)))
        {
            var different = tags[0].Keys.Union(after.Keys).Where(tag => !Derived().IsMatch(tag) && tags[0].GetValueOrDefault(tag) != after.GetValueOrDefault(tag)).ToList();
            Assert.Contains(names[property.Id][0], different);
            Assert.Empty(different.Select(tag => Language().Replace(tag, "")).Except(names[property.Id]));
            Assert.True(property.IimDatasets.IsEmpty || after["File:CurrentIPTCDigest"] == after["Photoshop:IPTCDigest"], property.Id);
        }
    }

    /// <summary>The same kind of value with other words: of a structure one field, of a list one item.</summary>
    private static FieldValue Other(IptcProperty property, FieldValue value)
    {
        if (value.IsStructured)
        {
            var first = value.Structures[0];
            var (id, old) = first.First();
            var changed = first.With(id, Other(property.Structure!.Find(id)!, old));
            return property.IsList ? FieldValue.Of([changed, .. value.Structures.Skip(1)])! : FieldValue.Of(changed)!;
        }

        var text = property.Kind switch
        {
            IptcKind.Date => "2001-02-03T04:05:06+07:00",
            IptcKind.Number => value.Items[0] == "3" ? "4" : "3",
            IptcKind.Uri => "http://example.org/changed",
            _ => Changed,
        };
        return property.IsList ? FieldValue.Of([.. value.Items.Skip(1), text])! : FieldValue.Of(property.IimMaxBytes < 10 ? "AUT" : text)!;
    }

    private static byte[] Reference() => Written.To(
        File.ReadAllBytes(Path.Combine(Corpus.Folder("iptc"), "IPTC-PhotometadataRef-Std2023.2.jpg")),
        IptcStandard.Properties.Where(property => property.Xmp.StartsWith("Iptc4xmpExt:AI", StringComparison.Ordinal)).ToDictionary(property => property.Id, property => FieldValue.Of($"{property.Name} (ref2025.1)")));

    private string Save(string name, byte[] photo)
    {
        var path = Path.Combine(folder.FullName, name + ".jpg");
        File.WriteAllBytes(path, photo);
        return path;
    }

    /// <summary>exiftool's names of a property in XMP, IIM and EXIF, as the standard gives them.</summary>
    private static Dictionary<string, string[]> Names()
    {
        using var standard = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Corpus.Folder("iptc"), "iptc-pmd-techreference_2025.1.json")));
        return standard.RootElement.GetProperty("ipmd_top").EnumerateObject().ToDictionary(property => property.Name, property => (string[])
        [
            .. ((string[])["etXMP", "etIIM", "etEXIF"]).Where(name => property.Value.TryGetProperty(name, out _))
                .SelectMany(name => property.Value.GetProperty(name).GetString()!.Split('+', StringSplitOptions.TrimEntries)),
        ]);
    }

    [GeneratedRegex("-[a-z]{2}(-[A-Z]{2})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Language();

    [GeneratedRegex("^(SourceFile|ExifTool:.*|System:.*|Composite:.*|File:CurrentIPTCDigest|Photoshop:IPTCDigest|IPTC:CodedCharacterSet|.*:ThumbnailOffset)$")]
    private static partial Regex Derived();
}
