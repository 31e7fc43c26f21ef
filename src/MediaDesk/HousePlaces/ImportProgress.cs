namespace MediaDesk.HousePlaces;

/// <summary>How far an import is. <paramref name="Bytes"/> of <paramref name="TotalBytes"/> are read; all of them while the index is being made.</summary>
public sealed record ImportProgress(string FileName, long Bytes, long TotalBytes, long Taken, long Rejected)
{
    public string Words => Bytes < TotalBytes
        ? FormattableString.Invariant($"{FileName}: {Taken:N0} places taken, {Rejected:N0} lines rejected")
        : FormattableString.Invariant($"{FileName}: {Taken:N0} places, making their index");
}
