using MediaDesk.Data;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MediaDesk.Tests.Search;

/// <summary>A real desk with photos that have rows only: what search needs.</summary>
internal sealed class SearchDesk(DeskFixture desk) : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 5, 20, 9, 30, 0, TimeSpan.Zero);

    private long lastKey;

    public DeskFixture Desk => desk;

    public FakeTimeProvider Clock { get; private init; } = new(Now);

    public static async Task<SearchDesk> OpenAsync()
    {
        var clock = new FakeTimeProvider(Now);
        return new(await DeskFixture.OpenAsync(services => services.AddSingleton<TimeProvider>(clock))) { Clock = clock };
    }

    public static FieldValues Fields(params ReadOnlySpan<(string Id, string Value)> values)
    {
        var fields = FieldValues.Empty;
        foreach (var (id, value) in values)
        {
            fields = fields.With(id, id is "creatorNames" or "keywords" ? FieldValue.Of(value.Split(';', StringSplitOptions.TrimEntries)) : FieldValue.Of(value));
        }

        return fields;
    }

    /// <summary>Adds a photo called by its file name.</summary>
    public Task AddAsync(string fileName, params (string Id, string Value)[] values) => AddAsync(Photo(fileName, Fields(values)));

    public MediaItem Photo(string fileName, FieldValues fields, DateTime? added = null)
    {
        var addedUtc = added ?? Now.UtcDateTime;
        // The counter is one for all photos here: unique, and in the order of their dates, back from the end of a day.
        var first = SheetKeys.First(SheetKeys.EffectiveDate(fields, addedUtc));
        var key = first + ++lastKey;
        return new() { FileName = fileName, Fields = fields, AddedUtc = addedUtc, SheetKey = key < SheetKeys.EndOfDay(first) ? key : first - lastKey, Picture = PictureState.Ready, Width = 3, Height = 2 };
    }

    public Task AddAsync(params MediaItem[] items) => desk.Get<DeskWriter>().WriteAsync(
        db =>
        {
            db.Media.AddRange(items);
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    public Task ChangeAsync(string fileName, Action<MediaItem> change) => desk.Get<DeskWriter>().WriteAsync(
        db =>
        {
            change(db.Media.Single(item => item.FileName == fileName));
            return Task.CompletedTask;
        },
        TestContext.Current.CancellationToken);

    public Task<SearchPage> PageAsync(string query, int limit = 100, string? after = null, bool facets = false) =>
        desk.Get<MediaSearch>().FindAsync(Parsed(query), limit, after, facets, TestContext.Current.CancellationToken);

    /// <summary>The file names found, newest first, parted by blanks.</summary>
    public async Task<string> FindAsync(string query) =>
        string.Join(' ', (await PageAsync(query)).Items.Select(photo => photo.FileName));

    public static SearchQuery Parsed(string query) =>
        SearchQuery.Parse(query) is { Query: { } understood } ? understood : throw new ArgumentException(SearchQuery.Parse(query).Fault!.ToString());

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
