using MediaDesk.Search;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MediaDesk.Web.Features.Search;

/// <summary>Asks for the name under which a search is kept.</summary>
public sealed partial class SaveSearch(SavedSearches searches, CurrentEditor editor) : ComponentBase
{
    private ElementReference box;
    private IReadOnlyList<SavedSearchLine> known = [];
    private string name = "";
    private string? fault;

    [Parameter, EditorRequired] public required SearchQuery Query { get; set; }

    [Parameter] public EventCallback OnDone { get; set; }

    private SavedSearchLine? Taken => known.FirstOrDefault(line => line.Name == name.Trim() && line.Query != Query.ToString());

    protected override async Task OnInitializedAsync() => known = await searches.ListAsync("", CancellationToken.None);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await box.FocusAsync();
        }
    }

    private async Task SaveAsync()
    {
        if (await editor.RequireAsync() is not { } by)
        {
            fault = "A saved search needs the name of its editor.";
            return;
        }

        fault = await searches.SaveAsync(name, Query.ToString(), by, CancellationToken.None);
        if (fault is null)
        {
            await OnDone.InvokeAsync();
        }
    }

    private Task OnKeyAsync(KeyboardEventArgs key) => key.Key == "Escape" ? OnDone.InvokeAsync() : Task.CompletedTask;
}
