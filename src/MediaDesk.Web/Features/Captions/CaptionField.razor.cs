using MediaDesk.Metadata.Iptc;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// A label, a text box and what is told about them. The text in the box belongs to the browser from the moment it is drawn
/// (<c>CaptionPanel.razor.js</c>): a value rendered from here would arrive late and swallow what was typed meanwhile. Until the
/// browser has taken it over, the box is read-only.
/// </summary>
public sealed partial class CaptionField
{
    private const int ShownLength = 60;
    private string firstText = "";

    [Parameter, EditorRequired] public required FieldView View { get; set; }

    /// <summary>The editor's own text is to stand over someone else's; the property id.</summary>
    [Parameter] public EventCallback<string> OnKeepMine { get; set; }

    /// <summary>Another text is wanted in the box: property id, text, and whether it is a draft until it is saved.</summary>
    [Parameter] public EventCallback<(string Field, string Text, bool IsDraft)> OnTake { get; set; }

    private string StateClass =>
        View.Collision is not null ? "is-conflict is-edited"
        : View.IsDraft ? "is-edited"
        : View.OtherLayers.Count > 0 ? "is-conflict"
        : "";

    protected override void OnInitialized() => firstText = View.Draft?.Text ?? FieldText.Of(View.Photo.Fields[View.Field.Id]);

    private static string Width(NewsroomField field) =>
        field == NewsroomFields.Byline || field == NewsroomFields.CreditLine ? "wide"
        : field == NewsroomFields.BylineTitle || field == NewsroomFields.Source || field == NewsroomFields.ProvinceState
            || field == NewsroomFields.Country || field == NewsroomFields.CountryCode ? "third"
        : field == NewsroomFields.CopyrightNotice || field == NewsroomFields.DateCreated || field == NewsroomFields.Sublocation
            || field == NewsroomFields.City ? "half"
        : "full";

    private string Descriptions(string id, IimRoom? room, bool hasLayers)
    {
        (string Part, bool IsThere)[] parts =
        [
            ("from", true), ("room", room is not null), ("lost", room?.Lost is not null), ("fault", View.Fault is not null),
            ("other", View.Collision is not null), ("layers", hasLayers),
        ];
        return string.Join(' ', parts.Where(part => part.IsThere).Select(part => $"{id}-{part.Part}"));
    }

    private static string Shorten(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "…";
}
