using MediaDesk.Captions;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Places;
using MediaDesk.Web.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace MediaDesk.Web.Features.Captions;

/// <summary>
/// Offers the gazetteer's cities while City is being typed in, and where a photo has a position but no place, the nearest city with its distance.
/// Both only offer: what an editor takes becomes drafts of City, Province/State, Country and Country code.
/// </summary>
public sealed partial class CityPlaces(IJSRuntime browser, Gazetteer gazetteer) : IAsyncDisposable
{
    private const int Offered = 8;

    private static readonly NewsroomField[] PlaceFields = [NewsroomFields.Sublocation, NewsroomFields.City, NewsroomFields.ProvinceState, NewsroomFields.Country, NewsroomFields.CountryCode];

    private ElementReference root;
    private BrowserScript? script;

    [Parameter, EditorRequired] public required MediaDetails Photo { get; set; }

    /// <summary>As <see cref="CaptionField.OnTake"/>.</summary>
    [Parameter] public EventCallback<(string Field, string Text, bool IsDraft)> OnTake { get; set; }

    private NearestPlace? Nearest =>
        Photo.Reading.Gps is { } gps && PlaceFields.All(one => string.IsNullOrWhiteSpace(Photo.Fields.Text(one.Id))) ? gazetteer.Nearest(gps.Lat, gps.Lon) : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            script = await BrowserScript.AttachAsync(browser, "./Features/Captions/CityPlaces.razor.js", root, this);
        }
    }

    /// <summary>Called by the browser while City is being typed in.</summary>
    [JSInvokable]
    public IReadOnlyList<CityOffer> Complete(string typed) =>
        [.. gazetteer.Complete(typed, Offered, PlaceKind.City).Select(suggestion => new CityOffer(PlaceOffer.Of(suggestion), FieldsOf(suggestion.Place)))];

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            await script.DisposeAsync();
        }
    }

    private async Task TakeNearestAsync(NearestPlace nearest)
    {
        foreach (var (field, text) in FieldsOf(nearest.Place))
        {
            await OnTake.InvokeAsync((field, text, true));
        }
    }

    /// <summary>What the place says in each of its fields; a level it does not lie in is left as it is.</summary>
    private static Dictionary<string, string> FieldsOf(Place place)
    {
        var fields = new Dictionary<string, string> { [NewsroomFields.City.Id] = place.Name };
        foreach (var (field, text) in new[] { (NewsroomFields.ProvinceState, place.Region), (NewsroomFields.Country, place.Country), (NewsroomFields.CountryCode, place.CountryCode) })
        {
            if (!string.IsNullOrEmpty(text))
            {
                fields[field.Id] = text;
            }
        }

        return fields;
    }
}
