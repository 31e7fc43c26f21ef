namespace MediaDesk.Search;

/// <summary>The texts of a photo as the index keeps them apart, in the order of its columns.</summary>
internal enum SearchColumn
{
    /// <summary>First, because FTS5 writes the number of every column but the first beside each word: most words stand here.</summary>
    Caption,
    /// <summary>What is asked for by exact mark instead of by words; see <see cref="SearchMark"/>.</summary>
    Mark,
    Headline,
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
    /// <summary>Every other text, the byline as it stands where it is not the photographers alone, and the file's name.</summary>
    Other,
}
