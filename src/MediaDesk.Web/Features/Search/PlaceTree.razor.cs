using MediaDesk.Search;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Search;

/// <summary>The places of the results: countries, in them regions, in them cities, each with its photos.</summary>
public sealed partial class PlaceTree : ComponentBase
{
    /// <summary>How many countries are shown until more are asked for.</summary>
    private const int First = 8;

    private const string Anywhere = "in";

    /// <summary>What the editor opened or closed; of the rest a country that stands alone, and what leads to a chosen place, is open.</summary>
    private readonly Dictionary<string, bool> turned = new(StringComparer.Ordinal);

    private bool isAll;

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter, EditorRequired] public required Facet Places { get; set; }

    private IEnumerable<Branch> Branches() => Branches([.. isAll ? Places.Values : Places.Values.Take(First)], 1, "");

    private IEnumerable<Branch> Branches(IReadOnlyList<FacetValue> places, int level, string path)
    {
        // A name as long as a caption stands in no search.
        places = [.. places.Where(place => SearchQuery.CanAsk(Field(place), place.Value))];
        foreach (var (index, place) in places.Index())
        {
            var here = $"{path}/{place.Value}";
            var isOpen = turned.TryGetValue(here, out var open) ? open : (level == 1 && places.Count == 1) || LeadsToChosen(place);
            yield return new(
                place, here, level, index + 1, places.Count, place.Within is not { Count: > 0 }, isOpen, Asked(place) is not null,
                Asked(place, exclude: true) is not null);
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
        place.Within?.Any(inner => SearchQuery.CanAsk(Field(inner), inner.Value) && (Asked(inner) is not null || LeadsToChosen(inner))) == true;

    private void Turn(Branch branch)
    {
        if (!branch.IsLeaf)
        {
            turned[branch.Path] = !branch.IsOpen;
        }
    }

    private void Choose(FacetValue place, bool exclude)
    {
        var excluded = Asked(place, exclude: true);
        var field = Asked(place) ?? excluded ?? Field(place);
        Nav.NavigateTo(SheetAddress.At(Nav).Searching(Query.Toggle(field, place.Value, exclude || excluded is not null).ToString()).Href);
    }

    /// <summary>The field by which the search asks for a place, or excludes it: its own one, or <c>in:</c> as people write it. Null when it does not.</summary>
    private string? Asked(FacetValue place, bool exclude = false) =>
        new[] { Field(place), Anywhere }.FirstOrDefault(field => Query.Has(field, place.Value, exclude));

    private static string Field(FacetValue place) => place.Field ?? Anywhere;

    private sealed record Branch(FacetValue Place, string Path, int Level, int At, int Of, bool IsLeaf, bool IsOpen, bool IsOn, bool IsExcluded);
}
