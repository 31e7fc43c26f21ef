using System.Globalization;

namespace MediaDesk.EndToEnd;

/// <summary>Debian's Chromium, started once. Every test has contexts of its own, as different people's browsers are.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>A slow line for every page, in milliseconds each way: for looking for what only goes well when nothing takes long.</summary>
    private static readonly TimeSpan LineDelay = TimeSpan.FromMilliseconds(
        int.Parse(Environment.GetEnvironmentVariable("MEDIADESK_LINE_DELAY") ?? "0", CultureInfo.InvariantCulture));

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
    /// <param name="lineDelay">How long everything takes between the page and the desk, each way.</param>
    internal async Task<DeskPage> OpenAsync(DeskUnderTest desk, string path = "/", int width = 1440, int height = 900, TimeSpan? lineDelay = null)
    {
        var context = await NewContextAsync(width, height, lineDelay);
        return await DeskPage.OpenAsync(context, desk.Address, path);
    }

    internal async Task<IBrowserContext> NewContextAsync(int width, int height, TimeSpan? lineDelay = null)
    {
        var context = await chromium!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, AcceptDownloads = true, Locale = "en-GB" });
        if ((lineDelay ?? LineDelay) is var delay && delay > TimeSpan.Zero)
        {
            await context.RouteWebSocketAsync("**/_blazor*", line =>
            {
                var desk = line.ConnectToServer();
                line.OnMessage(Later(desk, delay));
                desk.OnMessage(Later(line, delay));
            });
        }

        return context;
    }

    /// <summary>Sends on what comes, in its order, each message so much later.</summary>
    private static Action<IWebSocketFrame> Later(IWebSocketRoute to, TimeSpan delay)
    {
        var last = Task.CompletedTask;
        return message =>
        {
            var (before, wait) = (last, Task.Delay(delay));
            last = SendAsync();

            async Task SendAsync()
            {
                await before;
                await wait;
                if (message.Binary is { } bytes)
                {
                    to.Send(bytes);
                }
                else
                {
                    to.Send(message.Text!);
                }
            }
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
