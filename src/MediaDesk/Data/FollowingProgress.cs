namespace MediaDesk.Data;

/// <summary>How far the photos follow changed rules; each kind of rules has its own.</summary>
public abstract class FollowingProgress
{
    private (int Done, int Total)? current;

    /// <summary>Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>Photos looked at and photos in all; null while all photos follow the rules.</summary>
    public (int Done, int Total)? Current
    {
        get => current;
        internal set
        {
            current = value;
            Changed?.Invoke();
        }
    }
}
