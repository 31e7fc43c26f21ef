using System.Collections.Concurrent;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;

namespace MediaDesk.Credits;

/// <summary>Credits of photos that were read before: the photos of one story, and those of one photographer, say the same. Safe for all threads.</summary>
internal sealed class CreditMemory
{
    private const int Remembered = 16_384;

    private Known known = new(AgencyCatalogue.Seeded, []);

    public CreditChain Read(FieldValues fields, AgencyCatalogue catalogue)
    {
        var credit = fields.Text(NewsroomFields.CreditLine.Id);
        if (credit is not null && CreditPlaceholder.Is(credit))
        {
            // It stands in the caption, and no two are alike.
            return CreditOfPhoto.Read(fields, catalogue);
        }

        var current = Volatile.Read(ref known);
        if (current.Catalogue != catalogue)
        {
            Volatile.Write(ref known, current = new(catalogue, []));
        }

        var names = fields[NewsroomFields.Byline.Id]?.Items ?? [];
        var said = new Said(names.Length, string.Join('\0', names), credit, fields.Text(NewsroomFields.Source.Id), fields.Text(NewsroomFields.CopyrightNotice.Id));
        if (current.Chains.TryGetValue(said, out var chain))
        {
            return chain;
        }

        // To count them stops all others who read here: only where something is new.
        if (current.Chains.Count >= Remembered)
        {
            current.Chains.Clear();
        }

        return current.Chains[said] = CreditOfPhoto.Read(fields, catalogue);
    }

    private sealed record Known(AgencyCatalogue Catalogue, ConcurrentDictionary<Said, CreditChain> Chains);

    /// <summary>All that <see cref="CreditOfPhoto"/> goes by where the credit is no placeholder.</summary>
    private readonly record struct Said(int Names, string Byline, string? Credit, string? Source, string? Copyright);
}
