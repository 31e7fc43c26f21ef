using System.Xml.Linq;

namespace MediaDesk.Metadata.Xmp;

/// <summary>What the packets of a file say together: for each property one value.</summary>
internal sealed class XmpValues
{
    public const string DefaultLanguage = Iptc.LanguageVariant.DefaultLanguage;

    private readonly Dictionary<XName, XmpNode> properties = [];

    public IReadOnlyDictionary<XName, XmpNode> All => properties;

    /// <summary>Takes from a packet what is not here yet; true when it says something else of a property that is.</summary>
    public bool FillFrom(XmpPacket packet, ProblemList problems)
    {
        var own = new Dictionary<XName, XmpNode>();
        foreach (var node in packet.Properties.Where(IsFilled))
        {
            if (!own.TryAdd(node.Name, node) && !own[node.Name].Equals(node))
            {
                problems.Add($"{packet.Where} {node.Name.LocalName}", "The property stands there more than once; the first was taken.");
            }
        }

        var differs = false;
        foreach (var (name, node) in own)
        {
            differs |= !properties.TryAdd(name, node) && !properties[name].Equals(node);
        }

        return differs;
    }

    public XmpNode? Find(XName name) => properties.GetValueOrDefault(name);

    /// <summary>The one text of a property: the default language, else the first.</summary>
    public string? Text(XName name) => Find(name) is { } node && OneText(node) is { Length: > 0 } text ? text : null;

    /// <summary>The one text of a node, cleaned: itself, or the item in the default language, else the first; "" when it has none.</summary>
    public static string OneText(XmpNode node)
    {
        if (!node.IsArray)
        {
            return Clean(node);
        }

        var first = "";
        foreach (var item in node.Nodes)
        {
            if (Clean(item) is not { Length: > 0 } text)
            {
                continue;
            }

            if (item.Language is null || string.Equals(item.Language, DefaultLanguage, StringComparison.OrdinalIgnoreCase))
            {
                return text;
            }

            first = first.Length == 0 ? text : first;
        }

        return first;
    }

    public static string Clean(XmpNode node) => node.Text is { } text && !string.IsNullOrWhiteSpace(text) ? PlainText.Clean(text) : "";

    private static bool IsFilled(XmpNode node) => node.Text is { } text ? !string.IsNullOrWhiteSpace(text) : node.Nodes.Any(IsFilled);
}
