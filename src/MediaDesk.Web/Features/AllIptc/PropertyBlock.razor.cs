using System.Text.Json.Nodes;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Features.Captions;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.AllIptc;

/// <summary>One property of the standard: its label and help, where its value comes from, and the boxes to edit it.</summary>
public sealed partial class PropertyBlock
{
    [Parameter, EditorRequired] public required FieldView View { get; set; }

    /// <summary>The texts in other languages that have a box.</summary>
    [Parameter] public IReadOnlyList<FieldView> Others { get; set; } = [];

    /// <summary>The value of a list or structure.</summary>
    [Parameter] public JsonNode? Tree { get; set; }

    /// <summary>Grows when <see cref="Tree"/> is something else than what the editor typed, so that its boxes are drawn anew.</summary>
    [Parameter] public int Version { get; set; }

    /// <summary>Whether the browser's script has taken over.</summary>
    [Parameter] public bool IsLive { get; set; }

    /// <summary>Not among those asked for; what is typed in it stays.</summary>
    [Parameter] public bool IsHidden { get; set; }

    [Parameter] public EventCallback<string> OnKeepMine { get; set; }

    [Parameter] public EventCallback<(string Field, string Text, bool IsDraft)> OnTake { get; set; }

    [Parameter] public EventCallback<(string Field, TreeChange Change)> OnChange { get; set; }

    /// <summary>A box for a text in another language is wanted; the id of the <see cref="LanguageVariant"/>.</summary>
    [Parameter] public EventCallback<string> OnAddLanguage { get; set; }

    private string FirstText { get; set; } = "";

    private bool IsComposite => FieldText.IsComposite(View.Id);

    private bool IsLine => View.Property.Kind is IptcKind.Number or IptcKind.Date or IptcKind.Uri || ControlledValues.Lists.ContainsKey(View.Id);

    /// <summary>What the page's search looks through.</summary>
    private string Words => $"{View.Label} {NewsroomFields.Find(View.Id)?.Label} {View.Property.Name} {View.Id} {View.Property.Xmp} {View.Property.Help}".ToLowerInvariant();

    /// <summary>Those of texts inside a value that an editor has set without a word about languages.</summary>
    private string InsideLanguages => !View.IsEdited || View.Photo.Fields[View.Id]?.Structures.Any(NamesLanguages) == true ? "" : string.Join(
        ", ",
        View.Photo.Reading.Languages
            .Where(text => text.Key.StartsWith($"{View.Id}[", StringComparison.Ordinal) || text.Key.StartsWith($"{View.Id}.", StringComparison.Ordinal))
            .SelectMany(text => text.Value.Keys).Distinct(StringComparer.Ordinal).Select(Languages.Name));

    protected override void OnInitialized() => FirstText = View.Draft?.Text ?? FieldText.Of(View.Id, View.Photo.Now(View.Id));

    private string Describes(string id, IimRoom? room) =>
        FieldNotes.Descriptions(id, View, room) + (View.Property.Help.Length > 0 ? $" {id}-help" : "");

    private static bool NamesLanguages(FieldValues structure) => structure.Any(field => LanguageVariant.IsId(field.Key) || field.Value.Structures.Any(NamesLanguages));
}
