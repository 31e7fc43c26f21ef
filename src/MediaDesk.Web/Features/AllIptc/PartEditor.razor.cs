using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediaDesk.Metadata.Iptc;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.AllIptc;

/// <summary>One list, structure or text of a property's value, down to the text boxes, which belong to the browser once they are drawn.</summary>
public sealed partial class PartEditor
{
    private string firstText = "";

    [Parameter, EditorRequired] public required IptcProperty Property { get; set; }

    /// <summary>What stands there; null for nothing.</summary>
    [Parameter] public JsonNode? Node { get; set; }

    /// <summary>Within the property, such as <c>0/rbVertices/2</c>.</summary>
    [Parameter] public string Path { get; set; } = "";

    /// <summary>For the elements of the page.</summary>
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>The id of the field within its structure; null for entries and for a whole property.</summary>
    [Parameter] public string? Key { get; set; }

    /// <summary>Whether it is one entry of a list of this property.</summary>
    [Parameter] public bool IsEntry { get; set; }

    /// <summary>Whether an editor has asked for it: it stays in the value while it is empty.</summary>
    [Parameter] public bool IsKept { get; set; }

    /// <summary>Whether the browser's script has taken over.</summary>
    [Parameter] public bool IsLive { get; set; }

    [Parameter] public EventCallback<TreeChange> OnChange { get; set; }

    private bool IsRoot => Key is null && !IsEntry;

    private bool AsList => Property.IsList && !IsEntry;

    private bool IsStructure => Property.Kind == IptcKind.Structure;

    private string? Keep => IsKept ? "" : null;

    private JsonObject? Held => Node as JsonObject;

    /// <summary>The properties that a region holds besides the fields of regions.</summary>
    private List<IptcProperty> Extras =>
        Property.Structure is not { TakesAnyProperty: true } structure || Held is null ? []
        : [.. Held.Select(one => one.Key).Where(id => structure.Fields.All(known => known.Id != id)).Select(IptcStandard.Find).OfType<IptcProperty>()];

    /// <summary>Any property that is not there yet; a region within a region would be one of nothing.</summary>
    private IEnumerable<IptcProperty> Addable => IptcStandard.Properties
        .Where(property => property.Structure != Property.Structure && Held?.ContainsKey(property.Id) != true && Property.Structure!.Fields.All(known => known.Id != property.Id))
        .OrderBy(property => property.Label, StringComparer.OrdinalIgnoreCase);

    private string EntryName => IsRoot ? Name : Label(Property);

    protected override void OnInitialized() => firstText = Node is JsonValue value ? value.ToString() : "";

    private Task Change(TreeAct act, string path) => OnChange.InvokeAsync(new(act, path, IsStructure));

    private Task AddPropertyAsync(string? id) =>
        IptcStandard.Find(id ?? "") is { } property
            ? OnChange.InvokeAsync(new(TreeAct.Put, PropertyTree.Join(Path, property.Id), property.Kind == IptcKind.Structure, property.IsList))
            : Task.CompletedTask;

    /// <summary>The standard says to which structure a field belongs, which the page shows anyway: "(Contact Info detail:) City".</summary>
    private static string Label(IptcProperty property) => StructureName().Replace(property.Label, "");

    private static bool IsWide(IptcProperty property) => property.IsList || property.Kind is IptcKind.Structure or IptcKind.LanguageAlternative;

    [GeneratedRegex(@"^\([^)]*:\)\s*")]
    private static partial Regex StructureName();
}
