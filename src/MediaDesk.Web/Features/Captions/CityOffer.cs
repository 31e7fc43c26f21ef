using MediaDesk.Web.Controls;

namespace MediaDesk.Web.Features.Captions;

/// <summary>A city in the list under City, and what becomes of the fields when it is taken: texts by property id.</summary>
public sealed record CityOffer(PlaceOffer Offer, IReadOnlyDictionary<string, string> Fields)
{
    public string Name => Offer.Name;

    public string Hint => Offer.Hint;
}
