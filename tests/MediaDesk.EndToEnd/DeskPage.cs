using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>A page of the desk with the names a photo editor, and assistive technology, know its parts by.</summary>
internal sealed class DeskPage : IAsyncDisposable
{
    private readonly List<string> faults = [];

    private DeskPage(IPage page)
    {
        Page = page;
        page.PageError += (_, fault) =>
        {
            // What a page says of a desk that a test has ended.
            if (!fault.Contains("if the connection is not in the 'Connected' State", StringComparison.Ordinal))
            {
                faults.Add(fault);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                faults.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    public ILocator Sheet => Page.GetByRole(AriaRole.Grid, new() { Name = "Contact sheet", Exact = true });

    public ILocator Cells => Sheet.GetByRole(AriaRole.Gridcell);

    public ILocator Panel => Page.GetByRole(AriaRole.Region, new() { Name = "Caption", Exact = true });

    public ILocator SearchBox => Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search media", Exact = true });

    public ILocator Status => Page.GetByRole(AriaRole.Status);

    public ILocator YourName => Page.GetByRole(AriaRole.Textbox, new() { Name = "Your name", Exact = true });

    public ILocator Problems => Page.GetByRole(AriaRole.Region, new() { Name = "Problems", Exact = true });

    public static async Task<DeskPage> OpenAsync(IBrowserContext context, string address, string path)
    {
        var desk = new DeskPage(await context.NewPageAsync());
        await desk.GoToAsync(address + path);
        return desk;
    }

    public ILocator Cell(string name) => Sheet.GetByRole(AriaRole.Gridcell, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Panel.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task GoToAsync(string address)
    {
        await Page.GotoAsync(address);
        await LiveAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await LiveAsync();
    }

    /// <summary>Clicks before the circuit is there, keys before the sheet has its one tab stop, and before the filters' script is there are lost.</summary>
    public async Task LiveAsync()
    {
        await Expect(Page.Locator("[data-interactive='True']")).ToBeAttachedAsync();
        if (await Cells.CountAsync() > 0)
        {
            await Expect(Sheet.Locator("[tabindex='0']")).ToHaveCountAsync(1);
        }

        await Expect(Page.Locator("[data-fold]:not([data-known])")).ToHaveCountAsync(0);
    }

    /// <summary>Waits until so many photos are on the sheet, each with a picture in it and none still developing.</summary>
    public async Task ShowsAsync(int photos)
    {
        await Expect(Cells).ToHaveCountAsync(photos, new() { Timeout = 120_000 });
        await Expect(Sheet.GetByText("Developing")).ToHaveCountAsync(0, new() { Timeout = 120_000 });
    }

    /// <summary>Puts the focus on a photo and waits until the panel is about it.</summary>
    public async Task ChooseAsync(string name)
    {
        await Cell(name).ClickAsync();
        await Expect(Cell(name)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(Field("Headline")).ToHaveValueAsync(name);
    }

    public async Task SearchAsync(string query)
    {
        await SearchBox.FillAsync(query);
        await SearchBox.PressAsync("Enter");
    }

    public async Task ClearSearchAsync()
    {
        await Button("Clear the search").ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex(@"^[^?]*$"));
    }

    /// <summary>Saves, giving a name if the desk asks who one is, and waits until the desk says that it is stored.</summary>
    public async Task SaveAsync(string? newName = null)
    {
        await Button("Save").ClickAsync();
        if (newName is not null)
        {
            await GiveNameAsync(newName);
        }

        await SavedAsync();
    }

    /// <summary>By the letter: "Not saved" is no "Saved".</summary>
    public Task SavedAsync() => Expect(Status.Filter(new() { HasTextRegex = new Regex("Saved") })).ToBeVisibleAsync();

    public async Task GiveNameAsync(string name)
    {
        await YourName.FillAsync(name);
        await YourName.PressAsync("Enter");
        await Expect(YourName).ToHaveCountAsync(0);
    }

    /// <summary>Files from this machine, dragged into the window.</summary>
    public Task DropAsync(params string[] files)
    {
        var contents = files.Select(file => new { name = Path.GetFileName(file), data = Convert.ToBase64String(File.ReadAllBytes(file)) }).ToArray();
        return Page.EvaluateAsync(
            """
            async files => {
              const transfer = new DataTransfer();
              for (const { name, data } of files) {
                const bytes = Uint8Array.from(atob(data), one => one.charCodeAt(0));
                transfer.items.add(new File([bytes], name));
              }
              for (const type of ['dragenter', 'dragover', 'drop']) {
                document.querySelector('main').dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
              }
            }
            """,
            contents);
    }

    /// <summary>Files from this machine, through the button and the system's file dialog.</summary>
    public async Task AddAsync(params string[] files)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Button("Add photos").First.ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    public async Task<int> ColumnsAsync() =>
        int.Parse(await Sheet.GetAttributeAsync("aria-colcount") ?? "0", CultureInfo.InvariantCulture);

    public Task UseThemeAsync(string theme) => Page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);

    /// <summary>For a person to look at; the folder is not in the repository.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "tests/MediaDesk.EndToEnd/artifacts", name + ".png") });

    /// <summary>Ends the browser; a script that failed on the page fails the test.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.Empty(faults);
    }
}
