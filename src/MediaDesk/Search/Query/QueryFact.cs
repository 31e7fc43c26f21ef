namespace MediaDesk.Search.Query;

/// <summary>What <c>has:</c> and <c>missing:</c> can ask for.</summary>
internal enum QueryFact
{
    Caption,
    Headline,
    Credit,
    Byline,
    Date,
    Place,
    City,
    Country,
    Keywords,
    Copyright,
    Gps,
    /// <summary>The pixels: a record taken over from another system may have none yet.</summary>
    File,
}
