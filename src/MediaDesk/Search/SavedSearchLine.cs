namespace MediaDesk.Search;

/// <summary>A saved search. <paramref name="Arrived"/>: results that came onto the desk since the editor last looked, counted up to 1,000.</summary>
public sealed record SavedSearchLine(long Id, string Name, string Query, string SavedBy, int Arrived);
