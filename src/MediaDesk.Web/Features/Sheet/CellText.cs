using System.Globalization;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Search;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>What stands under a photo in the sheet, short enough for a narrow cell.</summary>
internal static class CellText
{
    /// <summary>How the desk calls a photo: its headline, else its file name.</summary>
    public static string Name(SheetPhoto photo) => photo.Fields.Text(NewsroomFields.Headline.Id) ?? photo.FileName;

    public static string? Byline(SheetPhoto photo) => photo.Fields[NewsroomFields.Byline.Id]?.Items[0];

    /// <summary>The most exact place the fields name, with the country's code: <c>Qaminas, SYR</c>.</summary>
    public static string? Place(SheetPhoto photo)
    {
        var near = photo.Fields.Text(NewsroomFields.City.Id)
            ?? photo.Fields.Text(NewsroomFields.Sublocation.Id)
            ?? photo.Fields.Text(NewsroomFields.ProvinceState.Id);
        var country = photo.Fields.Text(NewsroomFields.Country.Id);
        return near is null
            ? country ?? photo.Fields.Text(NewsroomFields.CountryCode.Id)
            : (photo.Fields.Text(NewsroomFields.CountryCode.Id) ?? country) is { } wide ? $"{near}, {wide}" : near;
    }

    /// <summary>The date as far as it is known; the year only where it is not <paramref name="thisYear"/>.</summary>
    public static string? Date(SheetPhoto photo, int thisYear) =>
        PartialDate.TryParse(photo.Fields.Text(NewsroomFields.DateCreated.Id), out var date)
            ? date.Start.ToString(
                date.Precision switch
                {
                    DatePrecision.Year => "yyyy",
                    DatePrecision.Month => "MMM yyyy",
                    _ => date.Start.Year == thisYear ? "d MMM" : "d MMM yyyy",
                },
                CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether two readings of a photo look the same in the sheet.</summary>
    public static bool Same(SheetPhoto one, SheetPhoto other) =>
        one with { Agencies = other.Agencies } == other && one.Agencies.SequenceEqual(other.Agencies, StringComparer.Ordinal);
}
