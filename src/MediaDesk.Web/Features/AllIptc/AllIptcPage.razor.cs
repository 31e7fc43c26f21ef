using System.Text.Json.Nodes;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Captions;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.AllIptc;

/// <summary>Every property of the IPTC standard of one photo, to be read and edited.</summary>
public sealed partial class AllIptcPage
{
    private static readonly (Choice Choice, string Word)[] Choices =
        [(Choice.All, "All"), (Choice.Filled, "Filled"), (Choice.Conflicts, "Conflicts"), (Choice.Edited, "Edited")];

    private readonly Dictionary<string, (int Version, string Text)> drawn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> put = new(StringComparer.Ordinal);
    private readonly SortedSet<string> addedLanguages = new(StringComparer.Ordinal);
    private BrowserScript? script;
    private (long Photo, string Field, string? Path)? focus;
    private (string Field, string? Path)? cursor;
    private Task seeking = Task.CompletedTask;
    private SheetAddress? before;
    private SheetAddress? after;
    private long? neighboursOf;
    private Choice shown;
    private bool isLive;

    private enum Choice
    {
        All,
        Filled,
        Conflicts,
        Edited,
    }

    /// <summary>The query of the desk that the editor came from.</summary>
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [Inject] private IJSRuntime Page { get; set; } = null!;

    [Inject] private SheetNeighbours Neighbours { get; set; } = null!;

    [Inject] private SheetSelection Selection { get; set; } = null!;

    protected override IEnumerable<string> FieldIds =>
        IptcStandard.Properties.SelectMany(property => OthersOf(property).Select(other => other.Id).Prepend(property.Id));

    /// <summary>As <see cref="CaptionEditing.SaveAndMove"/>, from a box inside a property, or from none.</summary>
    [JSInvokable]
    public async Task SaveAndMoveFrom(int direction, string? field, string? path)
    {
        cursor = field is null ? null : (field, path);
        await FlushAsync();
        await SaveAndMove(direction, "");
        cursor = null;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (MediaId is { } id && id != neighboursOf)
        {
            // Before anything is saved: a photo that is saved may no longer be among the results of the search.
            neighboursOf = id;
            addedLanguages.Clear();
            seeking = SeekAsync(id);
        }

        await base.OnParametersSetAsync();
        StateHasChanged();
        await seeking;
    }

    protected override async Task MoveAsync(int direction)
    {
        await seeking;
        if ((direction < 0 ? before : after) is { Photo: { } next } there)
        {
            Selection.Set(next, [next]);
            focus = cursor is { } box ? (next, box.Field, box.Path) : null;
            var desk = SheetAddress.Parse(From).Photo is null ? there with { Photo = null } : there;
            Nav.NavigateTo(AllIptcAddress.Of(next, desk.Href), replace: true);
        }
    }

    private async Task SeekAsync(long mediaId)
    {
        (before, after) = (null, null);
        var found = await Neighbours.OfAsync(SheetAddress.Parse(From), mediaId, CancellationToken.None);
        (before, after) = mediaId == neighboursOf ? found : (before, after);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(Page, "./Features/AllIptc/AllIptcPage.razor.js", Root, this);
            isLive = true;
            StateHasChanged();
        }

        if (focus is { } wanted && script is not null && Form?.Photo.Id == wanted.Photo)
        {
            focus = null;
            await script.Attached.InvokeVoidAsync("focusOn", wanted.Field, wanted.Path);
        }
    }

    protected override void OnTyped(string field)
    {
        var isPut = put.Remove(field, out var text) && text == Form?.Shown(field);
        // Before it is live nothing can be typed here: what arrives then was typed where the photo stood before.
        if (!isPut && isLive && Form is not null && drawn.TryGetValue(field, out var was))
        {
            drawn[field] = was with { Text = Form.Shown(field) };
        }
    }

    protected override void OnPut(string field, string text) => put[field] = text;

    protected override async ValueTask DisposeAsyncCore()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }

        await base.DisposeAsyncCore();
    }

    private bool IsFilled(IptcProperty property) => Form!.Shown(property.Id).Length > 0;

    private bool IsShown(IptcProperty property) => IsAmong(shown, property);

    private int CountOf(Choice choice) => IptcStandard.Properties.Count(property => IsAmong(choice, property));

    private bool IsAmong(Choice choice, IptcProperty property) => choice switch
    {
        Choice.Filled => IsFilled(property),
        Choice.Conflicts => Form!.View(property.Id, property, property.Label) is { Collision: not null } or { OtherLayers.Count: > 0 },
        Choice.Edited => Form!.View(property.Id, property, property.Label) is { IsDraft: true } or { IsEdited: true } || OthersOf(property).Any(other => other.IsDraft || other.IsEdited),
        _ => true,
    };

    private List<FieldView> OthersOf(IptcProperty property)
    {
        if (Form is null || property.Kind != IptcKind.LanguageAlternative)
        {
            return [];
        }

        return [.. Form.Photo.Languages.Keys.Concat(Form.Drafts.Keys.Where(LanguageVariant.IsId)).Concat(addedLanguages)
            .Distinct(StringComparer.Ordinal)
            .Select(LanguageVariant.Find).OfType<LanguageVariant>()
            .Where(variant => variant.Property == property)
            .OrderBy(variant => variant.Language, StringComparer.Ordinal)
            .Select(variant => Form.View(variant.Id, property, $"{property.Label}, {Languages.Name(variant.Language)}"))];
    }

    private JsonNode? TreeOf(IptcProperty property) => FieldText.IsComposite(property.Id) ? PropertyTree.Read(property.Id, Form!.Shown(property.Id)) : null;

    /// <summary>Boxes are drawn anew when their value is not what the editor typed into them.</summary>
    private int VersionOf(IptcProperty property)
    {
        var text = Form!.Shown(property.Id);
        if (!drawn.TryGetValue(property.Id, out var was) || was.Text != text)
        {
            drawn[property.Id] = was = (was.Version + 1, text);
        }

        return was.Version;
    }

    private async Task ChangeAsync((string Field, TreeChange Change) wanted)
    {
        await FlushAsync();
        var tree = PropertyTree.Read(wanted.Field, Form!.Shown(wanted.Field));
        var path = PropertyTree.Change(tree, wanted.Change);
        await PutAsync(wanted.Field, PropertyTree.Write(wanted.Field, tree));
        focus = (Form.Photo.Id, wanted.Field, path);
    }

    private void AddLanguage(string id)
    {
        addedLanguages.Add(id);
        ShowAgain();
        focus = (Form!.Photo.Id, id, null);
    }
}
