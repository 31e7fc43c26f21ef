namespace MediaDesk.Credits;

/// <summary>A credit understood: who took the photo, and through whose hands it came.</summary>
public sealed class CreditChain
{
    public static readonly CreditChain Empty = new([]);

    /// <param name="values">Agencies among them from origin to distributor.</param>
    internal CreditChain(IReadOnlyList<CreditValue> values)
    {
        Values = values;
        Photographers = [.. Filled(CreditField.Byline).Select(value => value.Value)];
        Agencies = [.. Filled(CreditField.Agency).Select(value => value.Agency!)];
        Client = Filled(CreditField.Client).FirstOrDefault()?.Value;
        IsPool = Filled(CreditField.Pool).Any();
        IsHandout = Filled(CreditField.Handout).Any();
        IsFile = Filled(CreditField.File).Any();
    }

    /// <summary>All that was found, with where and why; also what is only offered.</summary>
    public IReadOnlyList<CreditValue> Values { get; }

    /// <summary>In normal case, staff roles, titles and initials left out.</summary>
    public IReadOnlyList<string> Photographers { get; }

    /// <summary>From origin to distributor, each once; <see cref="CreditValue.Value"/> is how the credit names it.</summary>
    public IReadOnlyList<CreditAgency> Agencies { get; }

    /// <summary>The agencies as the credit names them.</summary>
    public IEnumerable<string> AgencyNames => Filled(CreditField.Agency).Select(value => value.Value);

    /// <summary>The chain as a credit line: agencies joined by "/"; null without one.</summary>
    public string? Credit => Agencies.Count == 0 ? null : string.Join('/', AgencyNames);

    public string? Client { get; }

    public bool IsPool { get; }

    public bool IsHandout { get; }

    public bool IsFile { get; }

    /// <summary>Found, but not surely enough to be filled in.</summary>
    public IEnumerable<CreditValue> Offers => Values.Where(value => !value.IsFilled);

    /// <summary>Whether every part of the text was understood.</summary>
    public bool IsUnderstood => Values.All(value => value.IsFilled);

    private IEnumerable<CreditValue> Filled(CreditField field) => Values.Where(value => value.Field == field && value.IsFilled);
}
