namespace MediaDesk.Metadata.Iptc;

/// <summary>The newsroom fields in the order of the caption panel, then those it does not show. IPTC 2025.1, IIM 4.2.</summary>
public static class NewsroomFields
{
    public static readonly NewsroomField Headline = new("headline", "Headline", false, 105, 256, "photoshop:Headline");
    public static readonly NewsroomField Caption = new("description", "Caption", false, 120, 2000, "dc:description");
    public static readonly NewsroomField Byline = new("creatorNames", "Byline", true, 80, 32, "dc:creator");
    public static readonly NewsroomField BylineTitle = new("jobtitle", "Byline title", false, 85, 32, "photoshop:AuthorsPosition");
    public static readonly NewsroomField CreditLine = new("creditLine", "Credit line", false, 110, 32, "photoshop:Credit");
    public static readonly NewsroomField Source = new("source", "Source", false, 115, 32, "photoshop:Source");
    public static readonly NewsroomField CopyrightNotice = new("copyrightNotice", "Copyright notice", false, 116, 128, "dc:rights");
    /// <summary>IIM splits it into 2:55 (date) and 2:60 (time).</summary>
    public static readonly NewsroomField DateCreated = new("dateCreated", "Date created", false, 55, null, "photoshop:DateCreated");
    public static readonly NewsroomField Sublocation = new("sublocationName", "Sublocation", false, 92, 32, "Iptc4xmpCore:Location");
    public static readonly NewsroomField City = new("cityName", "City", false, 90, 32, "photoshop:City");
    public static readonly NewsroomField ProvinceState = new("provinceState", "Province/State", false, 95, 32, "photoshop:State");
    public static readonly NewsroomField Country = new("countryName", "Country", false, 101, 64, "photoshop:Country");
    public static readonly NewsroomField CountryCode = new("countryCode", "Country code", false, 100, 3, "Iptc4xmpCore:CountryCode");
    public static readonly NewsroomField Keywords = new("keywords", "Keywords", true, 25, 64, "dc:subject");
    public static readonly NewsroomField Instructions = new("instructions", "Instructions", false, 40, 256, "photoshop:Instructions");

    public static readonly NewsroomField Title = new("title", "Title", false, 5, 64, "dc:title");
    public static readonly NewsroomField JobId = new("jobid", "Job identifier", false, 103, 32, "photoshop:TransmissionReference");
    public static readonly NewsroomField CaptionWriter = new("captionWriter", "Caption writer", false, 122, 32, "photoshop:CaptionWriter");

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
}
