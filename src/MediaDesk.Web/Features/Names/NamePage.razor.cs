using System.Globalization;
using MediaDesk.Search;
using MediaDesk.Web.Features.Sheet;
using Microsoft.AspNetCore.Components;

namespace MediaDesk.Web.Features.Names;

/// <summary>A photographer or an agency: how many photos in which year, from where, with whom, and the newest. All of it leads into searches.</summary>
public sealed partial class NamePage(NameProfiles profiles, NavigationManager nav) : ComponentBase, IDisposable
{
    /// <summary>Values of a list; more are found in the filters of the search.</summary>
    private const int Most = 10;

    private readonly CancellationTokenSource leaving = new();
    private NameProfile? profile;
    private (bool IsAgency, string? Name)? shown;

    /// <summary>In any spelling.</summary>
    [SupplyParameterFromQuery(Name = "name")] private string? Name { get; set; }

    private bool IsAgency => nav.ToBaseRelativePath(nav.Uri).StartsWith("agency", StringComparison.Ordinal);

    private string Heading => profile?.Name ?? Name ?? (IsAgency ? "Agency" : "Photographer");

    private IReadOnlyList<FacetValue> Years => [.. Enumerable.Reverse(profile!.Facets.GetValueOrDefault("year")?.Values ?? [])];

    private IReadOnlyList<(string Title, string Field)> Lists => IsAgency
        ? [("Photographers", "by"), ("Comes from", "origin"), ("Comes through", "distributor"), ("Countries", "country"), ("Cities", "city")]
        : [("Agencies", "agency"), ("With", "by"), ("Countries", "country"), ("Cities", "city")];

    protected override async Task OnParametersSetAsync()
    {
        if (shown == (IsAgency, Name))
        {
            return;
        }

        (shown, profile) = ((IsAgency, Name), null);
        profile = Name is null ? null
            : IsAgency ? await profiles.AgencyAsync(Name, leaving.Token)
            : await profiles.PhotographerAsync(Name, leaving.Token);
    }

    /// <summary>The search for the name's photos, with one more condition or with that alone.</summary>
    private string Href(string? field, string value = "", bool alone = false)
    {
        var query = alone ? SearchQuery.All : profile!.Query;
        return new SheetAddress((field is null ? query : query.Toggle(field, value)).Text).Href;
    }

    private string Share(int count) => (100.0 * count / Years.Max(year => year.Count)).ToString("0.#", CultureInfo.InvariantCulture) + "%";

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
