using MediaDesk.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MediaDesk.Web.Features.Search;

/// <summary>The places of the results: countries, in them regions, in them cities, each with its photos.</summary>
public sealed partial class PlaceTree : ComponentBase
{
    /// <summary>How many countries are shown until more are asked for.</summary>
    private const int First = 8;

    private const string Anywhere = "in";

    private static readonly string[] Levels = [Anywhere, "country", "region", "city"];

    /// <summary>What the editor opened or closed; of the rest a country that stands alone, and what leads to a chosen place, is open.</summary>
    private readonly Dictionary<string, bool> turned = new(StringComparer.Ordinal);

    private bool isAll;

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter, EditorRequired] public required Facet Places { get; set; }

    /// <summary>Whether there is anything to show.</summary>
    public static bool HasPlaces(SearchQuery query, Facet? places) => places is { Values.Count: > 0 } || Excluded(query, []).Any();

    // What is excluded is not among the results: it stands at the top so that it can be let in again.
    private IEnumerable<Branch> Branches() => Branches([.. Excluded(Query, Places.Values), .. isAll ? Places.Values : Places.Values.Take(First)], 1, "");

    /// <summary>The places that a search excludes and that are not among these.</summary>
    private static IEnumerable<FacetValue> Excluded(SearchQuery query, IReadOnlyList<FacetValue> found) =>
        query.Chips.Where(chip => chip.IsExcluded && chip.Field is { } field && Levels.Contains(field))
            .Select(chip => new FacetValue(chip.Value, 0, chip.Field))
            .Where(place => !Holds(found, place));

    private static bool Holds(IReadOnlyList<FacetValue> places, FacetValue wanted) => places.Any(
        place => (place.Value == wanted.Value && (wanted.Field == Anywhere || wanted.Field == Field(place))) || Holds(place.Within ?? [], wanted));

    private IEnumerable<Branch> Branches(IReadOnlyList<FacetValue> places, int level, string path)
    {
        // A name as long as a caption stands in no search.
        places = [.. places.Where(place => SearchQuery.CanAsk(Field(place), place.Value))];
        foreach (var (index, place) in places.Index())
        {
            var here = $"{path}/{place.Value}";
            var isOpen = turned.TryGetValue(here, out var open) ? open : (level == 1 && Places.Values.Count == 1) || LeadsToChosen(place);
            yield return new(
                place, here, level, index + 1, places.Count, place.Within is not { Count: > 0 }, isOpen, Asked(Query, place) is not null,
                Asked(Query, place, exclude: true) is not null);
            if (isOpen && place.Within is { } within)
            {
                foreach (var inner in Branches(within, level + 1, here))
                {
                    yield return inner;
                }
            }
        }
    }

    private bool LeadsToChosen(FacetValue place) =>
        place.Within?.Any(inner => SearchQuery.CanAsk(Field(inner), inner.Value) && (Asked(Query, inner) is not null || LeadsToChosen(inner))) == true;

    private void Turn(Branch branch)
    {
        if (!branch.IsLeaf)
        {
            turned[branch.Path] = !branch.IsOpen;
        }
    }

    private void Choose(FacetValue place, MouseEventArgs click) =>
        FilterClick.Choose(Nav, click, place.Value, query => Asked(query, place) ?? Asked(query, place, exclude: true) ?? Field(place));

    /// <summary>The field by which the search asks for a place, or excludes it: its own one, or <c>in:</c> as people write it. Null when it does not.</summary>
    private static string? Asked(SearchQuery query, FacetValue place, bool exclude = false) =>
        new[] { Field(place), Anywhere }.FirstOrDefault(field => query.Has(field, place.Value, exclude));

    private static string Field(FacetValue place) => place.Field ?? Anywhere;

    private sealed record Branch(FacetValue Place, string Path, int Level, int At, int Of, bool IsLeaf, bool IsOpen, bool IsOn, bool IsExcluded);
}
