using MediaDesk.Darkroom;
using MediaDesk.Web.Hosting;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

var builder = DeskHosting.CreateBuilder(args);
if (DeskAddress.Choose(builder) is { } refusal)
{
    return Say(refusal);
}

builder.Services.AddDeskHost();
await using var app = builder.Build();
app.UseDesk();
return await DeskRun.RunAsync(app) is { } problem ? Say(problem) : 0;

static int Say(string problem)
{
    Console.Error.WriteLine(problem);
    return 1;
}
