using MediaDesk.Credits;
using MediaDesk.Data;
using MediaDesk.Metadata.Iptc;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Agencies;

/// <summary>Finds the credits of the desk in which something is not known: it may be an agency that the rules lack.</summary>
public sealed class UnreadCredits(IDbContextFactory<DeskDbContext> contexts, CurrentAgencies current)
{
    /// <summary>So many of the newest photos are looked at.</summary>
    public const int Among = 20_000;

    private const int Shown = 200;

    /// <summary>The names that are not known, the most frequent first, at most 200.</summary>
    public async Task<IReadOnlyList<UnreadCredit>> FindAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var catalogue = current.Catalogue;
        var found = new Dictionary<string, UnreadCredit>(StringComparer.Ordinal);
        var photos = db.Media.AsNoTracking().Where(item => item.RemovedUtc == null).OrderByDescending(item => item.SheetKey).Take(Among).Select(item => item.Fields);
        await foreach (var fields in photos.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var line = fields.Text(NewsroomFields.CreditLine.Id);
            if (line is null)
            {
                continue;
            }

            var chain = CreditReader.Read(line, fields[NewsroomFields.Byline.Id]?.Items ?? [], catalogue);
            foreach (var value in chain.Values.Where(value => value.Agency is { Kind: null } || !value.IsFilled))
            {
                var key = value.Agency?.Key ?? value.Value;
                found[key] = found.TryGetValue(key, out var known) ? known with { Photos = known.Photos + 1 } : new(value.Value, line, 1);
            }
        }

        return [.. found.Values.OrderByDescending(credit => credit.Photos).ThenBy(credit => credit.Name, StringComparer.Ordinal).Take(Shown)];
    }
}

/// <param name="Name">What is not known.</param>
/// <param name="Line">A credit line with it.</param>
/// <param name="Photos">How many of the newest photos have it.</param>
public sealed record UnreadCredit(string Name, string Line, int Photos);
