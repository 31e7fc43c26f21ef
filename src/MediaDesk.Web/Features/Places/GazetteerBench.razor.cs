using MediaDesk.HousePlaces;
using MediaDesk.Places;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Places;

/// <summary>Shows which places a name means to the desk, the most likely first.</summary>
public sealed partial class GazetteerBench
{
    private const int Shown = 6;
    private const int Similar = 5;

    private string? asked;
    private IReadOnlyList<Place> found = [];
    private IReadOnlyList<PlaceSuggestion> near = [];
    private NearestPlace? nearest;

    /// <summary>Grows with every change of the house's places, so that the answer is asked for again.</summary>
    [Parameter] public int Changes { get; set; }

    /// <summary>Another name is wanted for the place with this id.</summary>
    [Parameter] public EventCallback<string> OnAlias { get; set; }

    protected override void OnParametersSet() => Ask(asked);

    private void Ask(string? name)
    {
        asked = name;
        nearest = PositionText.TryRead(name ?? "", out var latitude, out var longitude) ? Gazetteer.Nearest(latitude, longitude) : null;
        found = Gazetteer.FindWritten(name);
        near = found.Count == 0 && nearest is null ? Gazetteer.Complete(name ?? "", Similar) : [];
    }
}
