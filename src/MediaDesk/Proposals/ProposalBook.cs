using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Proposals;

/// <summary>Keeps the proposals of a photo in step with what its texts and fields say.</summary>
public sealed class ProposalBook(ProposalRules rules)
{
    /// <summary>Makes a photo's proposals anew. One that says the same as before stays the same row; a dismissed one stays dismissed while its words mean it.</summary>
    /// <param name="rows">Those it has, tracked.</param>
    internal void Remake(DeskDbContext db, MediaItem item, IReadOnlyList<Proposal> rows)
    {
        var said = rules.Of(item.Fields, item.Overlay, () => Issued(db, item));
        var open = said.ToList();
        foreach (var row in rows)
        {
            var at = open.FindIndex(one => IsSame(one.Reading, row));
            if (at < 0 || (open[at].Kind is null && !row.IsDismissed))
            {
                db.Proposals.Remove(row);
                item.Proposals.Remove(row);
                continue;
            }

            Write(row, open[at].Reading, open[at].Kind ?? row.Kind);
            open.RemoveAt(at);
        }

        item.Proposals.AddRange(open.Where(one => one.Kind is not null).Select(one => New(one.Reading, one.Kind!.Value)));
        item.ProposalsVersion = ProposalRules.Version;
        Count(item);
    }

    /// <summary>Says at the photo which kinds wait there; all its proposals must be at hand.</summary>
    internal static void Count(MediaItem item) =>
        item.Proposed = item.Proposals.Where(row => !row.IsDismissed).Aggregate(ProposedKinds.None, (kinds, row) => kinds | row.Kind switch
        {
            ProposalKind.Fill => ProposedKinds.Fill,
            ProposalKind.Offer => ProposedKinds.Offer,
            _ => ProposedKinds.Disagreement,
        });

    private static bool IsSame(TextReading reading, Proposal row) =>
        row.Field == reading.Field.Id && row.Source == reading.Source.Id && row.Words == reading.Words && row.Value.Equals(reading.Value);

    private static Proposal New(TextReading reading, ProposalKind kind)
    {
        var row = new Proposal { Field = reading.Field.Id, Value = reading.Value, Source = reading.Source.Id, Words = reading.Words, Rule = reading.Rule };
        Write(row, reading, kind);
        return row;
    }

    private static void Write(Proposal row, TextReading reading, ProposalKind kind) =>
        (row.Kind, row.Start, row.Length, row.Rule, row.Confidence) = (kind, reading.Start, reading.Length, reading.Rule, reading.Confidence);

    /// <summary>When the agency released the photo (IIM 2:030), for one whose fields do not say when it was made.</summary>
    private static string? Issued(DeskDbContext db, MediaItem item)
    {
        if (item.CurrentOriginalId is not { } id)
        {
            return null;
        }

        var reading = db.Originals.Local.FindEntry(id)?.Entity.Reading
            ?? db.Originals.AsNoTracking().Where(original => original.Id == id).Select(original => original.Reading).SingleOrDefault();
        return reading?.Extras.Text("IIM:ReleaseDate") is { } released && PartialDate.TryParse(released, out _) ? released : null;
    }
}
