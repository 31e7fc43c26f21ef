using Bunit;
using MediaDesk.Captions;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Features.Captions;

namespace MediaDesk.Web.Tests.Places;

public sealed class CityPlacesTests : RealDesk
{
    [Fact]
    public async Task Typing_OffersCities_WithEveryFieldTheyFill()
    {
        var photo = await PhotoAsync(Reading());
        var places = Render<CityPlaces>(parameters => parameters.Add(one => one.Photo, photo));

        var offer = places.Instance.Complete("edli")[0];

        Assert.Equal("Idlib", offer.Name);
        Assert.Contains("Edlib", offer.Hint, StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, string> { ["cityName"] = "Idlib", ["provinceState"] = "Idlib", ["countryName"] = "Syria", ["countryCode"] = "SYR" },
            offer.Fields);
    }

    [Fact]
    public async Task PositionWithoutPlace_OffersTheNearestCityWithItsDistance_AndWritesNothingByItself()
    {
        var photo = await PhotoAsync(Reading() with { Gps = new(36.05, 36.9) });
        var taken = new List<(string Field, string Text, bool IsDraft)>();

        var places = Render<CityPlaces>(parameters => parameters.Add(one => one.Photo, photo).Add(one => one.OnTake, taken.Add));
        Assert.Matches(@"Camera: \d+(\.\d)? km (N|NE|E|SE|S|SW|W|NW) of ", places.Find(".near").TextContent);
        Assert.Empty(taken);

        await places.Find(".near .link").ClickAsync();
        Assert.Equal(["cityName", "provinceState", "countryName", "countryCode"], taken.Select(one => one.Field));
        Assert.All(taken, one => Assert.True(one.IsDraft));
    }

    [Fact]
    public async Task PositionOfAPhotoThatSaysItsPlace_OffersNothing()
    {
        var photo = await PhotoAsync(Reading((NewsroomFields.Country.Id, "Syria")) with { Gps = new(36.05, 36.9) });

        Assert.Empty(Render<CityPlaces>(parameters => parameters.Add(one => one.Photo, photo)).FindAll(".near"));
    }

    private async Task<MediaDetails> PhotoAsync(MetadataReading reading) =>
        (await Get<MediaDetailsReader>().FindAsync(await AddPhotoAsync("a.jpg", reading), Cancel))!;
}
