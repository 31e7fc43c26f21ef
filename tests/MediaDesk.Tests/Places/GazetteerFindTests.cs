using MediaDesk.Places;

namespace MediaDesk.Tests.Places;

public sealed class GazetteerFindTests(GazetteerFixture fixture)
{
    private readonly Gazetteer gazetteer = fixture.Gazetteer;

    [Theory]
    [InlineData("Idlib", "Idlib", "SYR")]
    [InlineData("Idleb", "Idlib", "SYR")]
    [InlineData("إدلب", "Idlib", "SYR")]
    [InlineData("ادلب", "Idlib", "SYR")]
    [InlineData("Saraqib", "Saraqib", "SYR")]
    [InlineData("سراقب", "Saraqib", "SYR")]
    [InlineData("Kyiv", "Kyiv", "UKR")]
    [InlineData("Kiev", "Kyiv", "UKR")]
    [InlineData("Київ", "Kyiv", "UKR")]
    [InlineData("KIEV", "Kyiv", "UKR")]
    [InlineData("Köln", "Köln", "DEU")]
    [InlineData("Koeln", "Köln", "DEU")]
    [InlineData("Cologne", "Köln", "DEU")]
    [InlineData("Alep", "Aleppo", "SYR")]
    [InlineData("حلب", "Aleppo", "SYR")]
    [InlineData("東京", "Tokyo", "JPN")]
    [InlineData("서울", "Seoul", "KOR")]
    [InlineData("ירושלים", "Jerusalem", "ISR")]
    [InlineData("Αθήνα", "Athens", "GRC")]
    [InlineData("दिल्ली", "Delhi", "IND")]
    [InlineData("Sotchi", "Sochi", "RUS")]
    [InlineData("Paris", "Paris", "FRA")]
    [InlineData("San Jose", "San José", "CRI")]
    public void Name_InAnyScriptOrSpelling_FindsTheCityFirst(string written, string name, string country)
    {
        var cities = gazetteer.FindWritten(written).Where(place => place.Kind is PlaceKind.City).ToList();

        Assert.Contains(cities.Take(3), place => place.Name == name && place.CountryCode == country);
    }

    [Fact]
    public void PlacesOfOneName_AreOrdered_ByPeople()
    {
        var cities = gazetteer.FindWritten("Tripoli").Where(place => place.Kind is PlaceKind.City).ToList();

        Assert.Equal(["LBY", "LBN"], cities.Take(2).Select(place => place.CountryCode!));
    }

    [Theory]
    [InlineData("Syria", "SY")]
    [InlineData("Syrie", "SY")]
    [InlineData("سوريا", "SY")]
    [InlineData("Turquie", "TR")]
    [InlineData("Ukraine", "UA")]
    [InlineData("Georgia", "GE")]
    [InlineData("日本", "JP")]
    public void NameOfACountry_InAnyLanguage_IsTheCountryFirst(string written, string id)
    {
        var first = gazetteer.FindWritten(written)[0];

        Assert.Equal((PlaceKind.Country, id), (first.Kind, first.Id));
    }

    [Fact]
    public void City_CarriesItsHierarchy_WithIsoCodes()
    {
        var idlib = gazetteer.FindWritten("Idlib").First(place => place.Kind is PlaceKind.City);

        Assert.Equal(("169389", "Idlib", "Syria", "SYR"), (idlib.Id, idlib.Region, idlib.Country, idlib.CountryCode));
        Assert.Equal([("SY.12", PlaceKind.Region), ("SY", PlaceKind.Country)], gazetteer.Ancestors(idlib).Select(place => (place.Id, place.Kind)));
        Assert.InRange(idlib.Population, 50_000, 500_000);
        Assert.InRange(idlib.Latitude!.Value, 35.9, 36.0);
        Assert.InRange(idlib.Longitude!.Value, 36.6, 36.7);
    }

    [Fact]
    public void RegionAndCountry_ArePlaces_AmidTheirCities()
    {
        var region = gazetteer.Region("إدلب", "SYR")!;
        var country = gazetteer.Country("SYR")!;

        Assert.Equal("SY.12", region.Id);
        Assert.InRange(region.Latitude!.Value, 35.4, 36.3);
        Assert.InRange(region.Longitude!.Value, 36.2, 37.1);
        Assert.Equal(("SY", "Syria", "SYR"), (country.Id, country.Name, country.CountryCode));
        Assert.InRange(country.Latitude!.Value, 33, 37);
        Assert.True(country.Population > region.Population);
    }

    [Theory]
    [InlineData("Gaza Strip", "PS.GZ")]
    [InlineData("West Bank", "PS.WE")]
    [InlineData("Kharkiv", "UA.07")]
    [InlineData("Donetsk", "UA.05")]
    [InlineData("California", "US.CA")]
    [InlineData("Scotland", "GB.SCT")]
    public void Region_IsFound_WithoutTheWordForIt(string written, string id) =>
        Assert.Contains(gazetteer.FindWritten(written), place => place.Id == id && place.Kind is PlaceKind.Region);

    [Fact]
    public void CountryOfFiji_LiesInFiji_ThoughItCrossesTheDateLine() =>
        Assert.InRange(Math.Abs(gazetteer.Country("FJI")!.Longitude!.Value), 177, 180);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("no such place anywhere")]
    [InlineData("_sy.12")]
    [InlineData("\u0000\u0001\u001b[31m")]
    [InlineData("\ud800")]
    [InlineData("'; DROP TABLE places; --")]
    public void NameOfNothing_IsNotFound(string written)
    {
        Assert.Empty(gazetteer.FindWritten(written));
        Assert.Empty(gazetteer.Find(written));
    }

    [Fact]
    public void NameOfAMegabyte_IsNotFound_AndTakesNoTime()
    {
        var monster = new string('a', 1 << 20);

        Assert.Empty(gazetteer.FindWritten(monster));
        Assert.Empty(gazetteer.Find(monster));
        Assert.Empty(gazetteer.Complete(monster, 10));
    }

    [Fact]
    public void AirportCodesAndLetterByLetterSpellings_AreNoNames()
    {
        Assert.DoesNotContain(gazetteer.FindWritten("ALP"), place => place.Name == "Aleppo");
        Assert.Empty(gazetteer.FindWritten("mhafzt adlb"));
    }

    [Fact]
    public void Id_LeadsBackToThePlace()
    {
        foreach (var place in gazetteer.FindWritten("Aleppo").Concat(gazetteer.FindWritten("Georgia")))
        {
            Assert.Equal(place, gazetteer.ById(place.Id));
        }

        Assert.Null(gazetteer.ById("SY.12.nothing"));
        Assert.Null(gazetteer.ById(""));
    }

    [Fact]
    public void MissOfAName_AllocatesNothing()
    {
        gazetteer.Find("the president of nothing");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            gazetteer.Find("the president of nothing");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
