using System.IO.Compression;

namespace MediaDesk.EndToEnd;

/// <summary>How photos leave: at once as the desk is set, and after a question where signed content credentials would break.</summary>
public sealed class DownloadTests(Browser browser)
{
    [Fact]
    public async Task Photo_WithContentCredentials_AsksFirst_AndTheChoiceIsTheEditors()
    {
        var signed = Path.Combine(Checkout.Corpus("c2pa/sdk/tests/fixtures"), "XCA.jpg");
        await using var desk = await DeskUnderTest.EmptyAsync();
        await desk.AddAsync(signed);
        await using var editor = await browser.OpenAsync(desk);
        await editor.Cells.First.ClickAsync();
        await Expect(editor.Panel).ToContainTextAsync("Content credentials (C2PA)");
        await Unchanged_LeavesAtOnceAsync(editor);

        await editor.Field("Headline").FillAsync("Signed and corrected");
        await editor.SaveAsync("Ines Marković");
        await Expect(editor.Panel).ToContainTextAsync("Content credentials (C2PA)");
        await Link(editor).ClickAsync();
        var question = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Download 1 photo" });
        await Expect(question).ToContainTextAsync("no longer validates");
        var sidecar = await DownloadAsync(editor, question);
        using (var zip = await ZipFile.OpenReadAsync(sidecar, TestContext.Current.CancellationToken))
        {
            Assert.Equal(["XCA.jpg", "XCA.xmp"], zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        }

        await Link(editor).ClickAsync();
        await question.GetByLabel("inside every file").CheckAsync();
        var inside = await DownloadAsync(editor, question);
        Assert.Equal("Signed and corrected", (string?)(await Checkout.ExifToolAsync(inside, "-all"))["XMP-photoshop:Headline"]);
    }

    [Fact]
    public async Task Selection_WithAChosenWay_LeavesThatWay()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "fig-bowl.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.Cells.First.ClickAsync();
        await editor.Page.Keyboard.PressAsync("Control+a");
        await editor.Button("Download 2, choosing how the metadata leaves").ClickAsync();
        var question = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Download 2 photos" });
        await question.GetByLabel("in an XMP sidecar").CheckAsync();

        using var zip = await ZipFile.OpenReadAsync(await DownloadAsync(editor, question), TestContext.Current.CancellationToken);

        Assert.Equal(["dragonfly.jpg", "dragonfly.xmp", "fig-bowl.jpg", "fig-bowl.xmp"], zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    private static ILocator Link(DeskPage editor) => editor.Page.GetByRole(AriaRole.Link, new() { Name = "Download 1", Exact = true });

    private static async Task Unchanged_LeavesAtOnceAsync(DeskPage editor)
    {
        var download = await editor.Page.RunAndWaitForDownloadAsync(() => Link(editor).ClickAsync());
        Assert.Equal("XCA.jpg", download.SuggestedFilename);
    }

    private static async Task<string> DownloadAsync(DeskPage editor, ILocator question)
    {
        var download = await editor.Page.RunAndWaitForDownloadAsync(() => question.GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true }).ClickAsync());
        return await download.PathAsync();
    }
}
