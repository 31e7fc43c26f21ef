using System.Xml.Linq;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Xmp;

/// <summary>
/// A node of an XMP packet: a property, a field of a structure, an item of an array or a qualifier. It is a text, an array or a
/// structure; how RDF wrote it down makes no difference. ISO 16684-1, 6.
/// </summary>
public sealed class XmpNode : IEquatable<XmpNode>
{
    public required XName Name { get; init; }

    /// <summary>The text exactly as the packet has it; null for arrays and structures.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the text was written as a reference (<c>rdf:resource</c>).</summary>
    public bool IsUri { get; init; }

    /// <summary>The array it is; <see cref="XmpForm.One"/> for texts and structures.</summary>
    public XmpForm Form { get; init; }

    /// <summary>The <c>xml:lang</c> beside it, as written; null when there is none.</summary>
    public string? Language { get; init; }

    /// <summary>The items of an array or the fields of a structure, in the order of the packet.</summary>
    public IReadOnlyList<XmpNode> Nodes { get; init; } = [];

    /// <summary>Qualifiers beside the language.</summary>
    public IReadOnlyList<XmpNode> Qualifiers { get; init; } = [];

    public bool IsArray => Form != XmpForm.One;

    public bool IsStructure => Text is null && !IsArray;

    /// <summary>The first field of a structure with a name, or null.</summary>
    public XmpNode? Field(XName name) => IsArray ? null : Nodes.FirstOrDefault(node => node.Name == name);

    public bool Equals(XmpNode? other) =>
        other is not null && Name == other.Name && Text == other.Text && IsUri == other.IsUri && Form == other.Form && Language == other.Language
        && Nodes.SequenceEqual(other.Nodes) && Qualifiers.SequenceEqual(other.Qualifiers);

    public override bool Equals(object? obj) => Equals(obj as XmpNode);

    public override int GetHashCode() => HashCode.Combine(Name, Text, Form, Language, Nodes.Count);

    public override string ToString() => $"{Name.LocalName}: {Text ?? $"{Nodes.Count} nodes"}";
}
