using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Proposals;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Captions;

/// <summary>The caption of the focused photo.</summary>
public sealed partial class CaptionPanel
{
    [Inject] private ProposalDismissal Dismissal { get; set; } = null!;

    /// <summary>How many photos are selected in the sheet; the panel edits the focused one alone.</summary>
    [Parameter] public int SelectedCount { get; set; }

    /// <summary>Where the focused photo stands, such as "1 of 37".</summary>
    [Parameter] public string? Position { get; set; }

    /// <summary>Back to the sheet, where the panel is a page of its own.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>The proposals of this photo that were put away last.</summary>
    private (long Photo, IReadOnlyList<long> Ids) away;

    private IReadOnlyList<long> Dismissed => away.Photo == OpenId ? away.Ids : [];

    protected override IEnumerable<string> FieldIds => NewsroomFields.Panel.Select(one => one.Id);

    /// <summary>Alt with Enter: what the photo's texts say for sure stands in its empty fields, not saved.</summary>
    [JSInvokable]
    public async Task TakeAllProposals()
    {
        await FlushAsync();
        if (Form is { } form)
        {
            foreach (var proposal in form.Photo.Proposals.Where(proposal => proposal.Kind is ProposalKind.Fill && !form.Drafts.ContainsKey(proposal.Field)).ToList())
            {
                await TakeProposalAsync(proposal);
            }
        }
    }

    private async Task TakeProposalAsync(Proposal proposal)
    {
        await FlushAsync();
        // What an editor typed meanwhile stays.
        if (Form is { } form && form.Photo.Id == proposal.MediaItemId && !form.Drafts.ContainsKey(proposal.Field))
        {
            await PutAsync(proposal.Field, form.Take(proposal));
        }
    }

    /// <param name="proposal">Null puts away all.</param>
    private async Task DismissAsync(Proposal? proposal)
    {
        if (Form?.Photo is { } photo)
        {
            var ids = proposal is null ? photo.Proposals.Select(one => one.Id).ToList() : [proposal.Id];
            await Dismissal.DismissAsync(photo.Id, ids, CancellationToken.None);
            away = (photo.Id, [.. Dismissed, .. ids]);
            await ReloadAsync();
        }
    }

    private async Task BringBackProposalsAsync()
    {
        await Dismissal.BringBackAsync(away.Photo, away.Ids, CancellationToken.None);
        away = default;
        await ReloadAsync();
    }
}
