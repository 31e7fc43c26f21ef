using MediaDesk.Model;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// What this editor has typed and not yet stored, by photo and field. It lives as long as the circuit, so it survives page
/// changes; the browser keeps a copy of its own (<c>CaptionPanel.razor.js</c>) that survives the circuit and the desk.
/// </summary>
public sealed class CaptionDrafts
{
    private static readonly Dictionary<string, FieldDraft> None = [];
    private readonly Dictionary<long, Dictionary<string, FieldDraft>> photos = [];

    /// <summary>Raised when a field becomes a draft or ceases to be one, on the circuit's own thread.</summary>
    public event Action? Changed;

    /// <summary>The photos with at least one draft.</summary>
    public IReadOnlyCollection<long> MediaIds => photos.Keys;

    /// <summary>How many fields, of all photos, are not saved.</summary>
    public int Count => photos.Values.Sum(fields => fields.Count);

    /// <summary>The drafts of one photo by IPTC property id.</summary>
    public IReadOnlyDictionary<string, FieldDraft> Of(long mediaId) => photos.GetValueOrDefault(mediaId, None);

    public void Put(long mediaId, string field, FieldDraft draft)
    {
        if (!photos.TryGetValue(mediaId, out var fields))
        {
            photos[mediaId] = fields = new(StringComparer.Ordinal);
        }

        var isNew = !fields.ContainsKey(field);
        fields[field] = draft;
        if (isNew)
        {
            Changed?.Invoke();
        }
    }

    public void Drop(long mediaId, string field)
    {
        if (photos.TryGetValue(mediaId, out var fields) && fields.Remove(field))
        {
            if (fields.Count == 0)
            {
                photos.Remove(mediaId);
            }

            Changed?.Invoke();
        }
    }
}

/// <summary>The text of a text box that is not saved.</summary>
/// <param name="BaseText">What the field said when the typing began, or when the editor last chose to overwrite it.</param>
/// <param name="Understood">Where the text was not typed but taken because the photo's own text says it; forgotten with the first change of it.</param>
public sealed record FieldDraft(string Text, string BaseText, Understanding? Understood = null);
