using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace MediaDesk.EndToEnd;

/// <summary>A wire photo whose caption says everything and whose fields say nothing.</summary>
public sealed class ProposalsTests(Browser browser)
{
    private const string Caption =
        "TOPSHOT - People queue for bread outside a bakery in the town of Qaminas in Syria's northwestern Idlib province on September 20, 2019. "
        + "- Residents said that flour had run short for a third week. (Photo by Samir NADDAF / AFP) / RESTRICTED TO EDITORIAL USE";

    [Theory]
    [InlineData("dark", 1600)]
    [InlineData("light", 720)]
    public async Task WirePhoto_WithEmptyFields_IsFilledFromItsCaptionByOneKey_AndTheHistorySaysSo(string theme, int width)
    {
        await using var desk = await DeskUnderTest.EmptyAsync();
        await AddAsync(desk, "queue.jpg", ("photoshop:Headline", "Bread queue"), ("dc:description", Caption));
        await using var editor = await browser.OpenAsync(desk, width: width, height: 1000);
        await editor.UseThemeAsync(theme);
        await editor.Cell("Bread queue").ClickAsync();
        if (width < 1000)
        {
            await editor.Button("Caption").ClickAsync();
        }

        var take = editor.Panel.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take .* as City, from the caption$") });
        await Expect(take).ToHaveTextAsync(new Regex("Qaminas"));
        await Expect(editor.Panel.Locator("[data-marks] .mark").First).ToBeAttachedAsync();
        await UnderlinesLieUnderTheWordsAsync(editor);
        await take.FocusAsync();
        await Expect(editor.Panel.Locator("[data-marks] .is-on")).ToHaveTextAsync("Qaminas");
        await Expect(editor.Panel.Locator("#f-cityName-proposal .why")).ToBeVisibleAsync();
        await HasNoViolationAsync(editor);
        await editor.PictureAsync($"proposals-{theme}-{width}");

        await editor.Page.Keyboard.PressAsync("Alt+Enter");
        await Expect(editor.Field("City")).ToHaveValueAsync("Qaminas");
        await Expect(editor.Field("Byline")).ToHaveValueAsync("Samir Naddaf");
        await Expect(editor.Field("Date created")).ToHaveValueAsync("2019-09-20");
        await Expect(editor.Field("Country code")).ToHaveValueAsync("SYR");
        await editor.SaveAsync("Ines Marković");

        var photo = await desk.OnlyAsync("");
        Assert.Equal("AFP", (string?)photo["fields"]!["creditLine"]);
        Assert.Equal("caption", (string?)photo["sources"]!["cityName"]);
        Assert.Empty(photo["proposals"]!.AsArray());
        await editor.Panel.GetByText(new Regex("from the caption")).First.ClickAsync();
        await Expect(editor.Panel.GetByText("Understood from the caption by a place after “in” or “at”.").First).ToBeVisibleAsync();
        await HasNoViolationAsync(editor);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task CaptionThatContradictsAField_SaysSoAtTheFieldAndInTheSheet_AndTypingMovesTheUnderlines(string theme)
    {
        await using var desk = await DeskUnderTest.EmptyAsync();
        await AddAsync(desk, "queue.jpg", ("photoshop:Headline", "Bread queue"), ("dc:description", Caption.Replace("the town of Qaminas in Syria's northwestern Idlib province", "Idlib, Syria,", StringComparison.Ordinal)), ("photoshop:City", "Aleppo"));
        await using var editor = await browser.OpenAsync(desk, "/?q=is:disagreeing");
        await editor.UseThemeAsync(theme);
        await editor.Cell("Bread queue").ClickAsync();

        await Expect(editor.Cell("Bread queue")).ToHaveAttributeAsync("aria-description", new Regex("Disagrees"));
        await Expect(editor.Panel.GetByText("Caption says Idlib").First).ToBeVisibleAsync();
        await HasNoViolationAsync(editor);
        await editor.PictureAsync($"disagreement-{theme}");
        await editor.Field("Caption").PressAsync("Home");
        await editor.Field("Caption").PressAsync("Control+Home");
        await editor.Field("Caption").PressSequentiallyAsync("Once more, with many more words than before, so that every line breaks at another place: ");
        await UnderlinesLieUnderTheWordsAsync(editor);

        await editor.Panel.GetByRole(AriaRole.Button, new() { Name = "Use it in City", Exact = true }).ClickAsync();
        await Expect(editor.Field("City")).ToHaveValueAsync("Idlib");
    }

    /// <summary>A range over the same characters in a copy of the text with the box's own layout must lie where the underlined words lie.</summary>
    private static async Task UnderlinesLieUnderTheWordsAsync(DeskPage editor)
    {
        var off = await editor.Page.EvaluateAsync<double>(
            """
            () => {
              const box = document.querySelector('[data-field="description"]');
              const layer = box.parentElement.querySelector('[data-marks]');
              const [text, look] = [document.createElement('div'), getComputedStyle(box)];
              for (const name of ['font', 'lineHeight', 'letterSpacing', 'padding', 'border', 'boxSizing']) text.style[name] = look[name];
              Object.assign(text.style, { position: 'fixed', left: '0', top: '0', width: `${box.clientWidth + 2}px`, whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
              text.textContent = box.value;
              document.body.append(text);
              const [corner, own] = [box.getBoundingClientRect(), text.getBoundingClientRect()];
              let worst = Math.abs(box.scrollHeight - layer.scrollHeight);
              for (const mark of layer.querySelectorAll('.mark')) {
                const at = box.value.indexOf(mark.textContent);
                const range = document.createRange();
                range.setStart(text.firstChild, at);
                range.setEnd(text.firstChild, at + mark.textContent.length);
                const [wanted, there] = [range.getClientRects()[0], mark.getClientRects()[0]];
                worst = Math.max(worst, Math.abs(wanted.left - own.left - (there.left - corner.left)), Math.abs(wanted.top - own.top - (there.top - corner.top + box.scrollTop)));
              }
              text.remove();
              return worst;
            }
            """);
        Assert.InRange(off, 0, 1.5);
    }

    /// <summary>A sample photo with nothing but these words in it.</summary>
    private static async Task AddAsync(DeskUnderTest desk, string name, params (string Property, string Value)[] says)
    {
        var bytes = await File.ReadAllBytesAsync(Checkout.Sample("rocket.jpg"), TestContext.Current.CancellationToken);
        using var file = new MemoryStream();
        file.Write(bytes, 0, 2);
        var words = string.Join(' ', says.Select(one => $"{one.Property}=\"{System.Security.SecurityElement.Escape(one.Value)}\""));
        var body = Encoding.UTF8.GetBytes(
            "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
            + $"xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" {words}/></rdf:RDF></x:xmpmeta>");
        file.Write([0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);
        var at = 2;
        while (bytes[at + 1] != 0xDA)
        {
            var length = 2 + (bytes[at + 2] << 8) + bytes[at + 3];
            if (bytes[at + 1] is not (0xE1 or 0xED))
            {
                file.Write(bytes, at, length);
            }

            at += length;
        }

        file.Write(bytes, at, bytes.Length - at);
        var folder = Directory.CreateTempSubdirectory("mediadesk-e2e-photo-");
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllBytesAsync(path, file.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(1, (int)(await desk.AddAsync(path))["added"]!);
        folder.Delete(recursive: true);
    }

    private static async Task HasNoViolationAsync(DeskPage editor)
    {
        var result = await editor.Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join("\n", result.Violations.Select(fault => $"{fault.Id}: {fault.Help}\n  {string.Join("\n  ", fault.Nodes.Select(node => node.Html))}")));
    }
}
