using System.Text;
using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Xmp;

/// <summary>
/// Makes well-formed XML of a damaged packet, so that the properties outside of the damage are not lost with it: tags that are never
/// closed are closed, ends without a beginning left out, signs that XML keeps for itself escaped, prefixes nobody declared taken for
/// the customary ones, RDF known by its prefix. A text that breaks off with the packet is left out, as nobody knows how it ends.
/// </summary>
internal sealed partial class XmpMending
{
    private const int MostLevels = 100, MostAttributes = 500, MostPrefixes = 200;

    private const string Declaration = "xmlns:";

    private readonly string damaged;
    private readonly StringBuilder mended = new();
    private readonly Stack<(string Name, int PrefixesBefore)> open = new();
    private readonly List<string> prefixes = ["xml"];
    private int at;

    private XmpMending(string damaged) => this.damaged = damaged;

    public static string Mend(string damaged) => new XmpMending(damaged).Mend();

    private string Mend()
    {
        while (at < damaged.Length)
        {
            var tag = damaged.IndexOf('<', at);
            if (tag < 0)
            {
                break;
            }

            AppendText(damaged.AsSpan(at, tag - at));
            at = tag;
            if (!SkipPast("<!--", "-->") && !SkipPast("<?", "?>") && !ReadCharacterData() && !ReadEnd() && !ReadStart())
            {
                mended.Append("&lt;");
                at++;
            }
        }

        while (open.Count > 0)
        {
            Close();
        }

        return mended.ToString();
    }

    private bool SkipPast(string begin, string end)
    {
        if (!Stands(begin))
        {
            return false;
        }

        var close = damaged.IndexOf(end, at, StringComparison.Ordinal);
        at = close < 0 ? damaged.Length : close + end.Length;
        return true;
    }

    private bool ReadCharacterData()
    {
        const string Begin = "<![CDATA[", End = "]]>";
        if (!Stands(Begin))
        {
            return false;
        }

        var close = damaged.IndexOf(End, at, StringComparison.Ordinal);
        var end = close < 0 ? damaged.Length : close;
        mended.Append(damaged.AsSpan(at + Begin.Length, Math.Max(0, end - at - Begin.Length)).ToString().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
        at = Math.Min(damaged.Length, end + End.Length);
        return true;
    }

    private bool ReadEnd()
    {
        if (!Stands("</"))
        {
            return false;
        }

        at += 2;
        var name = ReadName();
        var close = damaged.IndexOfAny(['>', '<'], at);
        at = close < 0 ? damaged.Length : damaged[close] == '>' ? close + 1 : close;
        if (name is not null && IsOpen(name))
        {
            while (Close() != name)
            {
            }
        }

        return true;
    }

    private bool IsOpen(string name)
    {
        foreach (var (element, _) in open)
        {
            if (element == name)
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadStart()
    {
        var begin = at++;
        if (ReadName() is not { } name || name.StartsWith("xmlns", StringComparison.Ordinal) || open.Count >= MostLevels || prefixes.Count >= MostPrefixes)
        {
            at = begin;
            return false;
        }

        var attributes = new List<(string Name, string Value)>();
        var isEmpty = false;
        while (at < damaged.Length && damaged[at] is not ('>' or '<'))
        {
            isEmpty = Stands("/>");
            if (isEmpty)
            {
                at++;
            }
            else if (!ReadAttribute(attributes))
            {
                at++;
            }
        }

        at += at < damaged.Length && damaged[at] == '>' ? 1 : 0;
        var before = prefixes.Count;
        foreach (var (attribute, _) in attributes)
        {
            if (attribute.StartsWith(Declaration, StringComparison.Ordinal))
            {
                prefixes.Add(attribute[Declaration.Length..]);
            }
        }

        Declare(name, attributes);
        for (var i = attributes.Count - 1; i >= 0; i--)
        {
            Declare(attributes[i].Name, attributes);
        }

        mended.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            mended.Append(' ').Append(attribute).Append("=\"");
            AppendText(value);
            mended.Append('"');
        }

        mended.Append('>');
        open.Push((name, before));
        if (isEmpty)
        {
            Close();
        }

        return true;
    }

    /// <summary>Declares the prefix of a name where nobody has.</summary>
    private void Declare(string name, List<(string Name, string Value)> attributes)
    {
        if (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && name[..colon] is var prefix && prefix != "xmlns" && !prefixes.Contains(prefix))
        {
            attributes.Add((Declaration + prefix, XmpTags.CustomaryNamespace(prefix)));
            prefixes.Add(prefix);
        }
    }

    /// <summary>False when what stands there is none.</summary>
    private bool ReadAttribute(List<(string Name, string Value)> attributes)
    {
        if (ReadName() is not { } name)
        {
            return false;
        }

        SkipBlanks();
        if (at >= damaged.Length || damaged[at] != '=')
        {
            return true;
        }

        at++;
        SkipBlanks();
        if (at >= damaged.Length || damaged[at] is not ('"' or '\''))
        {
            return true;
        }

        var close = damaged.IndexOf(damaged[at], at + 1);
        if (close < 0)
        {
            at = damaged.Length;
            return true;
        }

        var value = damaged[(at + 1)..close];
        at = close + 1;
        if (attributes.Count < MostAttributes && !attributes.Exists(attribute => attribute.Name == name) && !(name.StartsWith("xmlns", StringComparison.Ordinal) && value.Length == 0) && name != "xmlns:xml" && name != "xmlns:xmlns")
        {
            attributes.Add((name, name == "xmlns:rdf" ? XmpTags.Rdf.NamespaceName : value));
        }

        return true;
    }

    /// <summary>A name as XML with namespaces allows it, or null when none stands here.</summary>
    private string? ReadName()
    {
        var end = PartEnd(at);
        if (end == at)
        {
            return null;
        }

        if (end + 1 < damaged.Length && damaged[end] == ':' && PartEnd(end + 1) is var localEnd && localEnd > end + 1)
        {
            end = localEnd;
        }

        var name = damaged[at..end];
        at = end;
        return name;
    }

    /// <summary>Where the part of a name that begins at a place ends; the same place when none does.</summary>
    private int PartEnd(int from)
    {
        if (from >= damaged.Length || !(char.IsAsciiLetter(damaged[from]) || damaged[from] == '_'))
        {
            return from;
        }

        var end = from + 1;
        while (end < damaged.Length && (char.IsLetterOrDigit(damaged[end]) || damaged[end] is '_' or '.' or '-'))
        {
            end++;
        }

        return end;
    }

    private void SkipBlanks()
    {
        while (at < damaged.Length && char.IsWhiteSpace(damaged[at]))
        {
            at++;
        }
    }

    private string Close()
    {
        var (name, before) = open.Pop();
        prefixes.RemoveRange(before, prefixes.Count - before);
        mended.Append("</").Append(name).Append('>');
        return name;
    }

    private bool Stands(string text) => string.CompareOrdinal(damaged, at, text, 0, text.Length) == 0;

    private void AppendText(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny("&<>\"") < 0)
        {
            mended.Append(text);
            return;
        }

        mended.Append(LoneAmpersand().Replace(text.ToString(), "&amp;").Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal));
    }

    [GeneratedRegex("&(?!(amp|lt|gt|quot|apos|#[0-9]{1,6}|#x[0-9A-Fa-f]{1,5});)", RegexOptions.ExplicitCapture)]
    private static partial Regex LoneAmpersand();
}
