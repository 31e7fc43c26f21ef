using System.Globalization;
using MediaDesk.Search;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>How many photos, how many selected and what can be done with those, the pages, and the size of the thumbnails.</summary>
public sealed partial class SheetBar(SheetSelection selection, SheetUnfolding unfolding, NavigationManager nav) : ComponentBase
{
    /// <summary>Null while the search cannot be understood.</summary>
    [Parameter, EditorRequired] public SearchPage? Page { get; set; }

    [Parameter, EditorRequired] public required SheetAddress Address { get; set; }

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter] public bool AreFiltersOpen { get; set; }

    [Parameter] public EventCallback OnFilters { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    /// <summary>The photos behind those that are selected are wanted, too.</summary>
    [Parameter] public EventCallback OnInclude { get; set; }

    private SheetSelection Selection => selection;

    /// <summary>Photos folded behind those that are selected on this page: what is done with the selection leaves them alone.</summary>
    private int Hidden => Address.Folding != SheetFolding.Folded ? 0 : Page?.Items
        .Where(photo => photo is { Alike: > 1, Front: null } && selection.SelectedIds.Contains(photo.Id) && !unfolding.IsOpen(photo.Id)).Sum(photo => photo.Alike - 1) ?? 0;

    /// <summary>To the pages of the photographer and the agency that are asked for.</summary>
    private IEnumerable<(string Label, string Href)> NameLinks =>
        from chip in Query.Chips
        where !chip.IsExcluded && chip.Field is "by" or "agency" or "origin" or "distributor"
        select ($"About {chip.Value}", chip.Field == "by" ? NameAddress.Photographer(chip.Value) : NameAddress.Agency(chip.Value));

    private int Selected => selection.SelectedIds.Count;

    private void Sort(ChangeEventArgs choice)
    {
        var order = Enum.GetValues<SheetOrder>().FirstOrDefault(order => SheetAddress.Name(order) == choice.Value?.ToString());
        nav.NavigateTo((Address.Searching(Address.Query) with { Order = order }).Href);
    }

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
