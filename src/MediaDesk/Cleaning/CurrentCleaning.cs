namespace MediaDesk.Cleaning;

/// <summary>The order of rules that counts now.</summary>
public sealed class CurrentCleaning
{
    private CleaningList list = CleaningList.New;

    /// <summary>Another order counts from now on. Subscribers must be quick and never throw.</summary>
    public event Action? Changed;

    public CleaningList List => Volatile.Read(ref list);

    internal void Set(CleaningList next)
    {
        Volatile.Write(ref list, next);
        Changed?.Invoke();
    }
}
