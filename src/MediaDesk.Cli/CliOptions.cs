using System.CommandLine;

namespace MediaDesk.Cli;

/// <summary>The options that several verbs share.</summary>
internal static class CliOptions
{
    public static Option<bool> Json() => new("--json")
    {
        Description = "Print JSON also on a terminal; into a pipe it is JSON always.",
    };

    public static Option<string> Data() => new("--data")
    {
        Description = "The desk's data folder; else MEDIADESK_DATA, else mediadesk under the user's local application data.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DeskOptions.DefaultDataFolder,
    };
}
