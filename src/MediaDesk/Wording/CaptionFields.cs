using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Wording;

/// <summary>What a caption says, as the fields of a photo.</summary>
public static class CaptionFields
{
    /// <summary>The values that would be filled in, by property id in the order of the caption panel; nothing for what is not said.</summary>
    public static IReadOnlyList<KeyValuePair<string, FieldValue>> Of(ParsedCaption caption)
    {
        var fields = new List<KeyValuePair<string, FieldValue>>();
        Add(NewsroomFields.Caption, FieldValue.Of(caption.Caption));
        Add(NewsroomFields.Byline, FieldValue.Of(caption.Byline));
        Add(NewsroomFields.CreditLine, FieldValue.Of(caption.Credit));
        Add(NewsroomFields.DateCreated, FieldValue.Of(caption.Date));
        Add(NewsroomFields.Sublocation, FieldValue.Of(caption.Place.Sublocation));
        Add(NewsroomFields.City, FieldValue.Of(caption.Place.City));
        Add(NewsroomFields.ProvinceState, FieldValue.Of(caption.Place.Region));
        Add(NewsroomFields.Country, FieldValue.Of(caption.Place.Country));
        Add(NewsroomFields.CountryCode, FieldValue.Of(caption.Place.CountryCode));
        Add(NewsroomFields.Keywords, FieldValue.Of((caption as ArticlePhoto)?.Keywords ?? []));
        Add(NewsroomFields.Instructions, FieldValue.Of(caption.Restrictions.Count == 0 ? null : string.Join(". ", caption.Restrictions)));
        return fields;

        void Add(NewsroomField field, FieldValue? value)
        {
            if (value is not null)
            {
                fields.Add(new(field.Id, value));
            }
        }
    }
}
