using System.Globalization;
using MediaDesk.Search;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Search;

/// <summary>The values of one field of the search language among the results, and those of it that the search excludes.</summary>
public sealed partial class FacetSection : ComponentBase
{
    private IReadOnlyList<Row> rows = [];
    private int most = 1;

    [Parameter, EditorRequired] public required string Field { get; set; }

    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter] public Facet? Facet { get; set; }

    /// <summary>What stands before every value, for people.</summary>
    [Parameter] public string? Before { get; set; }

    /// <summary>What people call a value; null where they say it as it is.</summary>
    [Parameter] public Func<string, string>? Word { get; set; }

    /// <summary>How many values are shown until more are asked for.</summary>
    [Parameter] public int First { get; set; } = 6;

    private bool IsOpen { get; set; }

    protected override void OnParametersSet()
    {
        // The language cannot ask for everything that is counted, such as photos that are no more than a sidecar.
        var found = (Facet?.Values ?? []).Where(value => SearchQuery.CanAsk(Field, value.Value))
            .Select(value => new Row(value.Value, value.Count, Query.Has(Field, value.Value), false));
        // What is excluded is not among the results: it stands here so that it can be let in again.
        var excluded = Query.Chips.Where(chip => chip.IsExcluded && chip.Field == Field).Select(chip => new Row(chip.Value, 0, false, true));
        rows = [.. excluded.Concat(found).DistinctBy(row => row.Value)];
        most = Math.Max(1, rows.Count == 0 ? 1 : rows.Max(row => row.Count));
    }

    private string Share(int count) => (100.0 * count / most).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    private sealed record Row(string Value, int Count, bool IsOn, bool IsExcluded);
}
