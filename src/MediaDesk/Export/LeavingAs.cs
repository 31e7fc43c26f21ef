namespace MediaDesk.Export;

/// <summary>How the current metadata leaves with a photo. Where a format cannot carry it, it always leaves in a sidecar.</summary>
public enum LeavingAs
{
    /// <summary>Inside the file; beside it where that would break signed content credentials.</summary>
    Auto,

    /// <summary>Inside the file, also where content credentials will then no longer validate.</summary>
    Embedded,

    /// <summary>In an XMP sidecar; the file leaves as it came.</summary>
    Sidecar,

    /// <summary>Inside the file and beside it.</summary>
    Both,
}
