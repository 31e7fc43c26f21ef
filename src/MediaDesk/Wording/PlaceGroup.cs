namespace MediaDesk.Wording;

/// <summary>How a name is tied to what the photo shows.</summary>
internal enum PlaceRelation
{
    In, At, Near,
    /// <summary>on the outskirts of, off the coast of.</summary>
    Edge,
    /// <summary>south of, 10 km from: only a help to find something smaller.</summary>
    Relative,
    /// <summary>Behind a comma: a greater place around the one before.</summary>
    Within,
    /// <summary>Syria's, the Damascus suburb of: a greater place in front.</summary>
    Container,
    /// <summary>a Moscow park.</summary>
    Modifier,
    /// <summary>a visit to.</summary>
    Loose,
}

/// <summary>One name of a place phrase; tokens <paramref name="First"/> to <paramref name="Last"/>, to <paramref name="NameLast"/> without a noun such as "province".</summary>
/// <param name="Type">The noun that says what it is (Settlement, RegionNoun, Quarter, Venue), or none.</param>
/// <param name="Lead">The first token of a noun in front of it that belongs to it as a sublocation: "port of Cadiz", "stade Vélodrome"; -1 for none.</param>
/// <param name="Country">ISO 3166-1 alpha-3 of a nationality in front of it: "the Spanish town of".</param>
internal readonly record struct PlaceName(
    int First, int NameLast, int Last, PlaceRelation Relation, WordKinds Type = WordKinds.None, string? Country = null, bool IsDirected = false, int Lead = -1);

/// <summary>Names that belong together: <c>at Copps Coliseum on January 23, 2004 in Hamilton, Ontario, Canada</c>; from the smallest to the greatest.</summary>
internal sealed class PlaceGroup(int first)
{
    public int First { get; } = first;

    /// <summary>The last token of the last name or date that belongs to it.</summary>
    public int Last { get; set; } = first;

    public List<PlaceName> Names { get; } = [];

    /// <summary>Numbers of the dates inside and directly beside it.</summary>
    public List<int> Dates { get; } = [];

    public int Sentence { get; set; }

    /// <summary>The rule by which it was found.</summary>
    public string Rule { get; set; } = "place-in";
}
