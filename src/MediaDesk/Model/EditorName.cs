namespace MediaDesk.Model;

/// <summary>The name an editor signs changes with.</summary>
public static class EditorName
{
    public const int MaxLength = 100;

    /// <summary>The name without surrounding space and control characters, or null when it is blank or too long to be one.</summary>
    public static string? Clean(string? name)
    {
        var cleaned = string.Concat((name ?? "").Where(c => !char.IsControl(c))).Trim();
        return cleaned.Length is 0 or > MaxLength ? null : cleaned;
    }
}
