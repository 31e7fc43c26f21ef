using System.Globalization;
using MediaDesk.Search;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Search;

/// <summary>The commonest agencies, photographers and countries of the results; a click makes one a condition of the search.</summary>
public sealed partial class FacetRail : ComponentBase
{
    /// <summary>How many values of a facet are shown until more are asked for.</summary>
    private const int First = 6;

    private static readonly (string Field, string Title)[] Shown = [("agency", "Agencies"), ("by", "Photographers"), ("country", "Countries")];

    private readonly HashSet<string> opened = [];

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyDictionary<string, Facet> Facets { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    private void Choose(string field, string value, bool exclude)
    {
        var next = exclude ? SearchQuery.Parse($"{Query} -{field}:\"{value.Replace('"', ' ')}\"").Query : Query.Toggle(field, value);
        if (next is not null)
        {
            Nav.NavigateTo(new SheetAddress(next.ToString()).Href);
        }
    }

    private void Toggle(string field)
    {
        if (!opened.Remove(field))
        {
            opened.Add(field);
        }
    }

    private static string Share(int count, int most) => (100.0 * count / most).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
