using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace MediaDesk.Web.Features.Sheet;

/// <summary>Where an editor is: the search, the page of its results and the photo in the loupe. The address bar is the state.</summary>
/// <param name="After">The cursor of the page; null for the first.</param>
/// <param name="Page">Which page that is, to say "61 to 120"; a cursor does not tell.</param>
/// <param name="Photo">The photo in the loupe; null shows the sheet.</param>
public sealed record SheetAddress(string? Query, string? After = null, int Page = 1, long? Photo = null)
{
    public const int PageSize = 60;

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

    /// <summary>From what the address bar says; a page number without a cursor means nothing.</summary>
    public static SheetAddress Of(string? query, string? after, int? page, long? photo) =>
        string.IsNullOrEmpty(after)
            ? new(query, null, 1, photo)
            : new(query, after, Math.Clamp(page ?? 2, 2, int.MaxValue / PageSize), photo);

    /// <summary>The page that a cursor of this one leads on to.</summary>
    public SheetAddress NextPage(string cursor) => this with { After = cursor, Page = Page + 1, Photo = null };

    /// <summary>The page that a cursor of this one leads back to; an empty cursor is the first page.</summary>
    public SheetAddress PreviousPage(string cursor) =>
        cursor.Length == 0
            ? new(Query)
            : this with { After = cursor, Page = Math.Max(2, Page - 1), Photo = null };
}
