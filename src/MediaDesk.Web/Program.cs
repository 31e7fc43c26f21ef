using MediaDesk;
using MediaDesk.Darkroom;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMediaDesk();
var app = builder.Build();
await app.RunAsync();
return 0;
