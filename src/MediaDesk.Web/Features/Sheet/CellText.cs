using System.Globalization;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Search;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>What stands under a photo in the sheet, short enough for a narrow cell.</summary>
internal static class CellText
{
    /// <summary>Its caption contradicts one of its fields.</summary>
    public const string Disagrees = "Disagrees";

    /// <summary>How the desk calls a photo: its headline, else its file name.</summary>
    public static string Name(SheetPhoto photo) => photo.Fields.Text(NewsroomFields.Headline.Id) ?? photo.FileName;

    /// <summary>The first photographer; a photo that names none shows what it is called, so that no cell is without a word.</summary>
    public static string Byline(SheetPhoto photo) => photo.Fields[NewsroomFields.Byline.Id]?.Items[0] ?? Name(photo);

    /// <summary>The agency a photo comes from, the first of its chain.</summary>
    public static string? Agency(SheetPhoto photo) => photo.Agencies.Count > 0 ? photo.Agencies[0] : null;

    /// <summary>What is special about a photo, in a word each; most have nothing.</summary>
    public static IEnumerable<string> Marks(SheetPhoto photo)
    {
        if (photo.Picture != PictureState.Ready)
        {
            yield return photo.Picture switch { PictureState.Developing => "Developing", PictureState.Absent => "No file", _ => "Preview" };
        }

        if (photo.Disagrees)
        {
            yield return Disagrees;
        }

        if (photo.IsEdited)
        {
            yield return "Edited";
        }
    }

    /// <summary>Everything the cell says besides the name, for those who hear it.</summary>
    public static string Description(SheetPhoto photo, int thisYear) =>
        string.Join(
            ", ",
            new[] { photo.Fields[NewsroomFields.Byline.Id]?.Items[0], Agency(photo), Place(photo), Date(photo, thisYear) }
                .Concat(Marks(photo))
                .Append(photo.Alike > 1 ? $"{photo.Alike} alike" : null)
                .Append(FoundSnippet.Of(photo) is { Count: > 0 } found ? $"found in: {string.Concat(found.Select(piece => piece.Text))}" : null)
                .Where(part => part is not null));

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
        one with { Agencies = other.Agencies, Marks = other.Marks } == other && one.Marks.SequenceEqual(other.Marks) && one.Agencies.SequenceEqual(other.Agencies, StringComparer.Ordinal);
}
