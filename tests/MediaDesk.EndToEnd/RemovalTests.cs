namespace MediaDesk.EndToEnd;

/// <summary>Photos go into the bin, not away.</summary>
public sealed class RemovalTests(Browser browser)
{
    [Fact]
    public async Task RemovedPhotos_FromTheSheet_AreUndoneAtOnceOrRestoredFromTheBin()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "creek.jpg", "rocket.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.ShowsAsync(3);

        await editor.ChooseAsync("Late dragonfly");
        await editor.Page.Keyboard.PressAsync("Delete");
        await editor.GiveNameAsync("Ines Marković");
        await Expect(editor.Cell("Late dragonfly")).ToHaveCountAsync(0);
        await Expect(editor.Cells).ToHaveCountAsync(2);
        await editor.Button("Undo").First.ClickAsync();
        await Expect(editor.Cell("Late dragonfly")).ToBeVisibleAsync();

        await editor.Cell("Late dragonfly").ClickAsync();
        await editor.Page.Keyboard.PressAsync("Control+a");
        await editor.Button("Remove 3").ClickAsync();
        await Expect(editor.Cells).ToHaveCountAsync(0);

        await editor.GoToAsync(desk.Address + "/bin");
        await Expect(editor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "dragonfly.jpg" })).ToBeVisibleAsync();
        await editor.Button("Restore dragonfly.jpg").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "dragonfly.jpg" })).ToHaveCountAsync(0);
        await editor.GoToAsync(desk.Address + "/");
        await Expect(editor.Cells).ToHaveCountAsync(1);
        await Expect(editor.Cell("Late dragonfly")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RemovedPhoto_DeliveredAgain_StaysInTheBin()
    {
        await using var desk = await DeskUnderTest.WithAsync("dragonfly.jpg", "creek.jpg");
        await using var editor = await browser.OpenAsync(desk);
        await editor.ChooseAsync("Late dragonfly");
        await editor.Page.Keyboard.PressAsync("Delete");
        await editor.GiveNameAsync("Ines Marković");
        await Expect(editor.Cells).ToHaveCountAsync(1);

        var answer = await desk.AddAsync(Checkout.Sample("dragonfly.jpg"));

        Assert.Equal(1, (int)answer["duplicates"]!);
        await editor.ReloadAsync();
        await Expect(editor.Cells).ToHaveCountAsync(1);
    }
}
