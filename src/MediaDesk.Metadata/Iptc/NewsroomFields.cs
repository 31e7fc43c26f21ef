namespace MediaDesk.Metadata.Iptc;

/// <summary>The newsroom fields in the order of the caption panel, then those it does not show.</summary>
public static class NewsroomFields
{
    public static readonly NewsroomField Headline = Of("headline", "Headline");
    public static readonly NewsroomField Caption = Of("description", "Caption");
    public static readonly NewsroomField Byline = Of("creatorNames", "Byline");
    public static readonly NewsroomField BylineTitle = Of("jobtitle", "Byline title");
    public static readonly NewsroomField CreditLine = Of("creditLine", "Credit line");
    public static readonly NewsroomField Source = Of("source", "Source");
    public static readonly NewsroomField CopyrightNotice = Of("copyrightNotice", "Copyright notice");
    public static readonly NewsroomField DateCreated = Of("dateCreated", "Date created");
    public static readonly NewsroomField Sublocation = Of("sublocationName", "Sublocation");
    public static readonly NewsroomField City = Of("cityName", "City");
    public static readonly NewsroomField ProvinceState = Of("provinceState", "Province/State");
    public static readonly NewsroomField Country = Of("countryName", "Country");
    public static readonly NewsroomField CountryCode = Of("countryCode", "Country code");
    public static readonly NewsroomField Keywords = Of("keywords", "Keywords");
    public static readonly NewsroomField Instructions = Of("instructions", "Instructions");

    public static readonly NewsroomField Title = Of("title", "Title");
    public static readonly NewsroomField JobId = Of("jobid", "Job identifier");
    public static readonly NewsroomField CaptionWriter = Of("captionWriter", "Caption writer");

    /// <summary>The fields of the caption panel, in its Tab order.</summary>
    public static readonly IReadOnlyList<NewsroomField> Panel =
    [
        Headline, Caption, Byline, BylineTitle, CreditLine, Source, CopyrightNotice, DateCreated,
        Sublocation, City, ProvinceState, Country, CountryCode, Keywords, Instructions,
    ];

    public static readonly IReadOnlyList<NewsroomField> All = [.. Panel, Title, JobId, CaptionWriter];

    private static readonly Dictionary<string, NewsroomField> ById = All.ToDictionary(field => field.Id, StringComparer.Ordinal);

    /// <summary>The field with an IPTC property id, or null when the desk does not work with it.</summary>
    public static NewsroomField? Find(string id) => ById.GetValueOrDefault(id);

    private static NewsroomField Of(string id, string label) => new(IptcStandard.Find(id)!, label);
}
