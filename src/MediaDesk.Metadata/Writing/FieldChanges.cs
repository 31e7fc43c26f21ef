using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Metadata.Writing;

/// <summary>
/// What is to be written into each layer of a file so that afterwards all software reads the same: a layer that stands changes only in
/// what was asked for, and one that is made anew says all that the photo says, as much software looks into one layer only.
/// </summary>
/// <param name="Asked">The properties that shall change, with the values they will read back as; null clears.</param>
/// <param name="Xmp">
/// Those, and the properties of which a newer IIM says something else: once the digest holds again, software that knows XMP no longer
/// believes IIM (MWG Guidelines 2.0, 3.4).
/// </param>
/// <param name="NewXmp">What a file without XMP gets: those asked for, and the properties its IIM says.</param>
/// <param name="NewIim">What a file without IIM gets: those asked for, and the properties its XMP says.</param>
internal sealed record FieldChanges(
    IReadOnlyDictionary<IptcProperty, FieldValue?> Asked,
    IReadOnlyDictionary<IptcProperty, FieldValue?> Xmp,
    IReadOnlyDictionary<IptcProperty, FieldValue?> NewXmp,
    IReadOnlyDictionary<IptcProperty, FieldValue?> NewIim)
{
    private static readonly Dictionary<string, FieldValue?> NoTexts = [];

    /// <summary>For each property the texts in other languages that shall change, by language; null takes one out.</summary>
    public required IReadOnlyDictionary<IptcProperty, Dictionary<string, FieldValue?>> Languages { get; init; }

    public bool IsEmpty => Asked.Count == 0 && Languages.Count == 0;

    /// <summary>Whether there is something to be said, for which a layer may have to be made.</summary>
    public bool Say => Asked.Values.Any(value => value is not null) || Languages.Values.Any(texts => texts.Values.Any(text => text is not null));

    /// <summary>Whether there is something to be said that IIM can say.</summary>
    public bool SayInIim => Asked.Any(change => change.Value is not null && !change.Key.IimDatasets.IsEmpty);

    /// <summary>Whether one of the properties asked for stands in IIM too.</summary>
    public bool ConcernIim => Asked.Keys.Any(property => !property.IimDatasets.IsEmpty);

    /// <summary>The texts of a property in other languages that shall change.</summary>
    public IReadOnlyDictionary<string, FieldValue?> LanguagesOf(IptcProperty property) => Languages.GetValueOrDefault(property, NoTexts);

    /// <summary>
    /// Leaves out what the file says already. Ids are those of properties and of <see cref="LanguageVariant"/>s. Throws on any other, on
    /// a value that is not of its kind, and on a text in another language of what is not said at all.
    /// </summary>
    public static FieldChanges Of(MetadataReading before, IReadOnlyDictionary<string, FieldValue?> changes)
    {
        var writable = changes.Where(change => !LanguageVariant.IsId(change.Key))
            .Select(change => (Property: IptcStandard.Find(change.Key) ?? throw new ArgumentException($"“{change.Key}” is no property of the IPTC standard.", nameof(changes)), change.Value))
            .Select(change => (change.Property, Value: Writable(change.Property, change.Value)))
            .ToDictionary(change => change.Property, change => change.Value);
        var isChange = writable.Any(change => !InnerLanguages.IsSaid(before, change.Key, change.Value));

        // With the others also what cannot be seen and shall be cleared: mending a damaged block may bring it to light.
        var asked = writable
            .Where(change => isChange && (change.Value is null || !InnerLanguages.IsSaid(before, change.Key, change.Value)))
            .ToDictionary();
        var disputed = before.Conflicts.Where(conflict => conflict.Values.ContainsKey(FieldSource.Xmp)).Select(conflict => conflict.Field).ToHashSet(StringComparer.Ordinal);
        var concernIim = asked.Keys.Any(property => !property.IimDatasets.IsEmpty);
        var languages = LanguagesToChange(before, changes, asked);
        return new(
            asked,
            WithLanguages(concernIim ? With(FieldSource.Iim, disputed.Contains) : asked),
            WithLanguages(With(FieldSource.Iim, _ => true)),
            With(FieldSource.Xmp, _ => true)) { Languages = languages };

        // Beside a text in another language stands the one in the default language, which may have stood in IIM or EXIF alone.
        Dictionary<IptcProperty, FieldValue?> WithLanguages(Dictionary<IptcProperty, FieldValue?> said) =>
            said.Concat(languages.Keys.Where(property => !said.ContainsKey(property)).Select(property => KeyValuePair.Create(property, before.Fields[property.Id]))).ToDictionary();

        Dictionary<IptcProperty, FieldValue?> With(FieldSource source, Func<string, bool> isMeant) => asked.Concat(
            from said in before.Sources
            where said.Value == source && isMeant(said.Key)
            let property = IptcStandard.Find(said.Key)
            where property is not null && !asked.ContainsKey(property)
            select KeyValuePair.Create(property, before.Fields[said.Key])).ToDictionary();
    }

    private static Dictionary<IptcProperty, Dictionary<string, FieldValue?>> LanguagesToChange(
        MetadataReading before, IReadOnlyDictionary<string, FieldValue?> changes, Dictionary<IptcProperty, FieldValue?> asked)
    {
        var said = LanguageVariant.In(before);
        var differing =
            from change in changes
            where LanguageVariant.IsId(change.Key)
            let variant = LanguageVariant.Find(change.Key) ?? throw new ArgumentException($"“{change.Key}” is no text of the IPTC standard in another language.", nameof(changes))
            let text = Writable(variant.Property, change.Value)
            where !Equals(text, said[change.Key])
            select (variant, text);
        var languages = differing.GroupBy(one => one.variant.Property).ToDictionary(one => one.Key, one => one.ToDictionary(other => other.variant.Language, FieldValue? (other) => other.text));
        foreach (var property in languages.Keys.Where(property => (asked.TryGetValue(property, out var value) ? value : before.Fields[property.Id]) is null).ToList())
        {
            // Without a text in the default language the whole property goes.
            if (languages[property].Values.Any(text => text is not null))
            {
                throw new ArgumentException($"{property.Label} has no text in the default language, beside which one in another could stand.", nameof(changes));
            }

            languages.Remove(property);
        }

        return languages;
    }

    private static FieldValue? Writable(IptcProperty property, FieldValue? value)
    {
        if (value is null)
        {
            return null;
        }

        if (property.Structure is { } structure && property.Kind == IptcKind.Structure)
        {
            if (!value.IsStructured)
            {
                throw new ArgumentException($"“{property.Id}” is made of fields and takes no text.", nameof(value));
            }

            var structures = value.Structures.Select(fields => Writable(structure, fields));
            return property.IsList ? FieldValue.Of(structures) : FieldValue.Of(structures.First());
        }

        if (value.IsStructured)
        {
            throw new ArgumentException($"“{property.Id}” is a text and takes no fields.", nameof(value));
        }

        var texts = value.Items.Select(item => XmpPropertyWriter.Writable(PlainText.Clean(item)));
        if (property.IsList)
        {
            return FieldValue.Of(texts);
        }

        var text = string.Join("; ", texts);
        return FieldValue.Of(property.Kind == IptcKind.Date && PartialDate.TryParse(text, out var date) ? date.ToString() : text);
    }

    private static FieldValues Writable(IptcStructure structure, FieldValues fields) => new(
        from field in fields
        let property = structure.Find(field.Key) ?? TextOf(structure, fields, field.Key)
        let value = Writable(property, field.Value)
        where value is not null
        select KeyValuePair.Create(field.Key, value));

    /// <summary>The field that another one has a text in another language of.</summary>
    private static IptcProperty TextOf(IptcStructure structure, FieldValues fields, string id)
    {
        var variant = LanguageVariant.Find(structure, id) ?? throw new ArgumentException($"“{id}” is no field of {structure}.", nameof(fields));
        return fields.ContainsKey(variant.Property.Id)
            ? variant.Property
            : throw new ArgumentException($"{variant.Property.Label} has no text in the default language, beside which one in another could stand.", nameof(fields));
    }
}
