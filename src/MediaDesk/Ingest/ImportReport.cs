namespace MediaDesk.Ingest;

/// <summary>
/// What became of a file of records: every line that is not blank is counted once. <paramref name="Skipped"/> were taken over by an
/// earlier run. Of very many rejected lines the first are listed; <paramref name="RejectedTotal"/> counts all.
/// </summary>
public sealed record ImportReport(long Added, long Updated, long Unchanged, long Skipped, long RejectedTotal, IReadOnlyList<RejectedLine> Rejected);
