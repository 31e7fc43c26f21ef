using System.Runtime.InteropServices;
using MediaDesk.Places;

namespace MediaDesk.Search;

/// <summary>Counts photos by cells of a part of the map.</summary>
internal static class MapCells
{
    /// <summary>The cells, the fullest first.</summary>
    /// <param name="photos">Where each is, in degrees, and its number.</param>
    /// <param name="cell">The side of a cell, in degrees.</param>
    public static IReadOnlyList<MapCell> Of(IEnumerable<(double Latitude, double Longitude, long Media)> photos, GeoBox box, double cell, int most)
    {
        var cells = new Dictionary<(int Row, int Column), MapCell>();
        foreach (var (latitude, longitude, media) in photos.Where(photo => box.Holds(photo.Latitude, photo.Longitude)))
        {
            ref var here = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, ((int)((latitude + 90) / cell), (int)((longitude + 180) / cell)), out _);
            // The sums, until all are counted.
            here = here is null ? new(latitude, longitude, 1, latitude, longitude, latitude, longitude, media) : new(
                here.Latitude + latitude, here.Longitude + longitude, here.Count + 1, Math.Min(here.South, latitude), Math.Min(here.West, longitude),
                Math.Max(here.North, latitude), Math.Max(here.East, longitude), Math.Max(here.Photo, media));
        }

        return [.. cells.Values.OrderByDescending(one => one.Count).Take(most).Select(one => one with { Latitude = one.Latitude / one.Count, Longitude = one.Longitude / one.Count })];
    }
}
