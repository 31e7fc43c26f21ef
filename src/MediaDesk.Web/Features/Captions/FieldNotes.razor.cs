using MediaDesk.Model;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Captions;

/// <summary>What stands below a text box: what will be lost, what cannot be stored, and what others say of the field.</summary>
public sealed partial class FieldNotes
{
    private const int ShownLength = 60;

    /// <summary>Of the text box that these notes describe.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required FieldView View { get; set; }

    [Parameter] public IimRoom? Room { get; set; }

    /// <summary>The editor's own text is to stand over someone else's; the field's id.</summary>
    [Parameter] public EventCallback<string> OnKeepMine { get; set; }

    /// <summary>Another text is wanted in the box: the field's id, the text, and whether it is a draft until it is saved.</summary>
    [Parameter] public EventCallback<(string Field, string Text, bool IsDraft)> OnTake { get; set; }

    /// <summary>The ids of all that describes a text box, in <see cref="FieldMarks"/> and here.</summary>
    public static string Descriptions(string id, FieldView view, IimRoom? room)
    {
        (string Part, bool IsThere)[] parts =
        [
            ("from", true), ("doubt", view.Doubt is not null), ("room", room is not null), ("lost", room?.Lost is not null), ("fault", view.Fault is not null),
            ("other", view.Collision is not null), ("layers", view.OtherLayers.Count > 0), ("proposal", view.Proposal is not null),
        ];
        return string.Join(' ', parts.Where(part => part.IsThere).Select(part => $"{id}-{part.Part}"));
    }

    /// <summary>The classes by which a field shows its state.</summary>
    public static string StateClass(FieldView view) =>
        view.Collision is not null ? "is-conflict is-edited"
        : view.IsDraft ? "is-edited"
        : view.OtherLayers.Count > 0 || view.Proposal?.Kind is ProposalKind.Disagreement ? "is-conflict"
        : view.Proposal is not null ? "is-proposed"
        : "";

    private static string Shorten(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";
}
