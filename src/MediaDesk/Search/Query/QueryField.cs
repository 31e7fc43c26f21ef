namespace MediaDesk.Search.Query;

/// <summary>A field of the search language: the word before the colon.</summary>
internal enum QueryField
{
    By,
    Credit,
    Agency,
    Source,
    Caption,
    Headline,
    Keyword,
    /// <summary>Any level of the place: sublocation, city, region or country.</summary>
    In,
    City,
    Region,
    Country,
    Date,
    Added,
    Has,
    Missing,
}

/// <summary>What <c>has:</c> and <c>missing:</c> can ask for.</summary>
internal enum QueryFact
{
    Caption,
    Headline,
    Credit,
    Byline,
    Date,
    Place,
    Keywords,
    Gps,
}
