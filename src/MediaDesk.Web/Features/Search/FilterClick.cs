using MediaDesk.Search;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace MediaDesk.Web.Features.Search;

/// <summary>A click on a filter: it makes a value a condition, or with Alt excludes it; another one takes that away.</summary>
internal static class FilterClick
{
    /// <param name="field">The field that is asked for, given the search as it is by then.</param>
    public static void Choose(NavigationManager nav, MouseEventArgs click, string value, Func<SearchQuery, string> field)
    {
        // What is shown may still be the search before: the address knows what has been clicked meanwhile. And a double click is one.
        var address = SheetAddress.At(nav);
        if (click.Detail <= 1 && SearchQuery.Parse(address.Query).Query is { } query)
        {
            var asked = field(query);
            var exclude = click.AltKey || query.Has(asked, value, exclude: true);
            nav.NavigateTo(address.Searching(query.Toggle(asked, value, exclude).ToString()).Href);
        }
    }
}
