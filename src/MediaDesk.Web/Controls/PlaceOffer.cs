using MediaDesk.Places;

namespace MediaDesk.Web.Controls;

/// <summary>A place as a line of a list that opens under a box. <paramref name="Name"/> goes into the box; <paramref name="Hint"/> tells it from its namesakes.</summary>
public sealed record PlaceOffer(string Id, string Name, string Hint, string Whole)
{
    public static PlaceOffer Of(PlaceSuggestion suggestion)
    {
        var place = suggestion.Place;
        var where = PlaceWords.Around(place);
        var matched = suggestion.MatchedName is { } other ? $"{other} · " : "";
        return new(place.Id, place.Name, $"{matched}{(where.Length > 0 ? where : PlaceWords.Kind(place))}", PlaceWords.Whole(place));
    }
}
