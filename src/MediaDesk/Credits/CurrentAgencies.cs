namespace MediaDesk.Credits;

/// <summary>The catalogue that counts now. Whoever reads several credits as one piece of work takes it once.</summary>
public sealed class CurrentAgencies
{
    private AgencyCatalogue catalogue = AgencyCatalogue.Seeded;

    public CurrentAgencies()
    {
    }

    public CurrentAgencies(AgencyCatalogue catalogue) => this.catalogue = catalogue;

    /// <summary>Another catalogue counts from now on. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    public AgencyCatalogue Catalogue => Volatile.Read(ref catalogue);

    internal void Set(AgencyCatalogue next)
    {
        Volatile.Write(ref catalogue, next);
        Changed?.Invoke();
    }
}
