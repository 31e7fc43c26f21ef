using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>The photos of the same day and place as one photo, as a search that a person could have typed.</summary>
public static class SameEvent
{
    /// <summary>Kilometres around a photo whose place is known by its coordinates alone.</summary>
    private const double Around = 5;

    /// <summary>Null where the day or the place is not known.</summary>
    /// <param name="position">Its coordinates, asked for only where no words tell the place.</param>
    public static SearchQuery? Of(FieldValues fields, (double Latitude, double Longitude)? position)
    {
        if (!PartialDate.TryParse(fields.Text(NewsroomFields.DateCreated.Id), out var taken) || taken.Precision < DatePrecision.Day)
        {
            return null;
        }

        var place = Place(fields, position);
        return place is null ? null : SearchQuery.Parse($"date:{PartialDate.OfDay(taken.Start)} {place}").Query;
    }

    private static string? Place(FieldValues fields, (double Latitude, double Longitude)? position)
    {
        string? Condition(QueryField field, NewsroomField said) =>
            fields.Text(said.Id) is { } name && SearchQuery.CanAsk(field.Name(), name) ? SearchQuery.All.Toggle(field.Name(), name).Text : null;

        var near = Condition(QueryField.City, NewsroomFields.City) ?? Condition(QueryField.In, NewsroomFields.Sublocation) ?? Condition(QueryField.Region, NewsroomFields.ProvinceState);
        // Towns of one name lie in many countries.
        var country = Condition(QueryField.Country, NewsroomFields.CountryCode) ?? Condition(QueryField.Country, NewsroomFields.Country);
        return (near, position) switch
        {
            ({ } name, _) => country is null ? name : $"{name} {country}",
            (null, var (latitude, longitude)) => QueryWriter.Write(new QueryNode.Near(null, new(Math.Round(latitude, 5), Math.Round(longitude, 5)), Around)),
            _ => country,
        };
    }
}
