using MediaDesk;
using MediaDesk.Darkroom;
using MediaDesk.Web;
using MediaDesk.Web.Features.Sheet;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddMediaDesk();
builder.Services.AddScoped<SheetSelection>();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
return 0;
