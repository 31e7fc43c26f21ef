using MediaDesk.Data;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Search;

/// <summary>Searches that the desk keeps for all its editors, each with how much arrived since an editor last looked.</summary>
public sealed class SavedSearches(IDbContextFactory<DeskDbContext> contexts, DeskWriter writer, MediaSearch search, TimeProvider clock)
{
    /// <summary>Raised after the list has changed, on any thread. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    /// <summary>By name, each with how many of its results arrived since <paramref name="editor"/> last saw them.</summary>
    public async Task<IReadOnlyList<SavedSearchLine>> ListAsync(string editor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var saved = await db.SavedSearches.AsNoTracking().OrderBy(line => line.Name).ToListAsync(cancellationToken);
        var seen = await db.SavedSearchVisits.AsNoTracking().Where(visit => visit.Editor == editor)
            .ToDictionaryAsync(visit => visit.SavedSearchId, visit => visit.LastMediaId, cancellationToken);
        var lines = new List<SavedSearchLine>();
        foreach (var line in saved)
        {
            // A search that this build no longer understands stays listed: its text can be mended.
            var news = seen.TryGetValue(line.Id, out var last) && SearchQuery.Parse(line.Query).Query is { } query
                ? await search.CountArrivedAsync(query, last, cancellationToken)
                : 0;
            lines.Add(new(line.Id, line.Name, line.Query, line.SavedBy, news));
        }

        return lines;
    }

    /// <summary>Keeps a search; one of the same name is replaced. Returns a sentence why that cannot be, or null.</summary>
    public async Task<string?> SaveAsync(string name, string query, string editor, CancellationToken cancellationToken)
    {
        var called = name.Trim();
        if (NameFault(called) is { } nameless)
        {
            return nameless;
        }

        if (SearchQuery.Parse(query) is { Fault: { } fault })
        {
            return fault.Message;
        }

        if (EditorName.Clean(editor) is not { } by)
        {
            return "A saved search needs the name of its editor.";
        }

        await writer.WriteAsync(
            async db =>
            {
                var saved = await db.SavedSearches.SingleOrDefaultAsync(line => line.Name == called, cancellationToken);
                saved ??= db.SavedSearches.Add(new() { Name = called, Query = query, SavedBy = by }).Entity;
                (saved.Query, saved.SavedBy, saved.SavedUtc) = (query, by, clock.GetUtcNow().UtcDateTime);
                await db.SaveChangesAsync(cancellationToken);
                await SeeAsync(db, saved.Id, by, cancellationToken);
            },
            cancellationToken);
        Changed?.Invoke();
        return null;
    }

    /// <summary>Gives a search another name. Returns a sentence why that cannot be, or null.</summary>
    public async Task<string?> RenameAsync(long id, string name, CancellationToken cancellationToken)
    {
        var called = name.Trim();
        var fault = NameFault(called) ?? await writer.WriteAsync(
            async db => await db.SavedSearches.AnyAsync(line => line.Name == called && line.Id != id, cancellationToken)
                ? $"There is another saved search called {called}."
                : await db.SavedSearches.Where(line => line.Id == id).ExecuteUpdateAsync(set => set.SetProperty(line => line.Name, called), cancellationToken) == 0
                    ? "This search is not saved any more."
                    : null,
            cancellationToken);
        if (fault is null)
        {
            Changed?.Invoke();
        }

        return fault;
    }

    /// <summary>Whether there was one.</summary>
    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken)
    {
        var wasThere = await writer.WriteAsync(
            async db => await db.SavedSearches.Where(line => line.Id == id).ExecuteDeleteAsync(cancellationToken) > 0, cancellationToken);
        if (wasThere)
        {
            Changed?.Invoke();
        }

        return wasThere;
    }

    /// <summary>An editor looks at the results: nothing of them is new to them any more.</summary>
    public Task SeeAsync(long id, string editor, CancellationToken cancellationToken) =>
        writer.WriteAsync(db => SeeAsync(db, id, editor, cancellationToken), cancellationToken);

    private static string? NameFault(string name) =>
        name.Length is 0 or > SavedSearch.MaxName ? $"A saved search needs a name of at most {SavedSearch.MaxName} characters." : null;

    private static async Task SeeAsync(DeskDbContext db, long id, string editor, CancellationToken cancellationToken)
    {
        if (!await db.SavedSearches.AnyAsync(line => line.Id == id, cancellationToken))
        {
            return;
        }

        var last = await db.Media.MaxAsync(item => (long?)item.Id, cancellationToken) ?? 0;
        var visit = await db.SavedSearchVisits.SingleOrDefaultAsync(visit => visit.SavedSearchId == id && visit.Editor == editor, cancellationToken);
        visit ??= db.SavedSearchVisits.Add(new() { SavedSearchId = id, Editor = editor }).Entity;
        visit.LastMediaId = last;
    }
}
