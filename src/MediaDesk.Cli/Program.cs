using System.CommandLine;
using MediaDesk.Cli;
using MediaDesk.Darkroom;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

var root = new RootCommand("The photo desk on the command line.")
{
    ReadVerb.Create(),
    IngestVerb.Create(),
    SearchVerb.Create(),
    CheckVerb.Create(),
};
root.HelpName = "mediadesk";
return await CommandLine.RunAsync(root, args);
