namespace MediaDesk.Model;

/// <summary>Another spelling of an agency, or a pattern of spellings.</summary>
public sealed class AgencyAlias
{
    public long Id { get; set; }

    public long AgencyId { get; set; }

    public required string Spelling { get; set; }

    public bool IsPattern { get; set; }
}
