namespace MediaDesk.Check;

/// <summary>Looks whether every original, rendition, row and index entry is there and matches.</summary>
public sealed class DeskCheck(IEnumerable<IDeskCheck> checks)
{
    /// <summary>Everything that does not match; empty on a sound desk. Reads every original in full.</summary>
    public async Task<IReadOnlyList<DeskFinding>> RunAsync(IProgress<DeskCheckProgress>? progress, CancellationToken cancellationToken)
    {
        var findings = new List<DeskFinding>();
        foreach (var check in checks)
        {
            await foreach (var finding in check.FindAsync(progress, cancellationToken))
            {
                findings.Add(finding);
            }
        }

        return findings;
    }
}
