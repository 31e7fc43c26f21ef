using MediaDesk.Captions;
using MediaDesk.History;
using MediaDesk.Model;
using MediaDesk.Proposals;
using MediaDesk.Web.Controls;
using MediaDesk.Web.Features.Captions;
using MediaDesk.Web.Features.Editor;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Proposals;

/// <summary>How many proposals wait at the photo, and what can be done with all of them, on this photo or on the selected ones.</summary>
public sealed partial class ProposalBar(ProposalTaking taking, DeskHistory history, CaptionDrafts drafts, CurrentEditor person, SheetSelection selection)
{
    private bool isTaking;
    private string? said;
    private long? entry;
    private long saidAt;

    [Parameter, EditorRequired] public required MediaDetails Photo { get; set; }

    /// <summary>Those that were put away last, to be brought back.</summary>
    [Parameter] public IReadOnlyCollection<long> Dismissed { get; set; } = [];

    [Parameter] public EventCallback OnTakeAll { get; set; }

    [Parameter] public EventCallback OnDismissAll { get; set; }

    [Parameter] public EventCallback OnBringBack { get; set; }

    /// <summary>What was said belongs to the photos that were selected then.</summary>
    protected override void OnParametersSet()
    {
        if (!IsSelection && saidAt != Photo.Id)
        {
            (said, entry) = (null, null);
        }

        saidAt = Photo.Id;
    }

    private SheetSelection Selection => selection;

    private bool IsSelection => selection.SelectedIds.Count > 1;

    private IEnumerable<Proposal> Open => Photo.Proposals.Where(proposal => !drafts.Of(Photo.Id).ContainsKey(proposal.Field));

    private int Waiting => Open.Count();

    private int Fills => Open.Count(proposal => proposal.Kind == ProposalKind.Fill);

    private string What
    {
        get
        {
            var (offers, disagreements) = (Open.Count(proposal => proposal.Kind == ProposalKind.Offer), Open.Count(proposal => proposal.Kind == ProposalKind.Disagreement));
            string?[] parts = [Fills > 0 ? Counts.Of(Fills, "value") + " from the text" : null, offers > 0 ? $"{offers} not sure" : null, disagreements > 0 ? Counts.Of(disagreements, "disagreement") : null];
            return string.Join(", ", parts.OfType<string>());
        }
    }

    private async Task TakeOnSelectionAsync()
    {
        // A text that is not saved stands above everything: its photo is left to its editor.
        var (all, typed) = (selection.SelectedIds, drafts.MediaIds.Where(selection.SelectedIds.Contains).ToList());
        if (all.Count > ProposalTaking.MostPhotos)
        {
            (said, entry) = ($"At most {Counts.Number(ProposalTaking.MostPhotos)} photos at once.", null);
            return;
        }

        if (await person.RequireAsync() is not { } name)
        {
            (said, entry) = ("Not taken: a change needs your name.", null);
            return;
        }

        isTaking = true;
        try
        {
            var report = await taking.TakeAllAsync([.. all.Except(typed)], name, CancellationToken.None);
            (said, entry) = (Sentence(report, all.Count, typed.Count), report.EntryId);
        }
        finally
        {
            isTaking = false;
        }
    }

    private static string Sentence(TakenReport report, int photos, int typed)
    {
        var taken = report.Photos == 0 ? "Nothing to take" : $"{Counts.Of(report.Fields, "value")} taken on {report.Photos} of {Counts.Of(photos, "photo")}";
        string?[] left =
        [
            report.OffersLeft > 0 ? $"{report.OffersLeft} not sure" : null,
            report.DisagreementsLeft > 0 ? Counts.Of(report.DisagreementsLeft, "disagreement") : null,
            typed > 0 ? $"{Counts.Of(typed, "photo")} with text that is not saved" : null,
        ];
        return left.OfType<string>().ToList() is { Count: > 0 } some ? $"{taken}. Left to you: {string.Join(", ", some)}." : $"{taken}.";
    }

    private async Task UndoAsync()
    {
        if (entry is not { } id || await person.RequireAsync() is not { } name)
        {
            return;
        }

        var undo = await history.UndoAsync(id, name, CancellationToken.None);
        (said, entry) = (undo.Done ? "Taken back." : undo.Reason ?? "This could not be taken back.", null);
    }
}
