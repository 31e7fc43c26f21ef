using System.Buffers;
using MediaDesk.Credits;
using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>What is known of a photo and what kind of photo it is, as <c>has:</c>, <c>status:</c>, <c>is:</c>, <c>format:</c> and <c>orientation:</c> ask.</summary>
internal static class SearchTraits
{
    /// <summary>What a page needs: a photo that has all of it is ready.</summary>
    public static readonly IReadOnlyList<QueryFact> Needed = [QueryFact.Caption, QueryFact.Credit, QueryFact.Byline, QueryFact.Date, QueryFact.Place];

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static bool Has(MediaItem item, QueryFact fact) => fact switch
    {
        QueryFact.Caption => Says(item, NewsroomFields.Caption),
        QueryFact.Headline => Says(item, NewsroomFields.Headline),
        QueryFact.Credit => Says(item, NewsroomFields.CreditLine),
        QueryFact.Byline => Says(item, NewsroomFields.Byline),
        QueryFact.Keywords => Says(item, NewsroomFields.Keywords),
        QueryFact.Copyright => Says(item, NewsroomFields.CopyrightNotice),
        QueryFact.Date => PartialDate.TryParse(item.Fields.Text(NewsroomFields.DateCreated.Id), out _),
        QueryFact.City => Says(item, NewsroomFields.City),
        QueryFact.Country => Says(item, NewsroomFields.Country) || Says(item, NewsroomFields.CountryCode),
        QueryFact.Place => Says(item, NewsroomFields.Sublocation) || Says(item, NewsroomFields.City) || Says(item, NewsroomFields.ProvinceState)
            || Says(item, NewsroomFields.Country) || Says(item, NewsroomFields.CountryCode),
        QueryFact.Gps => item.Latitude is not null && item.Longitude is not null,
        _ => item.Picture != PictureState.Absent,
    };

    public static string Status(MediaItem item) => item.Picture switch
    {
        PictureState.Absent => QueryTrait.NoFile,
        PictureState.Developing => QueryTrait.Developing,
        _ => Needed.All(fact => Has(item, fact)) ? QueryTrait.Ready : QueryTrait.Incomplete,
    };

    /// <summary>Null while nothing of the file is known.</summary>
    public static string? Orientation(MediaItem item) => (item.Width, item.Height) switch
    {
        (0, _) or (_, 0) => null,
        var (width, height) when width > height => QueryTrait.Landscape,
        var (width, height) when width < height => QueryTrait.Portrait,
        _ => QueryTrait.Square,
    };

    public static string? Format(MediaItem item) => item.Format switch
    {
        null => null,
        PhotoFormat.JpegXl => "jxl",
        PhotoFormat.Jpeg2000 => "jp2",
        PhotoFormat.Sidecar => "xmp",
        var format => format.ToString()!.ToLowerInvariant(),
    };

    public static IEnumerable<string> Is(MediaItem item, CreditChain credit)
    {
        if (item.Overlay.Values.Count > 0)
        {
            yield return QueryTrait.Edited;
        }

        if ((item.Proposed & (ProposedKinds.Fill | ProposedKinds.Offer)) != 0)
        {
            yield return QueryTrait.Proposed;
        }

        if (item.Proposed.HasFlag(ProposedKinds.Disagreement))
        {
            yield return QueryTrait.Disagreeing;
        }

        if (credit.IsPool)
        {
            yield return QueryTrait.Pool;
        }

        if (credit.IsHandout)
        {
            yield return QueryTrait.Handout;
        }

        if (credit.IsFile)
        {
            yield return QueryTrait.Archive;
        }
    }

    /// <summary>Agencies send "-" for what they do not know: without a letter or digit nothing is known.</summary>
    private static bool Says(MediaItem item, NewsroomField field) =>
        item.Fields.Text(field.Id) is { } text && (text.AsSpan().ContainsAny(LettersAndDigits) || TextNormaliser.Normalise(text).Length > 0);
}
