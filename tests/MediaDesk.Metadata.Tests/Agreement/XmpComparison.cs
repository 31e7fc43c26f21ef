using System.Text.Json;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Metadata.Xmp;

namespace MediaDesk.Metadata.Tests.Agreement;

/// <summary>exiftool's XMP tags against our tree, text by text.</summary>
internal static class XmpComparison
{
    public static void Compare(string file, DumpedTag tag, MetadataLayers layers, Comparison result)
    {
        if (tag.Id is "xmptk" or "about" && tag.Group is "XMP-x" or "XMP-rdf")
        {
            var got = layers.Xmp.Select(packet => tag.Id == "about" ? packet.About : packet.Toolkit).ToList();
            result.Add(tag, tag.Value.ToString(), got.Find(one => one is not null), got.Exists(one => one is not null && Leaf.Same(tag.Value.ToString(), one)));
            return;
        }

        var id = tag.Language is { } language && tag.Id.EndsWith("-" + language, StringComparison.Ordinal) ? tag.Id[..^(language.Length + 1)] : tag.Id;
        id = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var candidates = layers.Xmp.SelectMany(packet => packet.Properties).Where(node => Leaf.Skeleton(node.Name.LocalName).Equals(Leaf.Skeleton(id), StringComparison.OrdinalIgnoreCase) && IsOf(tag.Group, node)).ToList();
        if (candidates.Count == 0 && tag.Group.StartsWith("XMP-tmp", StringComparison.Ordinal))
        {
            // What exiftool cannot give a name to may stand anywhere in our tree, whose notation it did not understand.
            var texts = layers.Xmp.SelectMany(packet => packet.Properties).SelectMany(AllTexts).ToList();
            CompareAnywhere(tag, tag.Value, texts, result);
            return;
        }

        Comparison Tried(XmpNode? node)
        {
            var tried = new Comparison(file);
            Compare(tag, tag.Value, node, tag.Language, tried);
            return tried;
        }

        result.Add(candidates.Select(Tried).DefaultIfEmpty(Tried(null)).MinBy(tried => tried.Differences.Count)!);
    }

    /// <summary>exiftool names groups by its own prefixes; those of the IPTC standard are tied to their namespaces here.</summary>
    private static bool IsOf(string group, XmpNode node)
    {
        var prefix = group["XMP-".Length..] switch
        {
            "iptcCore" => "Iptc4xmpCore",
            "iptcExt" => "Iptc4xmpExt",
            "getty" => "GettyImagesGIFT",
            "photomech" => "photomechanic",
            var same => same,
        };
        return XmpNamespaces.PrefixOf(node.Name.Namespace) is not { } known || known == prefix;
    }

    private static void CompareAnywhere(DumpedTag tag, JsonElement want, List<string> texts, Comparison result)
    {
        if (want.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        {
            foreach (var inner in want.ValueKind == JsonValueKind.Array ? want.EnumerateArray().ToList() : want.EnumerateObject().Select(field => field.Value).ToList())
            {
                CompareAnywhere(tag, inner, texts, result);
            }

            return;
        }

        result.Add(tag, want.ToString(), null, texts.Exists(text => Leaf.Same(want.ToString(), text)));
    }

    private static IEnumerable<string> AllTexts(XmpNode node) => node.Nodes.Concat(node.Qualifiers).SelectMany(AllTexts).Append(node.Text ?? "");

    private static void Compare(DumpedTag tag, JsonElement want, XmpNode? node, string? language, Comparison result)
    {
        switch (want.ValueKind)
        {
            case JsonValueKind.Array:
                var items = node is null ? [] : node.IsArray ? node.Nodes : [node];

                for (var i = 0; i < want.GetArrayLength(); i++)
                {
                    Compare(tag, want[i], i < items.Count ? items[i] : null, language, result);
                }

                break;
            case JsonValueKind.Object:
                var structure = node is { IsArray: true } ? node.Nodes.Count > 0 ? node.Nodes[0] : null : node;
                foreach (var field in want.EnumerateObject())
                {
                    var (found, fieldLanguage) = Field(structure, field.Name);
                    Compare(tag, field.Value, found, fieldLanguage, result);
                }

                break;
            default:
                var text = want.ToString();
                var got = Texts(node, language).ToList();
                result.Add(tag, text, got.Count == 0 ? null : string.Join('|', got), got.Exists(one => Leaf.Same(text, one)));
                break;
        }
    }

    /// <summary>exiftool begins a field's name with a capital, renames a few, and adds the language.</summary>
    private static (XmpNode? Node, string? Language) Field(XmpNode? structure, string name)
    {
        var fields = structure?.Nodes ?? [];
        XmpNode? Find(string local) => fields.FirstOrDefault(field => field.Name.LocalName.Equals(local, StringComparison.OrdinalIgnoreCase));
        if (Find(name) is { } exact)
        {
            return (exact, null);
        }

        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 ? (Find(name[..dash]), name[(dash + 1)..]) : (null, null);
    }

    private static IEnumerable<string> Texts(XmpNode? node, string? language)
    {
        if (node is null)
        {
            return [];
        }

        // An empty array or structure is shown as an empty text.
        if (!node.IsArray || node.Nodes.Count == 0)
        {
            return node.Text is { } text ? [text] : node.Nodes.Count == 0 ? [""] : [];
        }

        if (language is not null)
        {
            return node.Nodes.Where(item => string.Equals(item.Language, language, StringComparison.OrdinalIgnoreCase)).SelectMany(item => Texts(item, null)).DefaultIfEmpty("");
        }

        var isDefault = node.Nodes.Where(item => item.Language is null || item.Language.Equals("x-default", StringComparison.OrdinalIgnoreCase)).ToList();
        return (node.Form == XmpForm.Alt && isDefault.Count > 0 ? isDefault : node.Nodes).Take(1).SelectMany(item => Texts(item, null));
    }
}
