namespace MediaDesk.Ingest;

/// <summary>What became of the files of one batch; every file is counted exactly once.</summary>
public sealed record IngestReport(int Added, int Duplicates, int Versions, int Sidecars, IReadOnlyList<IngestFailure> Failed);

/// <summary>A file that did not come onto the desk, with a sentence why.</summary>
public sealed record IngestFailure(string File, string Reason);
