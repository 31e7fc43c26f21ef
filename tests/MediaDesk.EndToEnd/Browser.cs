namespace MediaDesk.EndToEnd;

/// <summary>Debian's Chromium, started once. Every test has contexts of its own, as different people's browsers are.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Chromium), $"{Chromium} is missing; tests/run installs it.");
        SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }

    /// <summary>A desk page in a browser of its own, past its first live moment.</summary>
    internal async Task<DeskPage> OpenAsync(DeskUnderTest desk, string path = "/", int width = 1440, int height = 900)
    {
        var context = await NewContextAsync(width, height);
        return await DeskPage.OpenAsync(context, desk.Address, path);
    }

    internal Task<IBrowserContext> NewContextAsync(int width, int height) =>
        chromium!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, AcceptDownloads = true, Locale = "en-GB" });

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
