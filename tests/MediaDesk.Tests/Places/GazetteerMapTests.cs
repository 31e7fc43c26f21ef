using MediaDesk.Places;

namespace MediaDesk.Tests.Places;

public sealed class GazetteerMapTests(GazetteerFixture fixture)
{
    private readonly Gazetteer gazetteer = fixture.Gazetteer;

    [Fact]
    public void Position_HasANearestCity_WithDistanceAndDirection()
    {
        // Bab al-Hawa, the crossing: no town, so the nearest is another one and says how far.
        var nearest = gazetteer.Nearest(36.24, 36.70)!;

        Assert.Equal(("Sarmada", "Idlib", "SYR"), (nearest.Place.Name, nearest.Place.Region, nearest.Place.CountryCode));
        Assert.InRange(nearest.DistanceKm, 1, 10);
        Assert.Matches(@"^\d+(\.\d)? km (N|NE|E|SE|S|SW|W|NW) of Sarmada$", nearest.Words);
    }

    [Theory]
    [InlineData(1, 0, "N")]
    [InlineData(1, 1, "NE")]
    [InlineData(0, 1, "E")]
    [InlineData(-1, 0, "S")]
    [InlineData(0, -1, "W")]
    public void Direction_IsFromThePlaceToThePosition(double north, double east, string direction)
    {
        var quito = gazetteer.FindWritten("Quito").First(place => place.Kind is PlaceKind.City);

        var way = Gazetteer.Distance(quito, quito.Latitude!.Value + north, quito.Longitude!.Value + east)!;

        Assert.Equal(direction, way.Direction);
        Assert.InRange(way.DistanceKm, 111, 158);
    }

    [Fact]
    public void Nearest_LooksAcrossTheDateLine()
    {
        // West of the line, while the nearest town lies east of it, on Taveuni or Vanua Levu.
        var west = gazetteer.Nearest(-16.8, 179.99)!;
        var east = gazetteer.Nearest(-16.8, -179.99)!;

        Assert.Equal("FJI", west.Place.CountryCode);
        Assert.Equal(west.Place, east.Place);
        Assert.InRange(Math.Abs(west.DistanceKm - east.DistanceKm), 0, 3);
    }

    [Theory]
    [InlineData(90, 0)]
    [InlineData(90, 180)]
    [InlineData(-90, -45)]
    [InlineData(0, 180)]
    [InlineData(0, -180)]
    public void PolesAndTheDateLine_HaveANearestCityToo(double latitude, double longitude) =>
        Assert.True(gazetteer.Nearest(latitude, longitude)!.DistanceKm > 0);

    [Fact]
    public void Nearest_IsTheSame_AsAMeasureOfAllCities()
    {
        var random = new Random(4);
        var everywhere = gazetteer.Within(new(-90, -180, 90, 180), 5000, PlaceKind.City);
        for (var round = 0; round < 200; round++)
        {
            var (latitude, longitude) = (random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180);
            var best = everywhere.Min(place => Gazetteer.Distance(place, latitude, longitude)!.DistanceKm);

            Assert.True(gazetteer.Nearest(latitude, longitude)!.DistanceKm <= best + 0.01);
        }
    }

    [Theory]
    [InlineData(91, 0)]
    [InlineData(0, 181)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void WhatIsNoPosition_IsNearNothing(double latitude, double longitude) => Assert.Null(gazetteer.Nearest(latitude, longitude));

    [Fact]
    public void Box_HoldsItsLargestPlaces_AlsoAcrossTheDateLine()
    {
        var syria = gazetteer.Within(new(35.5, 36, 37, 38), 5, PlaceKind.City);
        var fiji = gazetteer.Within(new(-20, 175, -12, -175), 20, PlaceKind.City);

        Assert.Equal("Aleppo", syria[0].Name);
        Assert.Equal(5, syria.Count);
        Assert.Contains(fiji, place => place.Name == "Suva");
        Assert.All(fiji, place => Assert.True(place.Longitude is >= 175 or <= -175));
    }
}
