using System.Text.RegularExpressions;

namespace MediaDesk.Metadata.Iptc;

/// <summary>
/// The text of a property in another language than the default, as one value with an id of its own: <c>description@fr</c>. The text in
/// the default language goes by the property's id alone.
/// </summary>
/// <param name="Property">A language alternative of the standard.</param>
/// <param name="Language">RFC 3066, in small letters.</param>
public sealed partial record LanguageVariant(IptcProperty Property, string Language)
{
    /// <summary>The tag under which XMP keeps the text in the default language.</summary>
    public const string DefaultLanguage = "x-default";

    private const char Between = '@';
    private const int MostCharacters = 35;

    public string Id => IdOf(Property, Language);

    /// <summary>Whether an id is that of a text in another language rather than of a property.</summary>
    public static bool IsId(string id) => id.Contains(Between);

    /// <summary>Whether it is the text in the default language, which a field of a structure may be named by: it has no other then.</summary>
    public bool IsDefault => Language == DefaultLanguage;

    public static string IdOf(IptcProperty property, string language) => $"{property.Id}{Between}{language}";

    /// <summary>The id of the text that an id speaks of, in whichever language.</summary>
    public static string TextOf(string id) => id.IndexOf(Between) is >= 0 and var at ? id[..at] : id;

    /// <summary>Whether a text can be in a language that goes by this tag, other than the default one.</summary>
    public static bool IsLanguage(string tag) => tag.Length is > 0 and <= MostCharacters && tag != DefaultLanguage && Tag().IsMatch(tag);

    /// <summary>The variant with an id, or null when the standard has no such property in several languages or the language is none.</summary>
    public static LanguageVariant? Find(string id) =>
        IsId(id) && IptcStandard.Find(TextOf(id)) is { } property && Of(property, id) is { IsDefault: false } variant ? variant : null;

    /// <summary>The variant of a field that stands in a structure under an id of its own, such as <c>name@fr</c>; null when it is none.</summary>
    public static LanguageVariant? Find(IptcStructure structure, string id) => IsId(id) && structure.Find(TextOf(id)) is { } field ? Of(field, id) : null;

    /// <summary>The variant of a property that goes by an id, or null.</summary>
    public static LanguageVariant? Of(IptcProperty property, string id) =>
        property.Kind == IptcKind.LanguageAlternative && id.StartsWith(property.Id + Between, StringComparison.Ordinal) &&
        id[(property.Id.Length + 1)..] is var language && (language == DefaultLanguage || IsLanguage(language))
            ? new(property, language)
            : null;

    /// <summary>The property that an id speaks of, in whichever language; null when the standard has none.</summary>
    public static IptcProperty? PropertyOf(string id) => IsId(id) ? Find(id)?.Property : IptcStandard.Find(id);

    /// <summary>What a photo says in other languages than the default, by id; structures keep theirs to themselves.</summary>
    public static FieldValues In(MetadataReading reading) => new(
        from field in reading.Languages
        from text in field.Value
        let id = $"{field.Key}{Between}{text.Key}"
        where Find(id) is not null
        let value = FieldValue.Of(text.Value)
        where value is not null
        select KeyValuePair.Create(id, value));

    /// <summary>All that a photo says of the standard: its fields, and what it says in other languages.</summary>
    public static FieldValues Said(MetadataReading reading) => new(reading.Fields.Concat(In(reading)));

    // Files also have en_us.
    [GeneratedRegex("^[a-z0-9]+(?:[-_][a-z0-9]+)*$")]
    private static partial Regex Tag();
}
