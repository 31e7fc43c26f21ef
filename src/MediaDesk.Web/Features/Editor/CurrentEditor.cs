using MediaDesk.Model;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Editor;

/// <summary>
/// Who sits at this browser. The name is asked when the first change is to be stored, is remembered in the browser, and can
/// be changed at any time.
/// </summary>
public sealed class CurrentEditor(IJSRuntime browser) : IAsyncDisposable
{
    private IJSObjectReference? module;
    private TaskCompletionSource<string?>? answer;
    private bool isLoaded;
    private int places;

    /// <summary>Null while nobody has said it.</summary>
    public string? Name { get; private set; }

    /// <summary>Whether the text box "Your name" is to be shown.</summary>
    public bool IsAsking { get; private set; }

    /// <summary>Whether a page has a better place for the text box than the bar at its foot.</summary>
    public bool HasPlace => places > 0;

    /// <summary>Raised when the name, the asking or the place has changed, on the circuit's own thread.</summary>
    public event Action? Changed;

    /// <summary>The name, asked for when it is not known; null when the editor would rather not say it now.</summary>
    public async Task<string?> RequireAsync()
    {
        await LoadAsync();
        if (Name is not null)
        {
            return Name;
        }

        Ask();
        answer ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        return await answer.Task;
    }

    /// <summary>Reads what the browser remembers. Only while the page is interactive.</summary>
    public async Task LoadAsync()
    {
        if (isLoaded)
        {
            return;
        }

        module ??= await browser.InvokeAsync<IJSObjectReference>("import", "./Features/Editor/YourName.razor.js");
        Name ??= EditorName.Clean(await module.InvokeAsync<string?>("remembered"));
        isLoaded = true;
        Changed?.Invoke();
    }

    /// <summary>Shows the text box, for a first name or another one.</summary>
    public void Ask()
    {
        IsAsking = true;
        Changed?.Invoke();
    }

    /// <summary>Takes the name. False when it is blank or too long to be one.</summary>
    public async Task<bool> ConfirmAsync(string? typed)
    {
        if (EditorName.Clean(typed) is not { } name)
        {
            return false;
        }

        Name = name;
        Answer(name);
        if (module is not null)
        {
            await module.InvokeVoidAsync("remember", name);
        }

        return true;
    }

    public void Cancel() => Answer(null);

    /// <summary>A page offers a place for the text box until the result is disposed.</summary>
    public IDisposable OfferPlace()
    {
        places++;
        Changed?.Invoke();
        return new Place(this);
    }

    public async ValueTask DisposeAsync()
    {
        answer?.TrySetResult(null);
        try
        {
            await (module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the module with it.
        }
    }

    private void Answer(string? name)
    {
        IsAsking = false;
        var waiting = answer;
        answer = null;
        waiting?.TrySetResult(name);
        Changed?.Invoke();
    }

    private sealed class Place(CurrentEditor editor) : IDisposable
    {
        private bool isGone;

        public void Dispose()
        {
            if (!isGone)
            {
                isGone = true;
                editor.places--;
                editor.Changed?.Invoke();
            }
        }
    }
}
