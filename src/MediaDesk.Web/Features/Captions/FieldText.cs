using System.Text.Encodings.Web;
using System.Text.Json;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// A property's value as the text of one text box, and back. The lists of the caption panel stand between semicolons; other lists and
/// structures are JSON, which the "All IPTC" view takes apart into boxes of their own.
/// </summary>
internal static class FieldText
{
    // Every character as itself, as the browser writes JSON.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether a value of the property is taken apart into several boxes outside of the caption panel.</summary>
    public static bool IsComposite(string id) =>
        !LanguageVariant.IsId(id) && IptcStandard.Find(id) is { } property && (property.IsList || property.Kind == IptcKind.Structure);

    /// <summary>Whether the text of a value is JSON.</summary>
    public static bool IsJson(string id) => IsComposite(id) && NewsroomFields.Find(id) is null;

    /// <param name="id">Of a property, or of a text in another language.</param>
    public static string Of(string id, FieldValue? value) =>
        value is null ? "" : IsJson(id) ? JsonSerializer.Serialize(value, Json) : value.Text;

    /// <summary>Whether a text can be one of the property's: what a browser has kept may be of another desk.</summary>
    public static bool Fits(string id, string text)
    {
        try
        {
            _ = Parse(id, text, current: null);
            return LanguageVariant.PropertyOf(id) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// What a text means. Entries of a list stand between semicolons, keywords also between commas or lines; an entry that
    /// is in the list already stays whole, so that "Washington, D.C." does not fall apart when its neighbour is edited.
    /// </summary>
    /// <param name="id">Of a property, or of a text in another language.</param>
    /// <param name="current">The value the text grew from.</param>
    public static FieldValue? Parse(string id, string text, FieldValue? current)
    {
        if (!IsComposite(id))
        {
            return FieldValue.Of(text.Trim());
        }

        if (IsJson(id))
        {
            return text.Length == 0 ? null : JsonSerializer.Deserialize<FieldValue>(text);
        }

        var known = current?.Items.ToHashSet(StringComparer.Ordinal) ?? [];
        char[] within = id == NewsroomFields.Keywords.Id ? [',', '\n'] : ['\n'];
        return FieldValue.Of(text
            .Split(';')
            .Select(part => part.Trim())
            .SelectMany(part => known.Contains(part) ? [part] : part.Split(within))
            .Select(part => part.Trim())
            .Where(part => part.Length > 0)
            .Distinct(StringComparer.Ordinal));
    }
}
