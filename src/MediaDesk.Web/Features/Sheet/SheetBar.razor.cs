using System.Globalization;
using MediaDesk.Search;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>How many photos, how many selected and what can be done with those, the pages, and the size of the thumbnails.</summary>
public sealed partial class SheetBar(SheetSelection selection) : ComponentBase
{
    /// <summary>Null while the search cannot be understood.</summary>
    [Parameter, EditorRequired] public SearchPage? Page { get; set; }

    [Parameter, EditorRequired] public required SheetAddress Address { get; set; }

    [Parameter] public EventCallback OnFilters { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private SheetSelection Selection => selection;

    private int Selected => selection.SelectedIds.Count;

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
