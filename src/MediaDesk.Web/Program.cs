using MediaDesk;
using MediaDesk.Darkroom;
using MediaDesk.Web;
using MediaDesk.Web.Features.Captions;
using MediaDesk.Web.Features.Editor;
using MediaDesk.Web.Features.Ingest;
using MediaDesk.Web.Features.Problems;
using MediaDesk.Web.Features.Sheet;

if (args is [DarkroomProcess.Verb, ..])
{
    return DarkroomProcess.Run();
}

var builder = WebApplication.CreateBuilder(args);
// The files of a build lie beside the sources; a published folder has them in its web root and no list of others.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddMediaDesk();
builder.Services.AddSheetScreens().AddEditorScreens().AddCaptionScreens().AddUploadScreens().AddProblemScreens();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
var app = builder.Build();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
await app.RunAsync();
return 0;
