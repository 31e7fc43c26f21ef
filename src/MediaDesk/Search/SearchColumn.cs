namespace MediaDesk.Search;

/// <summary>The texts of a photo as the index keeps them apart, in the order of its columns.</summary>
internal enum SearchColumn
{
    Headline,
    Caption,
    /// <summary>The photographers.</summary>
    Byline,
    Credit,
    Source,
    /// <summary>The proper names of the agencies in the credit.</summary>
    Agency,
    Keyword,
    Sublocation,
    City,
    Region,
    Country,
    /// <summary>Every other text, the byline as it stands and the file's name.</summary>
    Other,
    /// <summary>What is asked for by exact mark instead of by words; see <see cref="SearchMark"/>.</summary>
    Mark,
}
