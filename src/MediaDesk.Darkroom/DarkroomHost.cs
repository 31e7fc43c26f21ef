namespace MediaDesk.Darkroom;

/// <summary>How a child is started: an executable whose <c>Main</c> hands the verb <c>darkroom</c> to <see cref="DarkroomProcess"/>.</summary>
public sealed record DarkroomHost(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The running executable again; under <c>dotnet X.dll</c> the same X.dll.</summary>
    public static DarkroomHost OfThisProcess()
    {
        var executable = Environment.ProcessPath
            ?? throw new InvalidOperationException("The system does not say which executable this is, so the darkroom cannot be started.");
        return IsDotnet(executable)
            ? new(executable, [Environment.GetCommandLineArgs()[0], DarkroomProcess.Verb])
            : new(executable, [DarkroomProcess.Verb]);
    }

    /// <summary>A built host by the path of its entry assembly, started with the <c>dotnet</c> on the path.</summary>
    public static DarkroomHost OfAssembly(string entryAssembly) => new("dotnet", [entryAssembly, DarkroomProcess.Verb]);

    private static bool IsDotnet(string executable) =>
        Path.GetFileNameWithoutExtension(executable).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
}
