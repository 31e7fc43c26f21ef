namespace MediaDesk.Darkroom;

/// <summary>The child's side of the darkroom: a host executable started as <c>… darkroom</c> runs this and nothing else.</summary>
public static class DarkroomProcess
{
    public const string Verb = "darkroom";

    /// <summary>Serves requests from standard input until it closes. Returns the exit code.</summary>
    public static int Run() => throw new NotImplementedException();
}
