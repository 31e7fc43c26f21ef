using MediaDesk.Places;

namespace MediaDesk.Tests.Places;

public sealed class GazetteerCompletionTests(GazetteerFixture fixture)
{
    private readonly Gazetteer gazetteer = fixture.Gazetteer;

    [Theory]
    [InlineData("idl", "Idlib")]
    [InlineData("ale", "Aleppo")]
    [InlineData("Sarāq", "Saraqib")]
    [InlineData("سراق", "Saraqib")]
    [InlineData("new yo", "New York")]
    [InlineData("lond", "London")]
    [InlineData("Київ", "Kyiv")]
    [InlineData("東", "Tokyo")]
    [InlineData("d", "Delhi")]
    [InlineData("gaz", "Gaza")]
    [InlineData("qamin", "Qaminas")]
    [InlineData("qameshl", "Al Qamishli")]
    public void BeginningOfAName_OffersTheLikelyCityAmongTheFirst(string typed, string name) =>
        Assert.Contains(gazetteer.Complete(typed, 8, PlaceKind.City), suggestion => suggestion.Place.Name == name);

    [Fact]
    public void OtherName_IsSaid_WhenItIsTheOneThatFits()
    {
        var kyiv = gazetteer.Complete("kiev", 5, PlaceKind.City)[0];
        var own = gazetteer.Complete("kyi", 5, PlaceKind.City)[0];

        Assert.Equal(("Kyiv", "Kiev"), (kyiv.Place.Name, kyiv.MatchedName));
        Assert.Equal(("Kyiv", null), (own.Place.Name, own.MatchedName));
    }

    [Fact]
    public void Suggestions_AreDistinctPlaces_OfTheKindsAskedFor_AtMostAsMany()
    {
        var suggestions = gazetteer.Complete("san", 25, PlaceKind.City, PlaceKind.Region);

        Assert.Equal(25, suggestions.Count);
        Assert.Equal(25, suggestions.Select(suggestion => suggestion.Place.Id).Distinct().Count());
        Assert.All(suggestions, suggestion => Assert.True(suggestion.Place.Kind is PlaceKind.City or PlaceKind.Region));
        Assert.Contains(suggestions, suggestion => suggestion.Place.Name == "San Francisco");
    }

    [Fact]
    public void NameTypedToTheEnd_ComesBeforeALargerPlaceThatGoesOn()
    {
        var suggestions = gazetteer.Complete("Como", 10, PlaceKind.City).Select(suggestion => suggestion.Place).ToList();

        Assert.Equal("Como", suggestions[0].Name);
        Assert.Contains(suggestions, place => place.Name == "Comodoro Rivadavia" && place.Population > suggestions[0].Population);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\u200f\u202e")]
    [InlineData("<script>alert(1)</script>")]
    public void NothingTyped_OffersNothing(string typed) => Assert.Empty(gazetteer.Complete(typed, 10));
}
