using System.Collections.Immutable;

namespace MediaDesk.Metadata.Iptc;

/// <summary>
/// Texts in other languages inside structures. A reading has them beside its fields, by path (<c>locationsShown[0].name</c>);
/// a value that is to change them holds them as fields of their own, <c>name@fr</c> beside <c>name</c>. A text that
/// names any language has those and no others (none with <c>name@x-default</c> alone); one that names none keeps the file's.
/// </summary>
public static class InnerLanguages
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>A value that names every language its texts have in a file.</summary>
    public static FieldValue? Named(IptcProperty property, FieldValue? value, MetadataReading reading) => Each(property, value, property.Id, (path, field, text) =>
        (reading.Languages.GetValueOrDefault(path) ?? None)
            .Where(other => LanguageVariant.IsLanguage(other.Key))
            .Select(other => KeyValuePair.Create(LanguageVariant.IdOf(field, other.Key), FieldValue.Of(other.Value)!))
            .Prepend(KeyValuePair.Create(field.Id, text)));

    /// <summary>All that a photo says of the standard, as <see cref="LanguageVariant.Said"/> has it, with every language inside structures.</summary>
    public static FieldValues Said(MetadataReading reading) => Over(LanguageVariant.Said(reading), reading, _ => true);

    /// <summary>Fields of which those that are the file's own name every language their texts have there.</summary>
    public static FieldValues Over(FieldValues fields, MetadataReading reading, Func<string, bool> isOfTheFile) => new(fields.Select(field =>
        isOfTheFile(field.Key) && IptcStandard.Find(field.Key) is { Kind: IptcKind.Structure } known ? KeyValuePair.Create(field.Key, Named(known, field.Value, reading)!) : field));

    /// <summary>Whether a file says a value, and in the languages it names.</summary>
    internal static bool IsSaid(MetadataReading reading, IptcProperty property, FieldValue? value)
    {
        var plain = Each(property, value, property.Id, (_, field, text) => [KeyValuePair.Create(field.Id, text)]);
        if (!Equals(reading.Fields[property.Id], plain))
        {
            return false;
        }

        var isSame = true;
        Walk(property, value, property.Id, (path, named) => isSame &= named.SequenceEqual((reading.Languages.GetValueOrDefault(path) ?? None).Where(other => LanguageVariant.IsLanguage(other.Key))));
        return isSame;
    }

    /// <summary>The texts in other languages that a structure names for one of its fields; null when it names none.</summary>
    internal static ImmutableSortedDictionary<string, string>? Of(IptcProperty field, FieldValues structure)
    {
        var named = structure.Select(one => (Variant: LanguageVariant.Of(field, one.Key), one.Value)).Where(one => one.Variant is not null).ToList();
        return named.Count == 0 ? null : named.Where(one => !one.Variant!.IsDefault).ToImmutableSortedDictionary(one => one.Variant!.Language, one => one.Value.Text, StringComparer.Ordinal);
    }

    private static void Walk(IptcProperty property, FieldValue? value, string path, Action<string, ImmutableSortedDictionary<string, string>> see) => Each(property, value, path, (inner, field, text, structure) =>
    {
        if (Of(field, structure) is { } named)
        {
            see(inner, named);
        }

        return [KeyValuePair.Create(field.Id, text)];
    });

    private static FieldValue? Each(IptcProperty property, FieldValue? value, string path, Func<string, IptcProperty, FieldValue, IEnumerable<KeyValuePair<string, FieldValue>>> fields) =>
        Each(property, value, path, (inner, field, text, _) => fields(inner, field, text));

    /// <summary>The value made anew of what each text within its structures becomes; fields that only name a language are left out.</summary>
    private static FieldValue? Each(
        IptcProperty property, FieldValue? value, string path, Func<string, IptcProperty, FieldValue, FieldValues, IEnumerable<KeyValuePair<string, FieldValue>>> fields)
    {
        if (value is not { IsStructured: true } || property.Structure is not { } structure)
        {
            return value;
        }

        var structures = value.Structures.Select((one, i) =>
        {
            var inside = property.IsList ? $"{path}[{i}]" : path;
            return new FieldValues(
                from field in one
                where !LanguageVariant.IsId(field.Key)
                let known = structure.Find(field.Key)
                let inner = $"{inside}.{field.Key}"
                from made in known is null ? [field]
                    : known.Kind == IptcKind.Structure ? [KeyValuePair.Create(field.Key, Each(known, field.Value, inner, fields)!)]
                    : fields(inner, known, field.Value, one)
                select made);
        }).ToList();
        return property.IsList ? FieldValue.Of(structures) : FieldValue.Of(structures[0]);
    }
}
