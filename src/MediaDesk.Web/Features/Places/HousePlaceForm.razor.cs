using MediaDesk.HousePlaces;
using MediaDesk.Model;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Places;

/// <summary>A new place of the house, or one being changed.</summary>
public sealed partial class HousePlaceForm
{
    private IReadOnlyDictionary<string, string> faults = new Dictionary<string, string>();
    private string? name;
    private HousePlaceKind kind;
    private string? liesIn;
    private string? position;
    private string? others;

    [Parameter, EditorRequired] public required HousePlaceDraft Draft { get; set; }

    /// <summary>Stores the draft and answers with the faults of its boxes, none when it is stored.</summary>
    [Parameter, EditorRequired] public required Func<HousePlaceDraft, Task<IReadOnlyDictionary<string, string>>> OnSave { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    protected override void OnInitialized() =>
        (name, kind, liesIn, position, others) = (Draft.Name, Draft.Kind, Draft.LiesIn, Draft.Position, string.Join('\n', Draft.OtherNames));

    private async Task SaveAsync() =>
        faults = await OnSave(new(Draft.Id, name, kind, liesIn, position, (others ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    private string? Fault(string box) => faults.GetValueOrDefault(box);

    private string? Invalid(string box) => faults.ContainsKey(box) ? "true" : null;
}
