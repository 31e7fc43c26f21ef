namespace MediaDesk.Model;

/// <summary>An agency by whose rules credits are read; see <c>Credits/AgencyRule</c>, whose row it is.</summary>
public sealed class Agency
{
    public long Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The name as names are compared; unique.</summary>
    public required string Key { get; set; }

    public string? FullName { get; set; }

    /// <summary>The word of its kind, as in JSON.</summary>
    public required string Kind { get; set; }

    /// <summary>Names of the agencies through which its pictures come.</summary>
    public List<string> SoldBy { get; set; } = [];

    /// <summary>In the order of <see cref="AgencyAlias.Id"/>.</summary>
    public List<AgencyAlias> Aliases { get; } = [];
}
