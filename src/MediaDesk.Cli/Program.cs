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
    WriteVerb.Create(),
    IngestVerb.Create(),
    ImportVerb.Create(),
    SearchVerb.Create(),
    ExportVerb.Create(),
    ParseVerb.Create(),
    ArticleVerb.Create(),
    AgenciesVerb.Create(),
    PlacesVerb.Create(),
    CheckVerb.Create(),
    IndexVerb.Create(),
};
root.HelpName = "mediadesk";
return await CommandLine.RunAsync(root, args);
