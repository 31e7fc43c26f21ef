using System.Globalization;
using MediaDesk.Places;

namespace MediaDesk.Web.Controls;

/// <summary>Places in an editor's words.</summary>
public static class PlaceWords
{
    /// <summary>What it lies in: <c>Idlib, Syria</c>.</summary>
    public static string Around(Place place) =>
        string.Join(", ", new[]
        {
            place.Kind is PlaceKind.Region ? null : place.Region,
            place.Kind is PlaceKind.Country ? null : place.Country,
        }.Where(part => !string.IsNullOrEmpty(part)).Distinct());

    /// <summary>With what it lies in: <c>Saraqib, Idlib, Syria</c>.</summary>
    public static string Whole(Place place) =>
        string.Join(", ", Around(place).Split(", ").Prepend(place.Name).Where(part => part.Length > 0).Distinct());

    public static string Kind(Place place) => place.Kind.ToString().ToLowerInvariant();

    public static string People(Place place) =>
        place.Population == 0 ? "" : place.Population.ToString("N0", CultureInfo.InvariantCulture);
}
