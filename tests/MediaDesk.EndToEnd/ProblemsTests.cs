namespace MediaDesk.EndToEnd;

/// <summary>A file that cannot be taken is a row with a reason; the others go on.</summary>
public sealed class ProblemsTests(Browser browser) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("mediadesk-broken-").FullName;

    [Fact]
    public async Task BrokenFiles_AmongGoodOnes_AreListedWithTheReasonAndTheGoodOnesArrive()
    {
        var whole = await File.ReadAllBytesAsync(Checkout.Sample("creek.jpg"), TestContext.Current.CancellationToken);
        var truncated = await FileAsync("cut-off.jpg", whole[..(whole.Length / 20)]);
        var empty = await FileAsync("empty.jpg", []);
        var text = await FileAsync("notes.jpg", "Not a photo at all."u8.ToArray());
        await using var desk = await DeskUnderTest.EmptyAsync();
        await using var editor = await browser.OpenAsync(desk);

        await editor.AddAsync(truncated, empty, text, Checkout.Sample("dragonfly.jpg"));

        await editor.ShowsAsync(1);
        await Expect(editor.Cell("Late dragonfly")).ToBeVisibleAsync();
        foreach (var name in (string[])["cut-off.jpg", "empty.jpg", "notes.jpg"])
        {
            var row = editor.Problems.GetByRole(AriaRole.Row).Filter(new() { HasText = name });
            await Expect(row).ToBeVisibleAsync();
            var reason = await row.GetByRole(AriaRole.Cell).Nth(2).InnerTextAsync();
            Assert.Matches(@"\w+ \w+ \w+", reason);
        }

        await editor.Problems.GetByRole(AriaRole.Button, new() { Name = "Dismiss notes.jpg" }).ClickAsync();
        await Expect(editor.Problems.GetByRole(AriaRole.Row).Filter(new() { HasText = "notes.jpg" })).ToHaveCountAsync(0);
        await editor.GoToAsync(desk.Address + "/problems");
        await Expect(editor.Problems.GetByRole(AriaRole.Row).Filter(new() { HasText = "empty.jpg" })).ToBeVisibleAsync();
        await editor.PictureAsync("problems");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> FileAsync(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }
}
