using MediaDesk.Model;
using MediaDesk.Places;

namespace MediaDesk.HousePlaces;

/// <summary>A place of the house as the page lists it. <paramref name="Place"/> is what the gazetteer makes of it; null for a moment until it has been told.</summary>
public sealed record HousePlaceView(HousePlace Row, Place? Place, Place? LiesIn);

/// <summary>A name of the house for a place of the gazetteer. <paramref name="Place"/> is null when the gazetteer no longer has the place: its import was removed.</summary>
public sealed record PlaceAliasView(PlaceAlias Row, Place? Place);
