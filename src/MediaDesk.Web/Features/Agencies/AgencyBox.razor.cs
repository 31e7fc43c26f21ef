using MediaDesk.Agencies;
using MediaDesk.Credits;
using MediaDesk.Model;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MediaDesk.Web.Features.Agencies;

/// <summary>The form of one agency, with why it cannot be kept and who changed it.</summary>
public sealed partial class AgencyBox(TimeProvider clock, NavigationManager nav)
{
    [Parameter, EditorRequired] public required AgencyDraft Draft { get; set; }

    /// <summary>Where closing leads.</summary>
    [Parameter, EditorRequired] public required string Away { get; set; }

    [Parameter] public IReadOnlyList<AgencyFault> Faults { get; set; } = [];

    [Parameter] public IReadOnlyList<CaseResult> Broken { get; set; } = [];

    [Parameter] public IReadOnlyList<AgencyChange> Changes { get; set; } = [];

    [Parameter] public EventCallback OnChanged { get; set; }

    [Parameter] public EventCallback OnSave { get; set; }

    [Parameter] public EventCallback OnConfirm { get; set; }

    [Parameter] public EventCallback OnRemove { get; set; }

    private TimeProvider Clock => clock;

    private static int Rows(string text) => Math.Clamp(text.Count(sign => sign == '\n') + 2, 2, 9);

    private static string Chain(IEnumerable<string> people, IEnumerable<string> agencies) =>
        string.Join(" › ", people.Concat(agencies)) is { Length: > 0 } chain ? chain : "nothing";

    private Task ChangedAsync() => OnChanged.InvokeAsync();

    private void OnKey(KeyboardEventArgs args)
    {
        if (args.Key == "Escape" && !Draft.IsChanged)
        {
            nav.NavigateTo(Away);
        }
    }
}
