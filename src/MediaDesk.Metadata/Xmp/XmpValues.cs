using System.Xml.Linq;

namespace MediaDesk.Metadata.Xmp;

/// <summary>One entry of an XMP array, or a simple value; with its language inside a language alternative.</summary>
internal readonly record struct XmpItem(string Text, string? Language);

/// <summary>What XMP says: for each property its items in order.</summary>
internal sealed class XmpValues
{
    public const string DefaultLanguage = "x-default";

    private readonly Dictionary<XName, List<XmpItem>> properties = [];

    /// <summary>Takes a property; false when it is there already.</summary>
    public bool TryAdd(XName name, List<XmpItem> items) => items.Count == 0 || properties.TryAdd(name, items);

    /// <summary>Takes from another packet what is not here yet; true when the other says something else of a property.</summary>
    public bool FillFrom(XmpValues other)
    {
        var differs = false;
        foreach (var (name, items) in other.properties)
        {
            differs |= !properties.TryAdd(name, items) && !properties[name].SequenceEqual(items);
        }

        return differs;
    }

    public IReadOnlyList<XmpItem> Items(XName name) => properties.GetValueOrDefault(name) ?? [];

    /// <summary>The one text of a property: the default language, else the first.</summary>
    public string? Text(XName name)
    {
        var items = Items(name);
        var texts = items.Where(item => item.Language is null or DefaultLanguage).Concat(items).Select(item => item.Text);
        return texts.FirstOrDefault();
    }
}
