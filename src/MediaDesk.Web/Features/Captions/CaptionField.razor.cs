using System.Text.Json;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// A label, a text box and what is told about them. The text in the box belongs to the browser from the moment it is drawn
/// (<c>CaptionPanel.razor.js</c>): a value rendered from here would arrive late and swallow what was typed meanwhile. Until the
/// browser has taken it over, the box is read-only.
/// </summary>
public sealed partial class CaptionField
{
    private string firstText = "";

    [Parameter, EditorRequired] public required FieldView View { get; set; }

    /// <summary>The editor's own text is to stand over someone else's; the property id.</summary>
    [Parameter] public EventCallback<string> OnKeepMine { get; set; }

    /// <summary>Another text is wanted in the box: property id, text, and whether it is a draft until it is saved.</summary>
    [Parameter] public EventCallback<(string Field, string Text, bool IsDraft)> OnTake { get; set; }

    /// <summary>What the photo's own text says is wanted in the field.</summary>
    [Parameter] public EventCallback<Proposal> OnPropose { get; set; }

    /// <summary>What the photo's own text says is not wanted.</summary>
    [Parameter] public EventCallback<Proposal> OnDismiss { get; set; }

    private bool IsRead => IsCaption || View.Id == NewsroomFields.CreditLine.Id;

    /// <summary>What is underlined in the text, as JSON: positions as the text box counts them, in which a line end is one unit.</summary>
    private string Marks
    {
        get
        {
            var text = View.Photo.Fields.Text(View.Id) ?? "";
            return JsonSerializer.Serialize(View.Marks.Where(mark => mark.Start + mark.Length <= text.Length).Select(mark => new
            {
                id = mark.Id,
                start = mark.Start - LineEnds(text.AsSpan(0, mark.Start)),
                length = mark.Length - LineEnds(text.AsSpan(mark.Start, mark.Length)),
                kind = mark.Kind == ProposalKind.Disagreement ? "disagreement" : "proposed",
            }));

            static int LineEnds(ReadOnlySpan<char> part) => part.Count("\r\n");
        }
    }

    private bool IsCaption => View.Id == NewsroomFields.Caption.Id;

    private bool IsKeywords => View.Id == NewsroomFields.Keywords.Id;

    protected override void OnInitialized() => firstText = View.Draft?.Text ?? FieldText.Of(View.Id, View.Photo.Now(View.Id));

    private static string Width(string field) =>
        Is(field, NewsroomFields.Byline, NewsroomFields.CreditLine) ? "wide"
        : Is(field, NewsroomFields.BylineTitle, NewsroomFields.Source, NewsroomFields.ProvinceState, NewsroomFields.Country, NewsroomFields.CountryCode) ? "third"
        : Is(field, NewsroomFields.CopyrightNotice, NewsroomFields.DateCreated, NewsroomFields.Sublocation, NewsroomFields.City) ? "half"
        : "full";

    private static bool Is(string field, params NewsroomField[] some) => some.Any(one => one.Id == field);
}
