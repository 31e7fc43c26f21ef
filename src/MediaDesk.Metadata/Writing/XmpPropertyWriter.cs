using System.Xml;
using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Writing;

/// <summary>Values of the standard as XMP properties, in the forms IPTC 2025.1 gives them. ISO 16684-1, 7.</summary>
internal static class XmpPropertyWriter
{
    private static readonly XName Language = XNamespace.Xml + "lang", Item = XmpTags.Rdf + "li";

    private static readonly Dictionary<string, FieldValue?> NoTexts = [];

    /// <summary>Without what XML 1.0 cannot hold; a file may have said it in IIM.</summary>
    public static string Writable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    /// <summary>
    /// The property with a value. What the standard does not know in <paramref name="old"/>, the element that stood there, stays:
    /// texts in other languages, and fields of structures that are none of the standard's.
    /// </summary>
    /// <param name="languages">The texts in other languages that change; null takes one out.</param>
    public static XElement Property(IptcProperty property, FieldValue value, XElement? old, IReadOnlyDictionary<string, FieldValue?>? languages = null)
    {
        var element = new XElement(property.XmpName);
        switch (property.Form)
        {
            case XmpForm.Alt:
                element.Add(Alternatives(value.Text, old, languages ?? NoTexts));
                break;
            case XmpForm.Bag or XmpForm.Seq when value.IsStructured:
                element.Add(new XElement(XmpTags.Rdf + property.Form.ToString(), Structures(property.Structure!, value, old)));
                break;
            case XmpForm.Bag or XmpForm.Seq:
                element.Add(new XElement(XmpTags.Rdf + property.Form.ToString(), value.Items.Select(text => new XElement(Item, Writable(text)))));
                break;
            case XmpForm.One when value.IsStructured:
                Fill(element, property.Structure!, value.Structures[0], old);
                break;
            // Some software writes links as resources.
            case XmpForm.One when old?.Attribute(XmpTags.Rdf + "resource") is not null:
                element.Add(new XAttribute(XmpTags.Rdf + "resource", Writable(value.Text)));
                break;
            default:
                element.Add(Writable(value.Text));
                break;
        }

        return element;
    }

    /// <summary>A text property of another standard, in the form it had.</summary>
    public static XElement Mirror(XName name, string text, XElement? old) =>
        new(name, old?.Element(XmpTags.Rdf + "Alt") is null ? Writable(text) : Alternatives(text, old, NoTexts));

    private static XElement Alternatives(string text, XElement? old, IReadOnlyDictionary<string, FieldValue?> languages) => new(
        XmpTags.Rdf + "Alt",
        Alternative(XmpValues.DefaultLanguage, text),
        OtherLanguages(old).Where(item => !languages.ContainsKey(LanguageOf(item)!)),
        languages.Where(one => one.Value is not null).Select(one => Alternative(one.Key, one.Value!.Text)));

    private static XElement Alternative(string language, string text) => new(Item, new XAttribute(Language, language), Writable(text));

    private static string? LanguageOf(XElement item) => item.Attribute(Language)?.Value.ToLowerInvariant();

    /// <summary>The texts of a language alternative that a new text in the default language leaves alone.</summary>
    private static IEnumerable<XElement> OtherLanguages(XElement? old) =>
        from item in old?.Elements(XmpTags.Rdf + "Alt").Elements(Item) ?? []
        where LanguageOf(item) is not (null or XmpValues.DefaultLanguage)
        select new XElement(item);

    private static IEnumerable<XElement> Structures(IptcStructure structure, FieldValue value, XElement? old)
    {
        var before = old?.Elements().Elements(Item).ToList() ?? [];
        var isSameCount = before.Count == value.Structures.Length;
        var unused = new List<XElement>(before);
        // Those that say most of the same are taken for the same, wherever they stand now.
        var same = value.Structures.Select(fields =>
        {
            var likest = unused.MaxBy(item => Likeness(structure, fields, item));
            likest = likest is not null && Likeness(structure, fields, likest) > 0 ? likest : null;
            unused.Remove(likest!);
            return likest;
        }).ToList();
        foreach (var (i, fields) in value.Structures.Index())
        {
            var item = new XElement(Item);
            Fill(item, structure, fields, same[i] ?? (isSameCount && unused.Contains(before[i]) ? before[i] : null));
            yield return item;
        }
    }

    /// <summary>How many fields an item has in common with a structure.</summary>
    private static int Likeness(IptcStructure structure, FieldValues fields, XElement item)
    {
        var known = Fields(item);
        return fields.Count(field => structure.Find(field.Key) is { } property && known.Find(element => element.Name == property.XmpName) is { } element &&
            field.Value.AllTexts().All(text => element.Value.Contains(text, StringComparison.Ordinal) || element.Attributes().Any(attribute => attribute.Value == text)));
    }

    /// <summary>Makes an element a structure: what it held and the standard does not know comes along where it stood.</summary>
    private static void Fill(XElement element, IptcStructure structure, FieldValues fields, XElement? old)
    {
        element.Add(new XAttribute(XmpTags.Rdf + "parseType", "Resource"));
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var before in old is null ? [] : Fields(old))
        {
            if (structure.Find(before.Name) is not { } property)
            {
                element.Add(new XElement(before));
            }
            else if (fields[property.Id] is { } value && written.Add(property.Id))
            {
                element.Add(Property(property, value, before, Languages(property, fields, before)));
            }
        }

        foreach (var (id, value) in fields.Where(field => !written.Contains(field.Key) && !LanguageVariant.IsId(field.Key)))
        {
            element.Add(Property(structure.Find(id)!, value, old: null, Languages(structure.Find(id)!, fields, old: null)));
        }
    }

    /// <summary>What changes so that a text of a structure stands there in the languages that the structure names for it.</summary>
    private static Dictionary<string, FieldValue?> Languages(IptcProperty property, FieldValues fields, XElement? old)
    {
        if (InnerLanguages.Of(property, fields) is not { } named)
        {
            return NoTexts;
        }

        var changes = OtherLanguages(old).Select(item => LanguageOf(item)!).Where(LanguageVariant.IsLanguage).Distinct(StringComparer.Ordinal)
            .ToDictionary(language => language, FieldValue? (_) => null, StringComparer.Ordinal);
        foreach (var (language, text) in named)
        {
            changes[language] = FieldValue.Of(text);
        }

        return changes;
    }

    /// <summary>The fields of a structure in each of the notations RDF has: as elements, as attributes, with a description around them.</summary>
    private static List<XElement> Fields(XElement item)
    {
        var inner = item.Element(XmpTags.Rdf + "Description") ?? item;
        return
        [
            .. inner.Attributes()
                .Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != XmpTags.Rdf && attribute.Name.Namespace != XNamespace.Xml)
                .Select(attribute => new XElement(attribute.Name, attribute.Value)),
            .. inner.Elements(),
        ];
    }
}
