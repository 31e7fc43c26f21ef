namespace MediaDesk.Search;

/// <summary>How far the index is made. <paramref name="IsPartial"/>: there was none to use, and searches find only what is in it so far, the newest photos first.</summary>
public sealed record IndexProgress(int Done, int Total, bool IsPartial);
