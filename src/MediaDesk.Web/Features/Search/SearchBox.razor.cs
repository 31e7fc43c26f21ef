using MediaDesk.Search;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaDesk.Web.Features.Search;

/// <summary>
/// The one search box, on every page. What was searched stands as conditions that can be changed and taken away; what is typed
/// is added to them. A search that cannot be understood is in the address too: it shows no photos and says where it fails.
/// </summary>
public sealed partial class SearchBox(NavigationManager nav) : ComponentBase, IDisposable
{
    private ElementReference box;
    private List<string> conditions = [];
    private string typed = "";
    private SearchFault? fault;
    private string faultText = "";

    private int Start => Math.Clamp(fault?.Position ?? 0, 0, faultText.Length);

    private int End => Math.Clamp(Start + (fault?.Length ?? 0), Start, faultText.Length);

    private string Suggested => string.Concat(faultText.AsSpan(0, Start), fault?.Suggestion, faultText.AsSpan(End));

    protected override void OnInitialized()
    {
        nav.LocationChanged += OnLocationChanged;
        ReadAddress();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        ReadAddress();
        StateHasChanged();
    }

    private void ReadAddress()
    {
        var query = QueryHelpers.ParseQuery(nav.ToAbsoluteUri(nav.Uri).Query);
        Take(query.TryGetValue("q", out var text) ? text.ToString() : "");
    }

    /// <summary>Shows a search as conditions, or as text with its fault.</summary>
    private void Take(string text)
    {
        var parse = SearchQuery.Parse(text);
        conditions = parse.Query is { } query && !string.IsNullOrWhiteSpace(text) ? [.. query.Conditions] : [];
        typed = parse.Query is null ? text : "";
        (fault, faultText) = (parse.Fault, text);
    }

    private Task SearchAsync()
    {
        var added = SearchQuery.Parse(typed);
        Go(string.IsNullOrWhiteSpace(typed) ? conditions : conditions.Concat(added.Query?.Conditions ?? [typed]));
        return Task.CompletedTask;
    }

    private void Go(IEnumerable<string> wanted)
    {
        var text = string.Join(' ', wanted);
        text = SearchQuery.Parse(text).Query?.ToString() ?? text;
        Take(text);
        nav.NavigateTo(new SheetAddress(text).Href);
    }

    private async Task EditAsync(int index)
    {
        typed = string.IsNullOrWhiteSpace(typed) ? conditions[index] : $"{typed} {conditions[index]}";
        conditions.RemoveAt(index);
        await box.FocusAsync();
    }

    private void Remove(int index) => Go(conditions.Where((_, i) => i != index));

    private void Clear() => Go([]);

    private Task TakeSuggestionAsync()
    {
        typed = Suggested;
        return SearchAsync();
    }

    /// <summary>A condition as the chip shows it: the field quieter than its value.</summary>
    private static (string Field, string Value) Split(string condition)
    {
        var colon = condition.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && condition[..colon].All(sign => char.IsLetter(sign) || sign == '-')
            ? (condition[..(colon + 1)], condition[(colon + 1)..].Trim('"'))
            : ("", condition);
    }

    public void Dispose() => nav.LocationChanged -= OnLocationChanged;
}
