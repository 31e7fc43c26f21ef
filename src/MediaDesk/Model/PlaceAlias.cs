namespace MediaDesk.Model;

/// <summary>Another name that the house gives to a place the gazetteer knows. As with <see cref="HousePlace"/>, removed rows stay.</summary>
public sealed class PlaceAlias
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The gazetteer's id of the place.</summary>
    public required string PlaceId { get; set; }

    public string? SeedKey { get; set; }

    public required string ChangedBy { get; set; }

    public DateTime ChangedUtc { get; set; }

    public DateTime? RemovedUtc { get; set; }
}
