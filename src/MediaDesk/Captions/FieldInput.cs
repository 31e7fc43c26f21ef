using System.Globalization;
using System.Text;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Places;

namespace MediaDesk.Captions;

/// <summary>What an editor typed into a field, brought into the form the desk keeps, or a sentence why it cannot be kept.</summary>
/// <param name="Value">Null clears the field.</param>
/// <param name="Fault">Null when the value can be kept.</param>
public sealed record FieldInput(FieldValue? Value, string? Fault)
{
    private const int MaxLength = 100_000;
    private const int MaxItems = 1_000;

    /// <summary>Deeper than any structure of the standard.</summary>
    private const int MaxDepth = 6;

    /// <param name="property">The id of any property of the standard, or of a text in another language (<see cref="LanguageVariant"/>).</param>
    public static FieldInput Read(string property, FieldValue? typed) =>
        LanguageVariant.PropertyOf(property) is not { } known ? Refuse($"“{Shorten(property)}” is not a property of the IPTC standard.")
        : typed is null ? new(null, null)
        : typed.AllTexts().Sum(text => (long)text.Length) > MaxLength ? Refuse($"{Label(known)} is longer than 100,000 characters.")
        : Read(known, typed, MaxDepth);

    private static FieldInput Read(IptcProperty property, FieldValue typed, int depth)
    {
        if (property.Kind == IptcKind.Structure)
        {
            return ReadStructures(property, typed, depth);
        }

        if (typed.IsStructured)
        {
            return Refuse($"{Label(property)} holds text, not a structure.");
        }

        if (property.IsList)
        {
            var items = Items(property, typed);
            var inputs = items.ConvertAll(item => ReadText(property, item));
            return items.Count > MaxItems ? Refuse($"{Label(property)} has more than 1,000 entries.")
                : inputs.Find(input => input.Fault is not null) ?? new(FieldValue.Of(inputs.Select(input => input.Value?.Text)), null);
        }

        return typed.Items.Length > 1 ? Refuse($"{Label(property)} holds one text, not a list.") : ReadText(property, Tidy(typed.Items[0]));
    }

    private static FieldInput ReadText(IptcProperty property, string text) =>
        text.Length == 0 ? new(null, null)
        : property.Kind == IptcKind.Date ? DateInput.Read(text)
        : property.Kind == IptcKind.Number && !IsNumber(text) ? Refuse($"{Label(property)} is a number, such as 12 or 0.5; “{Shorten(text)}” is none.")
        : property == NewsroomFields.CountryCode.Property ? ReadCountry(text)
        : new(FieldValue.Of(text), null);

    private static FieldInput ReadStructures(IptcProperty property, FieldValue typed, int depth)
    {
        if (!typed.IsStructured || depth == 0)
        {
            return Refuse($"{Label(property)} is made of fields and takes no text.");
        }

        if (typed.Structures.Length > (property.IsList ? MaxItems : 1))
        {
            return Refuse(property.IsList ? $"{Label(property)} has more than 1,000 entries." : $"{Label(property)} stands there once, not several times.");
        }

        var structures = new List<FieldValues>();
        foreach (var structure in typed.Structures)
        {
            var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
            foreach (var (id, value) in structure)
            {
                var variant = LanguageVariant.Find(property.Structure!, id);
                if ((variant?.Property ?? property.Structure!.Find(id)) is not { } field)
                {
                    return Refuse($"{Label(property)} has no field “{Shorten(id)}”.");
                }

                if (variant is not null && structure[field.Id] is null)
                {
                    return Refuse($"{Label(property)}: write {Label(field)} without a language first: a text in another language stands beside it.");
                }

                var input = Read(field, value, depth - 1);
                if (input.Fault is not null)
                {
                    return Refuse($"{Label(property)}: {input.Fault}");
                }

                if (input.Value is not null)
                {
                    fields[id] = input.Value;
                }
            }

            structures.Add(new(fields));
        }

        return new(property.IsList ? FieldValue.Of(structures) : FieldValue.Of(structures[0]), null);
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>As the caption panel calls it, else as the standard does.</summary>
    private static string Label(IptcProperty property) => NewsroomFields.Find(property.Id) is { } field && field.Property == property ? field.Label : property.Label;

    /// <summary>One line end, no control characters, no half characters, no space around.</summary>
    public static string Tidy(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text.Trim();
        }

        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || !Rune.IsControl(rune))
            {
                tidy.Append(rune.ToString());
            }
            else if (rune.Value == '\t')
            {
                tidy.Append(' ');
            }
        }

        return tidy.ToString().Trim();
    }

    internal static FieldInput Refuse(string fault) => new(null, fault);

    private static FieldInput ReadCountry(string text) =>
        Countries.TryCode(text, out var alpha3)
            ? new(FieldValue.Of(alpha3), null)
            : Refuse($"“{Shorten(text)}” is not the code of a country: two or three letters, such as SY or SYR.");

    /// <summary>
    /// The entries of a list in order, each once. A single text is what was typed into one box: names are separated by
    /// semicolons, keywords also by commas (a comma occurs in names: "King, Jr.").
    /// </summary>
    private static List<string> Items(IptcProperty property, FieldValue typed)
    {
        char[] between = property == NewsroomFields.Keywords.Property ? [';', ',', '\n'] : [';', '\n'];
        var texts = typed.IsList ? typed.Items.Select(item => Tidy(item).Replace('\n', ' ')) : Tidy(typed.Items[0]).Split(between);
        return [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
