using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Proposals;

/// <summary>A desk with photos whose captions say something.</summary>
internal sealed class ProposalDesk(DeskFixture desk) : IAsyncDisposable
{
    public const string Caption =
        "People queue for bread outside a bakery in Idlib, Syria, on September 20, 2019. (Photo by Samir NADDAF / AFP) / RESTRICTED TO EDITORIAL USE";

    public DeskFixture Desk => desk;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ProposalDesk> OpenAsync() => new(await DeskFixture.OpenAsync());

    public async Task<long> AddAsync(params (string Property, string Text)[] fields) => (await desk.Services.AddPhotoAsync(DeskPhotos.Fields(fields))).Id;

    /// <summary>Every row of a photo, dismissed ones too, in the order of their fields.</summary>
    public async Task<IReadOnlyList<Proposal>> RowsAsync(long photo)
    {
        await using var db = desk.Rows();
        return [.. (await db.Proposals.AsNoTracking().Where(row => row.MediaItemId == photo).ToListAsync(Token)).OrderBy(row => row.Field, StringComparer.Ordinal)];
    }

    /// <summary>"fill cityName Idlib", … of what waits, parted by "; ".</summary>
    public async Task<string> WaitingAsync(long photo) =>
        string.Join("; ", (await RowsAsync(photo)).Where(row => !row.IsDismissed).Select(row => $"{row.Kind.ToString().ToLowerInvariant()} {row.Field} {row.Value.Text}"));

    public async Task<MediaItem> PhotoAsync(long photo)
    {
        await using var db = desk.Rows();
        return await db.Media.AsNoTracking().SingleAsync(item => item.Id == photo, Token);
    }

    public async Task SetAsync(long photo, string property, string? text)
    {
        var saved = await desk.Get<global::MediaDesk.Captions.CaptionEditor>().SaveAsync(
            photo, new Dictionary<string, FieldValue?> { [property] = FieldValue.Of(text) }, null, "Ada", Token);
        Assert.IsType<global::MediaDesk.Captions.SaveResult.Saved>(saved);
    }

    public Task ChangeAsync(Func<DeskDbContext, Task> act) => desk.Get<DeskWriter>().WriteAsync(act, Token);

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
