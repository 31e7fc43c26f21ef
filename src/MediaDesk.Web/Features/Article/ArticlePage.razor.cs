using System.Text;
using MediaDesk.Metadata;
using MediaDesk.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Article;

/// <summary>Where an article is pasted and its captions are put into photos.</summary>
public sealed partial class ArticlePage(ArticleReader articles, PastedArticle pasted, IJSRuntime browser) : IAsyncDisposable
{
    /// <summary>In UTF-8. What is longer is a whole site, and no article.</summary>
    private const int MostBytes = 4 << 20;

    private readonly CancellationTokenSource gone = new();
    private ElementReference box;
    private IJSObjectReference? module;
    private string? fault;
    private bool isReading;
    private bool tooLong;

    private PastedArticle Pasted => pasted;

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        gone.Dispose();
        try
        {
            await (module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the module with it.
        }
    }

    private async Task ReadAsync()
    {
        var published = pasted.Published.Trim();
        fault = published.Length > 0 && !PartialDate.TryParse(published, out _) ? "A date is written like 2020-02-25." : null;
        if (fault is not null)
        {
            return;
        }

        isReading = true;
        try
        {
            var text = await TextAsync();
            tooLong = text is null;
            if (text is not null)
            {
                pasted.Text = text;
                // A long article takes a moment; the page stays alive meanwhile.
                pasted.Photos = await Task.Run(() => articles.Read(text, published), gone.Token);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
        finally
        {
            isReading = false;
        }
    }

    /// <summary>What stands in the box, as a stream: a message of the circuit would be too small for it. Null when it is too long.</summary>
    private async Task<string?> TextAsync()
    {
        module ??= await browser.InvokeAsync<IJSObjectReference>("import", "./Features/Article/ArticlePage.razor.js");
        await using var reference = await module.InvokeAsync<IJSStreamReference>("text", gone.Token, box);
        if (reference.Length > MostBytes)
        {
            return null;
        }

        await using var stream = await reference.OpenReadStreamAsync(MostBytes, gone.Token);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(gone.Token);
    }
}
