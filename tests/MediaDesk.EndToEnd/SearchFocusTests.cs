using System.Text.RegularExpressions;

namespace MediaDesk.EndToEnd;

/// <summary>Where the keys go while an editor searches: never to nowhere, and never into a caption nobody asked for.</summary>
public sealed class SearchFocusTests(Browser browser, SampleDesk samples)
{
    [Fact]
    public async Task SearchKey_BeforeThePagesScriptIsThere_TakesAllThatIsTyped()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, lineDelay: TimeSpan.FromMilliseconds(400));
        await editor.ShowsAsync(Checkout.Samples.Count);
        var isTyped = new TaskCompletionSource();
        await editor.Page.RouteAsync("**/DeskLayout.razor*.js*", async route =>
        {
            await Task.WhenAny(isTyped.Task, Task.Delay(300));
            await route.ContinueAsync();
        });
        await editor.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(editor.SearchBox).ToBeVisibleAsync();

        await editor.Page.Keyboard.PressAsync("/");
        foreach (var letter in "caption:idlib")
        {
            await editor.Page.Keyboard.PressAsync(letter.ToString());
            // Some of it is typed into the page that the desk drew first, some into the live one.
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }

        isTyped.SetResult();
        await Expect(editor.Page.Locator("[data-interactive='True']")).ToBeAttachedAsync();
        await Expect(editor.SearchBox).ToHaveValueAsync("caption:idlib");
        await Expect(editor.SearchBox).ToBeFocusedAsync();
        await editor.Page.Keyboard.PressAsync("Enter");
        await Expect(editor.Page).ToHaveURLAsync(new Regex("q=caption%3Aidlib"));
        Assert.DoesNotContain("idlib", await editor.Field("Caption").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CaptionKey_ThenTheSearchKey_LeavesTheCursorInTheSearchBox()
    {
        await using var editor = await browser.OpenAsync(samples.Desk, lineDelay: TimeSpan.FromMilliseconds(400));
        await editor.ShowsAsync(Checkout.Samples.Count);
        await editor.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        await editor.Page.Keyboard.PressAsync("i");
        await editor.Page.Keyboard.PressAsync("/");
        await Expect(editor.Page.Locator("[data-interactive='True']")).ToBeAttachedAsync();
        await Task.Delay(500, TestContext.Current.CancellationToken);

        await Expect(editor.SearchBox).ToBeFocusedAsync();
    }

    private static ILocator Chips(DeskPage editor) => editor.Page.Locator(".chip-edit");
}
