using MediaDesk.Data;
using MediaDesk.HousePlaces;
using MediaDesk.Model;
using MediaDesk.Places;

namespace MediaDesk.Tests.HousePlaces;

public sealed class HousePlaceBookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Qaminas", PlaceKind.City, "Idlib", "SYR")]
    [InlineData("Bab al-Hawa", PlaceKind.Site, "Idlib", "SYR")]
    [InlineData("باب الهوى", PlaceKind.Site, "Idlib", "SYR")]
    [InlineData("Cilvegozu", PlaceKind.Site, "Hatay", "TUR")]
    [InlineData("Zaatari", PlaceKind.Site, "Mafraq", "JOR")]
    [InlineData("Capitol Hill", PlaceKind.Site, "District of Columbia", "USA")]
    [InlineData("Edlib", PlaceKind.City, "Idlib", "SYR")]
    public void PlacesThatComeWithTheDesk_AreFoundFirst_AlsoWithoutADesk(string written, PlaceKind kind, string region, string country)
    {
        var first = new Gazetteer().FindWritten(written)[0];

        Assert.Equal((kind, region, country), (first.Kind, first.Region, first.CountryCode));
    }

    [Fact]
    public async Task EveryPlaceThatComesWithTheDesk_LiesInAPlaceTheGazetteerHas_NearIt()
    {
        await using var desk = await SeededAsync();
        var book = desk.Get<HousePlaceBook>();

        var places = await book.PlacesAsync(Stop);
        var aliases = await book.AliasesAsync(Stop);

        Assert.True(places.Count > 70 && aliases.Count > 40);
        Assert.All(places, view => Assert.NotNull(view.LiesIn));
        Assert.All(aliases, view => Assert.NotNull(view.Place));
        // A position that was typed wrong lies far from what it is said to lie in; Russia's and China's middles are far from everything.
        Assert.All(places, view => Assert.InRange(Gazetteer.Distance(view.LiesIn!, view.Row.Latitude!.Value, view.Row.Longitude!.Value)!.DistanceKm, 0, 700));
    }

    [Fact]
    public async Task Place_Added_IsFoundAtOnce_WithHierarchyAndNearby()
    {
        await using var desk = await SeededAsync();
        var gazetteer = desk.Get<Gazetteer>();

        var saved = await desk.Get<HousePlaceBook>().SaveAsync(
            new(null, "Vantablock Crossing", HousePlaceKind.Site, "SY.12", "36.2403, 36.7000", ["معبر فانتا"]), "Noor", Stop);

        var place = gazetteer.FindWritten("معبر فانتا")[0];
        Assert.Equal($"H{saved.Id}", place.Id);
        Assert.Equal(("Vantablock Crossing", PlaceKind.Site, "Idlib", "Syria", "SYR"), (place.Name, place.Kind, place.Region, place.Country, place.CountryCode));
        Assert.Equal(["SY.12", "SY"], gazetteer.Ancestors(place).Select(above => above.Id));
        Assert.Contains(gazetteer.Complete("vantab", 5), suggestion => suggestion.Place == place);
        Assert.InRange(gazetteer.Nearest(36.2403, 36.7, PlaceKind.Site)!.DistanceKm, 0, 0.2);
    }

    [Fact]
    public async Task Place_ChangedRemovedAndPutBack_IsFollowedByTheGazetteer()
    {
        await using var desk = await SeededAsync();
        var (book, gazetteer) = (desk.Get<HousePlaceBook>(), desk.Get<Gazetteer>());
        var id = (await book.SaveAsync(new(null, "Oldmarket", HousePlaceKind.City, "SY.12", null, []), "Noor", Stop)).Id!.Value;

        await book.SaveAsync(new(id, "Newmarketville", HousePlaceKind.City, "SY.09", "36.2 37.1", ["Oldmarket Town"]), "Ana", Stop);
        Assert.Empty(gazetteer.FindWritten("Oldmarket"));
        Assert.Equal("Aleppo", gazetteer.FindWritten("Oldmarket Town")[0].Region);

        Assert.True(await book.RemovePlaceAsync(id, true, "Ana", Stop));
        Assert.Empty(gazetteer.FindWritten("Newmarketville"));
        Assert.True(await book.RemovePlaceAsync(id, false, "Ana", Stop));
        Assert.Single(gazetteer.FindWritten("Newmarketville"));
    }

    [Fact]
    public async Task Alias_MakesItsPlaceTheFirstOfThatName()
    {
        await using var desk = await SeededAsync();
        var (book, gazetteer) = (desk.Get<HousePlaceBook>(), desk.Get<Gazetteer>());
        var odessaInTexas = gazetteer.FindWritten("Odessa").First(place => place.CountryCode == "USA");

        var saved = await book.SaveAliasAsync("Odessa", odessaInTexas.Id, "Noor", Stop);

        Assert.Equal(odessaInTexas, gazetteer.FindWritten("Odessa")[0]);
        Assert.Contains(gazetteer.FindWritten("Odessa"), place => place.CountryCode == "UKR");
        Assert.True(await book.RemoveAliasAsync(saved.Id!.Value, true, "Noor", Stop));
        Assert.Equal("UKR", gazetteer.FindWritten("Odessa")[0].CountryCode);
    }

    [Fact]
    public async Task BadInput_IsSaidAtItsBox_AndNothingIsStored()
    {
        await using var desk = await SeededAsync();
        var book = desk.Get<HousePlaceBook>();
        var before = (await book.PlacesAsync(Stop)).Count;

        var nothing = await book.SaveAsync(new(null, " \u0007 ", HousePlaceKind.City, "nowhere", "north of here", [new string('x', 5000)]), "Noor", Stop);
        var poles = await book.SaveAsync(new(null, "Pole", HousePlaceKind.City, "SY", "91, 0", []), "Noor", Stop);
        var twin = await book.SaveAsync(new(null, "QAMINAS", HousePlaceKind.City, "SY.12", "", []), "Noor", Stop);
        var known = await book.SaveAliasAsync("Idleb", "169389", "Noor", Stop);

        Assert.Equal([HousePlaceBook.LiesInBox, HousePlaceBook.NameBox, HousePlaceBook.OtherNamesBox, HousePlaceBook.PositionBox], nothing.Faults.Keys.Order());
        Assert.Equal([HousePlaceBook.PositionBox], poles.Faults.Keys);
        Assert.Equal([HousePlaceBook.NameBox], twin.Faults.Keys);
        Assert.Equal([HousePlaceBook.NameBox], known.Faults.Keys);
        Assert.Equal(before, (await book.PlacesAsync(Stop)).Count);
    }

    [Fact]
    public async Task PlaceThatCameWithTheDesk_RemovedByAnEditor_DoesNotReturn()
    {
        await using var desk = await SeededAsync();
        var book = desk.Get<HousePlaceBook>();
        var qaminas = (await book.PlacesAsync(Stop)).Single(view => view.Row.Name == "Qaminas");

        await book.RemovePlaceAsync(qaminas.Row.Id, true, "Noor", Stop);
        await desk.Get<HousePlaceSeeds>().GiveAsync(Stop);
        await desk.Get<HousePlaceOverlay>().ReloadAsync(Stop);

        Assert.Empty(desk.Get<Gazetteer>().FindWritten("Qaminas"));
    }

    [Fact]
    public async Task Change_OfAnotherProcess_ReachesARunningDesk()
    {
        await using var desk = await SeededAsync();
        await desk.StartAsync();
        await using var other = await DeskFixture.OpenAsync(dataFolder: desk.DataFolder);
        await desk.Get<DeskWriter>().LookElsewhereAsync(Stop);

        await other.Get<HousePlaceBook>().SaveAsync(new(null, "Farawaytown", HousePlaceKind.City, "SY.12", null, []), "Noor", Stop);

        await Eventually.TrueAsync(() => Task.FromResult(desk.Get<Gazetteer>().FindWritten("Farawaytown").Count == 1));
    }

    private static async Task<DeskFixture> SeededAsync()
    {
        var desk = await DeskFixture.OpenAsync();
        await desk.Get<HousePlaceSeeds>().GiveAsync(Stop);
        await desk.Get<HousePlaceOverlay>().ReloadAsync(Stop);
        return desk;
    }
}
