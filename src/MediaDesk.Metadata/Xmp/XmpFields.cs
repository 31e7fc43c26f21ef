using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Xmp;

/// <summary>XMP properties as values of the IPTC standard.</summary>
internal sealed partial class XmpFields(XmpValues xmp, ProblemList problems)
{
    private readonly SortedDictionary<string, ImmutableSortedDictionary<string, string>> languages = new(StringComparer.Ordinal);

    /// <summary>
    /// The texts other than the default of the language alternatives read so far, by property id; inside structures by a path such
    /// as <c>locationsShown[0].name</c>.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Languages => languages.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public FieldValue? Value(IptcProperty property) => xmp.Find(property.XmpName) is { } node ? Value(node, property, property.Id) : null;

    /// <summary>What a property said under a name that old software wrote.</summary>
    public FieldValue? OldValue(IptcProperty property)
    {
        foreach (var name in XmpTags.OldNames.GetValueOrDefault(property.Id) ?? [])
        {
            if (xmp.Find(name) is { } node && Value(node, property, property.Id) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>What the location shown says in place of an older place property; of several locations the first.</summary>
    public FieldValue? Shown(IptcProperty property) =>
        FieldSources.LocationField(property) is { } id && IptcStandard.Find("locationsShown") is { } shown ? Value(shown)?.Structures[0][id] : null;

    private FieldValue? Value(XmpNode node, IptcProperty property, string path)
    {
        if (property.Structure is { } structure)
        {
            return Structures(node, property, structure, path);
        }

        if (property.IsList)
        {
            return FieldValue.Of(node.IsArray ? node.Nodes.Select(XmpValues.OneText) : [XmpValues.OneText(node)]);
        }

        AddLanguages(node, path);
        var text = XmpValues.OneText(node);
        if (property.Kind != IptcKind.Date || text.Length == 0)
        {
            return FieldValue.Of(text);
        }

        var date = LooseDates.FromXmp(text);
        if (date is null && LooseDates.IsMeant(text))
        {
            problems.Add($"XMP {property.Xmp}", $"The date “{PlainText.Shorten(text)}” cannot be understood.");
        }

        return FieldValue.Of(date?.ToString());
    }

    /// <summary>One structure, or those of an array; software mixes up both, so either is taken for either.</summary>
    private FieldValue? Structures(XmpNode node, IptcProperty property, IptcStructure structure, string path)
    {
        var items = node.IsArray ? node.Nodes : [node];
        if (items.Any(item => XmpValues.Clean(item).Length > 0))
        {
            problems.Add($"XMP {property.Xmp}", "A text stands where the standard has a structure; it was not taken.");
        }

        if (property.IsList)
        {
            var filled = new List<FieldValues>();
            foreach (var item in items)
            {
                // Empty ones are left out, and not counted.
                if (Structure(item, structure, $"{path}[{filled.Count}]") is { Count: > 0 } fields)
                {
                    filled.Add(fields);
                }
            }

            return FieldValue.Of(filled);
        }

        return FieldValue.Of(items.Select(item => Structure(item, structure, path)).FirstOrDefault(filled => filled.Count > 0));
    }

    private FieldValues Structure(XmpNode node, IptcStructure structure, string path)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var field in node.Nodes)
        {
            if (structure.Find(field.Name) is { } property && !values.ContainsKey(property.Id) && Value(field, property, $"{path}.{property.Id}") is { } value)
            {
                values[property.Id] = value;
            }
        }

        return new(values);
    }

    private void AddLanguages(XmpNode node, string path)
    {
        if (!node.IsArray)
        {
            return;
        }

        var others = node.Nodes
            .Where(item => item.Language is not null && !string.Equals(item.Language, XmpValues.DefaultLanguage, StringComparison.OrdinalIgnoreCase))
            .Select(item => (Language: item.Language!.ToLowerInvariant(), Text: XmpValues.Clean(item)))
            .Where(item => item.Text.Length > 0)
            .GroupBy(item => item.Language, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.First().Text, StringComparer.Ordinal);
        if (!others.IsEmpty)
        {
            languages[path] = others;
        }
    }

    /// <summary>The position in exif:GPSLatitude and exif:GPSLongitude, for files that lost their EXIF.</summary>
    public GpsPosition? Gps() =>
        Degrees(xmp.Text(XmpTags.GpsLatitude), 90) is { } lat && Degrees(xmp.Text(XmpTags.GpsLongitude), 180) is { } lon && (lat != 0 || lon != 0)
            ? new GpsPosition(lat, lon)
            : null;

    /// <summary>"DDD,MM,SSk" or "DDD,MM.mmk" with k one of N, S, E, W: XMP Specification Part 2, 2.6.</summary>
    private static double? Degrees(string? text, double most)
    {
        var match = Coordinate().Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        double Part(string name) => match.Groups[name].Success ? double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var value = Part("d") + (Part("m") / 60) + (Part("s") / 3600);
        return value > most ? null : match.Groups["k"].Value is "S" or "W" ? -value : value;
    }

    [GeneratedRegex(@"^\s*(?<d>\d{1,3}(\.\d{1,12})?)(,(?<m>\d{1,2}(\.\d{1,12})?)(,(?<s>\d{1,2}(\.\d{1,12})?))?)?(?<k>[NSEW])\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Coordinate();
}
