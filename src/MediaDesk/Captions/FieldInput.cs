using System.Text;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Places;

namespace MediaDesk.Captions;

/// <summary>What an editor typed into a field, brought into the form the desk keeps, or a sentence why it cannot be kept.</summary>
/// <param name="Value">Null clears the field.</param>
/// <param name="Fault">Null when the value can be kept.</param>
internal sealed record FieldInput(FieldValue? Value, string? Fault)
{
    private const int MaxLength = 100_000;
    private const int MaxItems = 1_000;

    public static FieldInput Read(string property, FieldValue? typed)
    {
        if (NewsroomFields.Find(property) is not { } field)
        {
            return Refuse($"“{Shorten(property)}” is not a field of the desk.");
        }

        if (typed is null)
        {
            return new(null, null);
        }

        if (typed.Items.Sum(item => (long)item.Length) > MaxLength)
        {
            return Refuse($"{field.Label} is longer than 100,000 characters.");
        }

        if (field.IsList)
        {
            var items = Items(field, typed);
            return items.Count > MaxItems
                ? Refuse($"{field.Label} has more than 1,000 entries.")
                : new(FieldValue.Of(items), null);
        }

        if (typed.Items.Length > 1)
        {
            return Refuse($"{field.Label} holds one text, not a list.");
        }

        var text = Tidy(typed.Items[0]);
        return text.Length == 0 ? new(null, null)
            : field == NewsroomFields.DateCreated ? DateInput.Read(text)
            : field == NewsroomFields.CountryCode ? ReadCountry(text)
            : new(FieldValue.Of(text), null);
    }

    /// <summary>One line end, no control characters, no half characters, no space around.</summary>
    public static string Tidy(string text)
    {
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
    private static List<string> Items(NewsroomField field, FieldValue typed)
    {
        char[] between = field == NewsroomFields.Keywords ? [';', ',', '\n'] : [';', '\n'];
        var texts = typed.IsList ? typed.Items.Select(item => Tidy(item).Replace('\n', ' ')) : Tidy(typed.Items[0]).Split(between);
        return [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
