using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>A rule is tried on the bench, saved, and the photos follow.</summary>
public sealed class AgenciesTests(Browser browser)
{
    [Theory]
    [InlineData("dark", 1600)]
    [InlineData("light", 1100)]
    [InlineData("dark", 420)]
    public async Task NewAlias_IsTriedOnTheBench_Saved_AndThePhotosAreFoundByIt(string theme, int width)
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg");
        var id = (long)(await desk.GetAsync("/api/search"))["items"]![0]!["id"]!;
        using var patched = await desk.Http.PatchAsJsonAsync(
            $"{desk.Address}/api/media/{id}", new { fields = new { creditLine = "Agence Exemple via Getty" }, editor = "Ada" }, TestContext.Current.CancellationToken);
        patched.EnsureSuccessStatusCode();
        await using var editor = await browser.OpenAsync(desk, "/agencies", width: width, height: 1000);
        await editor.UseThemeAsync(theme);
        var page = editor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "1 credit not understood" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Credits not understood" })).ToContainTextAsync("Agence Exemple");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Find an agency or alias" }).FillAsync("hans lucas");
        await page.GetByRole(AriaRole.Link, new() { Name = "Hans Lucas", Exact = true }).ClickAsync();

        await page.GetByLabel("Credit lines, one a line").FillAsync("Jo Roe/Agence Exemple via Getty\nANN POE/AFP/Getty Images\n(AP Photo/Jo Roe, Pool)\nJo Roe/Nexora");
        await page.GetByLabel("Written as, one a line").FillAsync("Studio Hans Lucas\nAgence Exemple");
        await page.Keyboard.PressAsync("Tab");
        var bench = page.GetByRole(AriaRole.Region, new() { Name = "Test bench" });
        await Expect(bench.GetByRole(AriaRole.List, new() { Name = "How each line is understood" }).GetByRole(AriaRole.Listitem).First).ToContainTextAsync("After: Jo Roe");
        await Expect(bench.GetByRole(AriaRole.Status)).ToContainTextAsync("1 photo");
        await editor.PictureAsync($"agencies-{theme}-{width}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save alias" }).ClickAsync();
        await editor.GiveNameAsync("Ines Roth");

        await Expect(editor.Status.Filter(new() { HasText = "Saved: Hans Lucas" })).ToBeVisibleAsync();
        await bench.GetByRole(AriaRole.Button, new() { Name = "Save lines as a test" }).ClickAsync();
        await Expect(bench).ToContainTextAsync(new Regex("4 saved lines pass"));
        await editor.GoToAsync(desk.Address + "/?q=agency:%22Hans+Lucas%22");
        await editor.ShowsAsync(1);
    }

    [Fact]
    public async Task File_WithAFault_ChangesNothing_AndTheFaultIsNamed()
    {
        await using var desk = await DeskUnderTest.EmptyAsync();
        await using var editor = await browser.OpenAsync(desk, "/agencies");
        var import = editor.Page.GetByLabel("Import agencies from JSON");
        // No person chooses a file before the framework's script is there.
        await Expect(import).ToHaveJSPropertyAsync("_blazorInputFileNextFileId", 0);
        await import.SetInputFilesAsync(new FilePayload
        {
            Name = "agencies.json", MimeType = "application/json", Buffer = """{"agencies":[{"name":"Example","kind":"circus"}]}"""u8.ToArray(),
        });

        await Expect(editor.Status.Filter(new() { HasText = "Nothing was changed" })).ToBeVisibleAsync();
        await Expect(editor.Page.GetByRole(AriaRole.List, new() { Name = "Faults of the file" })).ToContainTextAsync("agencies[0].kind");
    }
}
