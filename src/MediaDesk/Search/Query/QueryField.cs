namespace MediaDesk.Search.Query;

/// <summary>A field of the search language: the word before the colon.</summary>
internal enum QueryField
{
    By,
    Credit,
    /// <summary>Any link of the credit chain.</summary>
    Agency,
    /// <summary>The agency a photo comes from: the first of the chain.</summary>
    Origin,
    /// <summary>The agency a photo came through: the last of a chain of several.</summary>
    Distributor,
    Source,
    Caption,
    Headline,
    Keyword,
    /// <summary>Any level of the place: sublocation, city, region or country.</summary>
    In,
    City,
    Region,
    Country,
    /// <summary>Around a place or a position.</summary>
    Near,
    /// <summary>A part of the map: south,west,north,east.</summary>
    Box,
    Date,
    Added,
    Has,
    Missing,
    Status,
    Is,
    Format,
    Orientation,
    /// <summary>Pictures that look like that of another photo.</summary>
    Alike,
    /// <summary>Captions that are similar to that of another photo.</summary>
    Similar,
}
