using System.Globalization;
using MediaDesk.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>Where an editor is: the search, its order, the page of its results, the photo in the loupe, the map. The address bar is the state.</summary>
/// <param name="After">The cursor of the page; null for the first.</param>
/// <param name="Page">Which page that is, to say "61 to 120"; a cursor does not tell.</param>
/// <param name="Photo">The photo in the loupe; null shows the sheet.</param>
/// <param name="AreFolded">Whether photos that look alike stand behind one another; null as is usual for the search.</param>
/// <param name="IsMap">Whether the map of the results stands above the sheet.</param>
public sealed record SheetAddress(
    string? Query, string? After = null, int Page = 1, long? Photo = null, SheetOrder Order = SheetOrder.Newest, bool IsMap = false,
    bool? AreFolded = null)
{
    public const int PageSize = 60;

    private const string Map = "map", Folded = "folded", Apart = "apart";

    /// <summary>On the whole desk every photo that came is seen; what is searched is found once.</summary>
    public SheetFolding Folding => AreFolded ?? !string.IsNullOrWhiteSpace(Query) ? SheetFolding.Folded : SheetFolding.Counted;

    /// <summary>How many photos stand before this page.</summary>
    public int Skipped => (Page - 1) * PageSize;

    /// <summary>Relative to the base address, ready for a link.</summary>
    public string Href
    {
        get
        {
            var values = new Dictionary<string, string?>();
            if (!string.IsNullOrWhiteSpace(Query))
            {
                values["q"] = Query;
            }

            if (Order != SheetOrder.Newest)
            {
                values["sort"] = Name(Order);
            }

            if (IsMap)
            {
                values["view"] = Map;
            }

            if (AreFolded is { } folded)
            {
                values["alike"] = folded ? Folded : Apart;
            }

            if (!string.IsNullOrEmpty(After))
            {
                values["after"] = After;
                values["page"] = Page.ToString(CultureInfo.InvariantCulture);
            }

            if (Photo is { } id)
            {
                values["photo"] = id.ToString(CultureInfo.InvariantCulture);
            }

            return QueryHelpers.AddQueryString("/", values);
        }
    }

    /// <summary>What the address calls an order.</summary>
    public static string Name(SheetOrder order) => order.ToString().ToLowerInvariant();

    /// <summary>From what the address bar says; a page number without a cursor means nothing, and an order that there is not is the usual one.</summary>
    public static SheetAddress Of(string? query, string? after, int? page, long? photo, string? sort = null, string? view = null, string? alike = null)
    {
        var order = Enum.GetValues<SheetOrder>().FirstOrDefault(order => Name(order) == sort);
        var isMap = view == Map;
        bool? areFolded = alike switch { Folded => true, Apart => false, _ => null };
        return string.IsNullOrEmpty(after)
            ? new(query, null, 1, photo, order, isMap, areFolded)
            : new(query, after, Math.Clamp(page ?? 2, 2, int.MaxValue / PageSize), photo, order, isMap, areFolded);
    }

    /// <summary>The address a browser is at; on other pages than the desk that of the whole desk.</summary>
    public static SheetAddress At(NavigationManager nav)
    {
        var uri = nav.ToAbsoluteUri(nav.Uri);
        var said = QueryHelpers.ParseQuery(uri.Query);
        string? Said(string name) => said.TryGetValue(name, out var value) ? value.ToString() : null;
        return nav.ToBaseRelativePath(uri.GetLeftPart(UriPartial.Path)).Length > 0 ? new(Said("q")) : Of(
            Said("q"), Said("after"), int.TryParse(Said("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null,
            long.TryParse(Said("photo"), NumberStyles.None, CultureInfo.InvariantCulture, out var photo) ? photo : null, Said("sort"), Said("view"), Said("alike"));
    }

    /// <summary>The first page of another search, in the same order and view.</summary>
    public SheetAddress Searching(string? query) => this with { Query = query, After = null, Page = 1, Photo = null };

    /// <summary>From the query of an address; null or what is none gives all photos.</summary>
    public static SheetAddress Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Text(string name) => values.TryGetValue(name, out var all) ? all[0] : null;
        return Of(
            Text("q"), Text("after"), int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null,
            long.TryParse(Text("photo"), NumberStyles.None, CultureInfo.InvariantCulture, out var photo) ? photo : null);
    }

    /// <summary>The page that a cursor of this one leads on to.</summary>
    public SheetAddress NextPage(string cursor) => this with { After = cursor, Page = Page + 1, Photo = null };

    /// <summary>The page that a cursor of this one leads back to; an empty cursor is the first page.</summary>
    public SheetAddress PreviousPage(string cursor) =>
        cursor.Length == 0
            ? Searching(Query)
            : this with { After = cursor, Page = Math.Max(2, Page - 1), Photo = null };
}
