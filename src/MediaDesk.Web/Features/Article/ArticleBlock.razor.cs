using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Search;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Editor;
using MediaDesk.Web.Features.Sheet;
using MediaDesk.Wording;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Article;

/// <summary>A photo block of an article beside the photo it belongs to: an editor sees both and says what is taken.</summary>
public sealed partial class ArticleBlock(
    MediaDetailsReader photos, MediaSearch search, CaptionEditor captions, SheetSelection selection, CurrentEditor person) : IDisposable
{
    private const int MostCandidates = 8;

    private readonly CancellationTokenSource gone = new();
    private readonly List<Candidate> candidates = [];
    private List<FieldChoice> rows = [];
    private MediaDetails? chosen;
    private string typed = "";
    private string? searched, searchFault, said;
    private bool isSaving, isDone;

    /// <summary>From 1.</summary>
    [Parameter, EditorRequired]
    public int Number { get; set; }

    [Parameter, EditorRequired]
    public required ArticlePhoto Block { get; set; }

    /// <summary>The one photo of its article: the photo at hand on the desk is meant.</summary>
    [Parameter]
    public bool IsOnly { get; set; }

    private IReadOnlyList<FieldChoice> Rows => rows;

    private int Taken => rows.Count(row => row is { IsTaken: true, IsSame: false });

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        rows = Says().Select(field => new FieldChoice(field.Field, null, field.Says, IsTyped: false)).ToList();
        var wanted = selection.SelectedIds.Count > 0 ? selection.SelectedIds.Order() : Enumerable.Empty<long>();
        foreach (var id in wanted.Concat(selection.FocusedId is { } focused ? [focused] : []).Distinct().Take(MostCandidates))
        {
            if (await photos.FindAsync(id, gone.Token) is { RemovedUtc: null } photo)
            {
                candidates.Add(new(id, photo.FileName, photo.Fields.Text(NewsroomFields.Headline.Id)));
            }
        }

        if (IsOnly && candidates is [var alone])
        {
            await ChooseAsync(alone.Id);
        }
    }

    private string Id(string part) => $"block-{Number}-{part}";

    private static string Shown(FieldValue value) => string.Join("; ", value.Items);

    private IEnumerable<(NewsroomField Field, FieldValue Says)> Says() =>
        CaptionFields.Of(Block).Select(field => (NewsroomFields.Find(field.Key)!, field.Value));

    private Task ChooseAsync(long id)
    {
        (said, isDone) = (null, false);
        return ShowAsync(id);
    }

    private async Task ShowAsync(long id)
    {
        chosen = await photos.FindAsync(id, gone.Token);
        if (chosen is null)
        {
            candidates.RemoveAll(photo => photo.Id == id);
            said = "This photo is no longer on the desk.";
            return;
        }

        rows = Says().Select(field => FieldChoice.Of(field.Field, field.Says, chosen)).ToList();
    }

    private async Task FindAsync()
    {
        var (query, fault) = SearchQuery.Parse(typed);
        (searched, searchFault) = (typed, fault?.Message);
        if (query is null)
        {
            return;
        }

        var page = await search.FindAsync(query, MostCandidates, after: null, facets: false, gone.Token);
        candidates.RemoveAll(photo => photo.Id != chosen?.Id);
        candidates.AddRange(page.Items.Where(photo => photo.Id != chosen?.Id).Select(photo => new Candidate(photo.Id, photo.FileName, photo.Fields.Text(NewsroomFields.Headline.Id))));
    }

    private async Task SaveAsync()
    {
        if (chosen is null || await person.RequireAsync() is not { } name)
        {
            (said, isDone) = ("Not stored: a change needs your name.", false);
            return;
        }

        isSaving = true;
        try
        {
            var changes = rows.Where(row => row is { IsTaken: true, IsSame: false }).ToDictionary(row => row.Field.Id, row => (FieldValue?)row.Says);
            var result = await captions.SaveAsync(chosen.Id, changes, chosen.Revision, name, gone.Token);
            // The photo as it is now: after a save to show it, after a conflict to show what somebody else has typed.
            await ShowAsync(chosen.Id);
            (said, isDone) = result switch
            {
                SaveResult.Saved => ($"Saved. {Counts.Of(changes.Count, "field")} put into {chosen?.FileName}.", true),
                SaveResult.Conflict conflict => ($"Nothing stored: {conflict.Fields[0].Editor} has changed {Labels(conflict.Fields.Select(field => field.Field))} since. The photo’s fields are shown as they are now.", false),
                SaveResult.Invalid invalid => ($"Nothing stored: {invalid.Reasons.Values.First()}", false),
                _ => ("Nothing stored: this photo is no longer on the desk.", false),
            };
        }
        finally
        {
            isSaving = false;
        }
    }

    private static string Labels(IEnumerable<string> fields) => string.Join(", ", fields.Select(field => NewsroomFields.Find(field)?.Label ?? field));

    private sealed record Candidate(long Id, string FileName, string? Headline);
}
