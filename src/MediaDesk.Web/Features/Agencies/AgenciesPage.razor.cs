using System.Globalization;
using MediaDesk.Agencies;
using MediaDesk.Credits;
using MediaDesk.Search;
using MediaDesk.Web.Controls;
using MediaDesk.Model;
using MediaDesk.Web.Features.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaDesk.Web.Features.Agencies;

/// <summary>The rules by which credits are read: the list, one agency to edit, and the bench on which a change is tried before it is saved.</summary>
public sealed partial class AgenciesPage(
    AgencyList list, AgencyEditor editor, UnreadCredits unreadCredits, AgencyProgress progress, CurrentAgencies current, MediaSearch search, CurrentEditor person,
    NavigationManager nav) : IDisposable
{
    private const int PageSize = 100;

    private readonly CancellationTokenSource gone = new();
    private readonly AgencyCounts counts = new(search);
    private IReadOnlyList<AgencyRule> rules = [];
    private IReadOnlyList<CreditCase> cases = [];
    private IReadOnlyList<CaseResult> caseResults = [];
    private IReadOnlyList<UnreadCredit>? unread;
    private IReadOnlyList<AgencyFault> faults = [];
    private IReadOnlyList<AgencyFault> importFaults = [];
    private IReadOnlyList<CaseResult> broken = [];
    private IReadOnlyList<AgencyChange> changes = [];
    private IReadOnlyList<BenchLine> lines = [];
    private AgencyFile? importing;
    private AgencyCatalogue now = current.Catalogue;
    private AgencyDraft? draft;
    private AgencyRule? pending;
    private (int Photos, bool IsExact, string Query)? reach;
    private (string? Agency, bool IsNew) opened;
    private string bench = "";
    private string said = "";
    private bool isFault;
    private bool isLoaded;

    [SupplyParameterFromQuery(Name = "find")] private string? Find { get; set; }

    [SupplyParameterFromQuery(Name = "agency")] private string? Agency { get; set; }

    [SupplyParameterFromQuery(Name = "new")] private bool IsNew { get; set; }

    [SupplyParameterFromQuery(Name = "unread")] private bool IsUnread { get; set; }

    [SupplyParameterFromQuery(Name = "all")] private bool IsAll { get; set; }

    private AgencyProgress Progress => progress;

    private List<AgencyRule> Shown => [.. rules
        .Where(rule => string.IsNullOrWhiteSpace(Find) || rule.Aliases.Concat(rule.Patterns).Append(rule.Name).Append(rule.FullName ?? "").Any(name => IsFound(name, Find!)))
        // The agencies without photos stay in the order of the rules, which begins with the wires of the world.
        .OrderByDescending(counts.Rank)];

    /// <summary>Those that are shown; the one that is being edited always is.</summary>
    private List<AgencyRule> Page
    {
        get
        {
            var shown = Shown;
            var page = IsAll || !string.IsNullOrWhiteSpace(Find) ? shown : shown[..Math.Min(PageSize, shown.Count)];
            var edited = draft?.Before is { } before ? rules.FirstOrDefault(rule => rule.Name == before.Name) : null;
            return edited is null || page.Contains(edited) ? page : [edited, .. page];
        }
    }

    protected override void OnInitialized()
    {
        progress.Changed += OnNews;
        current.Changed += OnRules;
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        isLoaded = true;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (isLoaded && opened != (Agency, IsNew))
        {
            await OpenAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await WhileHereAsync(async () =>
            {
                unread = await unreadCredits.FindAsync(gone.Token);
                StateHasChanged();
                await counts.CountAsync(Page, gone.Token);
                StateHasChanged();
            });
        }
    }

    public void Dispose()
    {
        progress.Changed -= OnNews;
        current.Changed -= OnRules;
        gone.Cancel();
        gone.Dispose();
    }

    private Task LoadAsync() => WhileHereAsync(async () =>
    {
        (rules, cases) = (await list.RulesAsync(gone.Token), await list.CasesAsync(gone.Token));
        now = new(rules);
        await counts.LoadAsync(gone.Token);
        await OpenAsync();
    });

    /// <summary>Opens what the address names.</summary>
    private async Task OpenAsync()
    {
        opened = (Agency, IsNew);
        (faults, broken, reach) = ([], [], null);
        var rule = rules.FirstOrDefault(rule => rule.Name == Agency);
        draft = IsNew ? new(null) { Name = Agency ?? "" } : rule is null ? null : new(rule);
        changes = rule is null ? [] : await list.ChangesAsync(rule.Name, gone.Token);
        Try();
    }

    private Task DraftChangedAsync() => WhileHereAsync(async () =>
    {
        (faults, broken) = ([], []);
        Try();
        StateHasChanged();
        var found = draft is { IsChanged: true } ? await DraftReach.FindAsync(draft, now, new(draft.Among(rules)), search, gone.Token) : null;
        reach = found is null ? null : (found.Photos, found.IsExact, found.Query);
    });

    private void BenchChanged(string? text)
    {
        bench = text ?? "";
        Try();
    }

    private void BenchUnread(IReadOnlyList<UnreadCredit> credits) =>
        BenchChanged(string.Join('\n', credits.Select(credit => credit.Line).Distinct(StringComparer.Ordinal).Take(BenchLine.Most)));

    /// <summary>Reads the lines on the bench and the saved ones by the rules as they are and as they would be.</summary>
    private void Try()
    {
        var then = draft is { IsChanged: true } ? new AgencyCatalogue(draft.Among(rules)) : now;
        lines = BenchLine.Of(bench, now, then);
        caseResults = [.. cases.Select(one => CaseResult.Of(one, then))];
    }

    private async Task SaveAsync(AgencyRule? after, bool isConfirmed)
    {
        pending = after;
        if (await NameAsync() is not { } name)
        {
            return;
        }

        var before = draft!.Before;
        switch (await editor.SaveAsync(before, after, name, isConfirmed, gone.Token))
        {
            case AgencySave.Saved:
                Say(after is null ? $"{before!.Name} removed." : $"Saved: {after.Name}.");
                nav.NavigateTo(after is null ? Address() : Address(after.Name));
                (Agency, IsNew) = (after?.Name, false);
                await LoadAsync();
                break;
            case AgencySave.Refused refused:
                (faults, broken) = (refused.Faults, []);
                break;
            case AgencySave.Breaks breaks:
                (faults, broken) = ([], breaks.Cases);
                break;
            case AgencySave.ChangedMeanwhile:
                Say("Not saved: someone else has changed this agency meanwhile. It is shown as it is now; your change is gone from the form.", isBad: true);
                await LoadAsync();
                break;
        }
    }

    private async Task KeepAsync()
    {
        if (await NameAsync() is { } name)
        {
            var kept = BenchLine.Lines(bench).Take(BenchLine.Most).ToArray();
            await editor.SaveCasesAsync(kept, name, gone.Token);
            cases = await list.CasesAsync(gone.Token);
            Say($"{Counts.Of(kept.Length, "line")} saved as a test{(draft is { IsChanged: true } ? ", as read by the saved rules" : "")}.");
            Try();
        }
    }

    private async Task ForgetAsync(long id)
    {
        await editor.RemoveCaseAsync(id, gone.Token);
        cases = await list.CasesAsync(gone.Token);
        Try();
    }

    private async Task ImportAsync(InputFileChangeEventArgs args)
    {
        (importFaults, importing) = ([], null);
        if (args.File.Size > AgencyFile.MostBytes)
        {
            Say($"{args.File.Name} is too large for a file of agencies.", isBad: true);
            return;
        }

        using var bytes = new MemoryStream();
        await args.File.OpenReadStream(AgencyFile.MostBytes, gone.Token).CopyToAsync(bytes, gone.Token);
        (var file, importFaults) = AgencyFile.Read(bytes.ToArray());
        if (file is null)
        {
            Say($"Nothing was changed: {args.File.Name} has faults.", isBad: true);
            return;
        }

        await TakeAsync(file, isConfirmed: false);
    }

    private async Task TakeAsync(AgencyFile file, bool isConfirmed)
    {
        importing = null;
        if (await NameAsync() is not { } name)
        {
            return;
        }

        switch (await editor.ImportAsync(file, name, isConfirmed, gone.Token))
        {
            case AgencySave.Saved saved:
                Say($"{(saved.Changed == 1 ? "1 agency" : $"{Counts.Number(saved.Changed)} agencies")} changed.");
                await LoadAsync();
                break;
            case AgencySave.Refused refused:
                importFaults = refused.Faults;
                Say("Nothing was changed: the file has faults.", isBad: true);
                break;
            case AgencySave.Breaks breaks:
                importing = file;
                importFaults = [.. breaks.Cases.Select(one => new AgencyFault(one.Case.Line, "would be read otherwise."))];
                Say("Nothing was changed: saved lines would be read otherwise.", isBad: true);
                break;
        }
    }

    private async Task<string?> NameAsync()
    {
        var name = await person.RequireAsync();
        if (name is null)
        {
            Say("Not saved: a change needs your name.", isBad: true);
        }

        return name;
    }

    private void Say(string what, bool isBad = false) => (said, isFault) = (what, isBad);

    private void FindText(string? text) => nav.NavigateTo(nav.GetUriWithQueryParameter("find", string.IsNullOrWhiteSpace(text) ? null : text), replace: true);

    private string Address(string? agency = null, bool isNew = false, bool unread = false, bool all = false)
    {
        var values = new Dictionary<string, string?>();
        Add("find", Find);
        Add("agency", agency);
        Add("new", isNew ? "true" : null);
        Add("unread", unread || (IsUnread && agency is not null) ? "true" : null);
        Add("all", all || IsAll ? "true" : null);
        return QueryHelpers.AddQueryString("/agencies", values);

        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                values[key] = value;
            }
        }
    }

    private static bool IsFound(string name, string words) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, words.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private async Task WhileHereAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
    }

    private void OnNews()
    {
        if (!gone.IsCancellationRequested)
        {
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private void OnRules()
    {
        if (!gone.IsCancellationRequested)
        {
            // A draft stays as it is typed; saving tells when its agency has changed below it.
            _ = InvokeAsync(async () =>
            {
                if (draft is not { IsChanged: true })
                {
                    await LoadAsync();
                    StateHasChanged();
                }
            });
        }
    }
}
