using System.Text.Json;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Tests.Files;

namespace MediaDesk.Metadata.Tests.Iptc;

/// <summary>The generated table against the standard's own files, where they are at hand.</summary>
public sealed class IptcStandardTests
{
    [Fact]
    public void Table_BesideTheTechnicalReference_SaysTheSameOfEachProperty()
    {
        var properties = Reference().GetProperty("ipmd_top").EnumerateObject().ToList();

        Assert.Equal(66, properties.Count);
        Assert.Equal(properties.Select(property => property.Name), IptcStandard.Properties.Select(property => property.Id));
        Assert.All(properties, property => AssertSame(property.Value, IptcStandard.Find(property.Name)!));
    }

    [Fact]
    public void Table_BesideTheTechnicalReference_HasTheSameStructures()
    {
        var structures = Reference().GetProperty("ipmd_struct").EnumerateObject().ToList();

        Assert.Equal(19, structures.Count);
        Assert.Equal(structures.Select(structure => structure.Name), IptcStandard.Structures.Select(structure => structure.Name));
        foreach (var (expected, structure) in structures.Zip(IptcStandard.Structures))
        {
            var fields = expected.Value.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Object && !field.Name.StartsWith('$')).ToList();
            Assert.Equal(fields.Select(field => field.Name), structure.Fields.Select(field => field.Id));
            Assert.All(fields, field => AssertSame(field.Value, structure.Find(field.Name)!));
            Assert.Equal(expected.Value.TryGetProperty("$anypmdproperty", out _), structure.TakesAnyProperty);
        }
    }

    /// <summary>PLUS recommends none for the fields of its structures; a form that is made from the table must not stand there without words.</summary>
    [Fact]
    public void Label_OfEveryPropertyAndField_IsThere()
    {
        var all = IptcStandard.Properties.Concat(IptcStandard.Structures.SelectMany(structure => structure.Fields)).ToList();

        Assert.DoesNotContain(all, property => string.IsNullOrWhiteSpace(property.Label));
        Assert.Equal("Licensor Name", IptcStandard.Find("licensors")!.Structure!.Find("licensorName")!.Label);
    }

    /// <summary>The technical reference does not say which container a list stands in; the standard's reference image shows it.</summary>
    [Fact]
    public void Form_OfEachProperty_IsThatOfTheReferenceImage()
    {
        var image = File.ReadAllText(Path.Combine(Corpus.Folder("iptc"), "IPTC-PhotometadataRef-Std2023.2.jpg"), System.Text.Encoding.UTF8);
        var packet = image[image.IndexOf("<x:xmpmeta", StringComparison.Ordinal)..(image.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + "</x:xmpmeta>".Length)];
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        var known = IptcStandard.Properties.Concat(IptcStandard.Structures.SelectMany(structure => structure.Fields)).ToLookup(property => property.XmpName);
        var shown = (
            from element in XDocument.Parse(packet).Descendants()
            from property in known[element.Name].Take(1)
            let form = element.Elements().FirstOrDefault(inner => inner.Name.Namespace == rdf && inner.Name.LocalName is "Alt" or "Bag" or "Seq")
            // Its maker wrote the one ProductId as a plain text, though the standard says that there may be several.
            where form is not null || property.Xmp != "Iptc4xmpExt:ProductId"
            select (Property: property, Form: form is null ? XmpForm.One : Enum.Parse<XmpForm>(form.Name.LocalName))).ToList();

        Assert.True(shown.Select(pair => pair.Property).Distinct().Count() > 60);
        Assert.All(shown, pair => Assert.Equal((pair.Property.Xmp, pair.Form), (pair.Property.Xmp, pair.Property.Form)));
    }

    private static void AssertSame(JsonElement expected, IptcProperty property)
    {
        string? Text(string key) => expected.TryGetProperty(key, out var value) ? value.ToString() : null;

        Assert.Equal(
            (Text("name"), Text("label").NullIfEmpty() ?? Text("name"), Text("helptext"), Text("usernotes"), Text("sortorder"), Text("ipmdschema")),
            (property.Name, property.Label, property.Help, property.Notes, property.Order, property.Schema));
        Assert.Equal((Text("XMPid"), Text("IIMmaxbytes"), Text("EXIFid"), Text("ugtopic") ?? ""), (property.Xmp, $"{property.IimMaxBytes}".NullIfEmpty(), $"{property.ExifTag}".NullIfEmpty(), property.Topic));
        Assert.Equal(Text("propoccurrence") == "multi", property.IsList);
        Assert.Equal(Text("datatype") == "struct" && Text("dataformat") != "AltLang" ? Text("dataformat") : null, property.Structure?.Name);
        Assert.Equal(Text("dataformat") == "AltLang", property is { Kind: IptcKind.LanguageAlternative, Form: XmpForm.Alt });
        Assert.Equal(Text("datatype") == "number", property.Kind == IptcKind.Number);

        var first = Text("IIMid") is { } id ? int.Parse(id[2..], System.Globalization.CultureInfo.InvariantCulture) : 0;
        int[] datasets = first == 0 ? [] : Text("IIMname")!.Contains("2:60", StringComparison.Ordinal) ? [first, 60] : [first];
        Assert.Equal(datasets, property.IimDatasets.Select(dataset => (int)dataset));
    }

    private static JsonElement Reference() =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Corpus.Folder("iptc"), "iptc-pmd-techreference_2025.1.json"))).RootElement;
}

file static class Absent
{
    public static string? NullIfEmpty(this string? text) => string.IsNullOrEmpty(text) ? null : text;
}
