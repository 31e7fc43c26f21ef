namespace MediaDesk.Places.Lookup;

/// <summary>
/// The columns of an index of places, in the order they stand in its file. Whole numbers are little-endian 32 bit unless said otherwise.
/// Places are numbered by weight, the most likely first; names are normalised and sorted by their UTF-8 bytes.
/// </summary>
internal enum PlaceSection
{
    /// <summary>Where the data is from, UTF-8.</summary>
    Source,
    /// <summary>Ids of places, UTF-8, one after the other; the next section says where each begins and the last ends.</summary>
    Ids,
    IdStarts,
    /// <summary>Names for people, UTF-8.</summary>
    Titles,
    TitleStarts,
    /// <summary>A byte for each place: <see cref="PlaceKind"/>, or <see cref="PlaceIndex.Reference"/>.</summary>
    Kinds,
    /// <summary>The place it lies directly in: its number, or -2 - n for number n of <see cref="Foreign"/>, or -1 for none.</summary>
    Parents,
    /// <summary>Hundred-thousandths of a degree; <see cref="PlaceIndex.NoPosition"/> where unknown.</summary>
    Latitudes,
    Longitudes,
    Populations,
    /// <summary>Ids of places that lie in another index.</summary>
    Foreign,
    ForeignStarts,
    Names,
    NameStarts,
    /// <summary>Where the places of a name begin in <see cref="Postings"/>, and where the last name's end.</summary>
    PostingStarts,
    /// <summary>For each name its places, most likely first: twice the number, plus one where it is not the place's own name.</summary>
    Postings,

    /// <summary>From here on: made from the sections above, see <see cref="DerivedSections"/>.</summary>
    Weights,
    NameSlots,
    IdSlots,
    /// <summary>Cities and sites as a balanced tree in space: numbers in the order of the tree, and their points on the unit sphere (three floats each).</summary>
    TreeOrder,
    TreePoints,
}
