namespace MediaDesk.Credits;

/// <summary>What a name in a credit line stands for.</summary>
public enum AgencyKind
{
    /// <summary>A news agency with photographers of its own.</summary>
    Wire,

    /// <summary>A photo agency or a collective of photographers.</summary>
    Agency,

    /// <summary>Sells what others photograph; stands last in a chain.</summary>
    Distributor,

    Archive,

    Publisher,

    /// <summary>A state, an army, a party, a club: whoever hands out pictures of its own.</summary>
    PublicBody,

    /// <summary>Words for a photographer who shot for everybody. A flag, not a link of the chain.</summary>
    Pool,

    /// <summary>Words for a picture that was handed out. A flag, not a link of the chain.</summary>
    Handout,

    /// <summary>Words for a picture taken earlier. A flag, not a link of the chain.</summary>
    File,

    /// <summary>Words for what a photographer is to the agency, or for nobody in particular. They name nobody and are left out.</summary>
    Staff,
}
