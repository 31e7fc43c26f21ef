using System.Security.Cryptography;
using System.Text;
using Bunit;
using MediaDesk.Darkroom;
using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Storage;
using MediaDesk.Web.Features.Article;
using MediaDesk.Web.Features.Captions;
using MediaDesk.Web.Features.Editor;
using MediaDesk.Web.Features.Ingest;
using MediaDesk.Web.Features.Map;
using MediaDesk.Web.Features.Problems;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaDesk.Web.Tests;

/// <summary>Screens on a real desk in a folder of its own: its services, its database, no background work and no browser.</summary>
public abstract class RealDesk : BunitContext, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-web-test-").FullName;
    private long sheetKey;

    protected RealDesk()
    {
        // A machine that builds and tests at once is slow; waiting ends as soon as the screen is as awaited.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Services.AddLogging();
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Desk:DataFolder", folder)]).Build());
        Services.AddSingleton(DarkroomHost.OfAssembly(Path.Combine(AppContext.BaseDirectory, "MediaDesk.Web.dll")));
        Services.AddMediaDesk();
        Services.AddSheetScreens().AddEditorScreens().AddCaptionScreens().AddUploadScreens().AddProblemScreens().AddArticleScreens().AddMapScreens();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The name a browser remembers.</summary>
    protected void BrowserKnows(string name) =>
        JSInterop.SetupModule("./Features/Editor/YourName.razor.js").Setup<string?>("remembered").SetResult(name);

    public async ValueTask InitializeAsync()
    {
        Get<DeskFolder>().Create();
        Assert.Null(await Get<DeskDatabase>().MigrateAsync(Cancel));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A photo on the desk whose file says this.</summary>
    protected Task<long> AddPhotoAsync(string fileName, params (string Field, string Text)[] says) => AddPhotoAsync(fileName, Reading(says));

    protected Task<long> AddPhotoAsync(string fileName, MetadataReading reading) =>
        Get<DeskWriter>().WriteAsync(
            async db =>
            {
                var now = Get<TimeProvider>().GetUtcNow().UtcDateTime;
                var item = new MediaItem
                {
                    FileName = fileName, SheetKey = ++sheetKey, Fields = reading.Fields, Width = 4928, Height = 3280, Picture = PictureState.Ready,
                    AddedUtc = now, ChangedUtc = now,
                };
                db.Media.Add(item);
                await db.SaveChangesAsync(Cancel);
                var original = new Original
                {
                    MediaItemId = item.Id, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fileName))), FileName = fileName,
                    ByteSize = 6_100_000, Format = PhotoFormat.Jpeg, DeliveredBy = "upload", ReceivedUtc = now, Reading = reading,
                };
                db.Originals.Add(original);
                await db.SaveChangesAsync(Cancel);
                item.CurrentOriginalId = original.Id;
                return item.Id;
            },
            Cancel);

    protected static MetadataReading Reading(params (string Field, string Text)[] says) => new()
    {
        Format = PhotoFormat.Jpeg,
        Fields = new(says.Select(said => KeyValuePair.Create(said.Field, Value(said.Field, said.Text)))),
        Sources = says.Aggregate(
            System.Collections.Immutable.ImmutableSortedDictionary<string, FieldSource>.Empty, (all, said) => all.Add(said.Field, FieldSource.Xmp)),
    };

    protected static FieldValue Value(string field, string text) =>
        MediaDesk.Metadata.Iptc.NewsroomFields.Find(field)!.IsList ? FieldValue.Of(text.Split("; "))! : FieldValue.Of(text)!;

    protected async Task<MediaItem> ItemAsync(long id)
    {
        await using var db = await Get<IDbContextFactory<DeskDbContext>>().CreateDbContextAsync(Cancel);
        return await db.Media.AsNoTracking().SingleAsync(item => item.Id == id, Cancel);
    }
}
