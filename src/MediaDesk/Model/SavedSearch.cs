namespace MediaDesk.Model;

/// <summary>A search that the desk keeps for all its editors.</summary>
public sealed class SavedSearch
{
    public const int MaxName = 100;

    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Text of the search language. Dates counted from today stay so.</summary>
    public required string Query { get; set; }

    public required string SavedBy { get; set; }

    public DateTime SavedUtc { get; set; }
}
