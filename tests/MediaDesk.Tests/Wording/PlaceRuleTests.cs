namespace MediaDesk.Tests.Wording;

/// <summary>Which of the places named is where the photo was taken.</summary>
public sealed class PlaceRuleTests
{
    [Theory]
    [InlineData("Children play in Odesa, Ukraine, March 5, 2023.", "|Odesa|*|Ukraine")]
    [InlineData("Children play in the Ukrainian port city of Odesa on March 5, 2023.", "|Odesa|*|~")]
    [InlineData("Children play in Ukraine's capital Kyiv, March 5, 2023.", "|Kyiv|*|Ukraine")]
    [InlineData("Children play in the village of Zarechnoye, Tula region, Russia, March 5, 2023.", "|Zarechnoye|Tula|Russia")]
    [InlineData("Children play on the outskirts of Odesa, Ukraine, March 5, 2023.", "|Odesa|*|Ukraine")]
    [InlineData("Children play near Odesa, Ukraine, March 5, 2023.", "|Odesa|*|Ukraine")]
    [InlineData("Children play in Chornomorsk, south of Odesa, Ukraine, March 5, 2023.", "|Chornomorsk|*|Ukraine")]
    [InlineData("Children play in a field near Zarechnoye, outside Tula, Russia, March 5, 2023.", "|Zarechnoye|*|Russia")]
    [InlineData("Children play in the Damascus suburb of Jaramana on March 5, 2023.", "|Jaramana|*|~")]
    [InlineData("Children play in a Bilbao park on March 5, 2023.", "|Bilbao|*|~")]
    [InlineData("Children play in Syria's northwestern Idlib province on March 5, 2023.", "||Idlib|Syria")]
    [InlineData("Children play in Michigan on March 5, 2023.", "||Michigan|~")]
    [InlineData("Children play in Dayton, Ohio, March 5, 2023.", "|Dayton|Ohio|~")]
    [InlineData("Children play in Orlando, Fla., Sunday, March 5, 2023.", "|Orlando|Florida|~")]
    [InlineData("Children play in Nepal, March 5, 2023.", "|||Nepal")]
    public void Place_ByItsPrepositionsAndNouns_IsRead(string caption, string place) => Check(caption, place);

    [Theory]
    [InlineData("Runners start at the Olympiastadion in Berlin, Germany, March 5, 2023.", "Olympiastadion|Berlin|*|Germany")]
    [InlineData("A ship docks at the port of Bilbao, Spain, March 5, 2023.", "port of Bilbao|Bilbao|*|Spain")]
    [InlineData("Police stand in the Gracia district of Barcelona, Spain, March 5, 2023.", "Gracia district|Barcelona|*|Spain")]
    [InlineData("Singers perform at St. John's Church in Leeds, Britain, March 5, 2023.", "St. John's Church|Leeds|*|Britain")]
    [InlineData("A barber works at 12 Market Street in Leeds, Britain, March 5, 2023.", "12 Market Street|Leeds|*|Britain")]
    [InlineData("Des fidèles prient à la cathédrale Saint-Jean à Lyon, le 5 mars 2023.", "*|Lyon|*|~")]
    public void Venue_IsTheSublocation(string caption, string place) => Check(caption, place);

    [Theory]
    [InlineData("Aid workers from Lagos, Nigeria, unload a truck in Nairobi, Kenya, March 5, 2023.", "|Nairobi|*|Kenya")]
    [InlineData("A family arriving from Syria rests at a shelter in Vienna, Austria, March 5, 2023.", "*|Vienna|*|Austria")]
    [InlineData("The Turkish president speaks in Brussels, Belgium, March 5, 2023.", "|Brussels|*|Belgium")]
    [InlineData("Ana Ruiz of Madrid, Spain, swims in Split, Croatia, March 5, 2023.", "|Split|*|Croatia")]
    [InlineData("Toronto Raptors guard Leo Marsh scores against the Boston Celtics in Denver, March 5, 2023.", "|Denver|*|~")]
    [InlineData("Paris Webb and Jordan Hale walk with Georgia Lund in Oslo, Norway, March 5, 2023.", "|Oslo|*|Norway")]
    [InlineData("Relatives of victims of the flood in Derna, Libya, pray in Izmir, Turkey, March 5, 2023.", "|Izmir|*|Turkey")]
    [InlineData("A striker looks at London Breed during a visit to Glasgow, Scotland, on March 5, 2023.", "|Glasgow|*|Scotland")]
    public void PlacesOfSomethingElse_AreNotTaken(string caption, string place) => Check(caption, place);

    [Theory]
    [InlineData("Trucks wait at the crossing between Turkey and Syria's Idlib province.")]
    [InlineData("A Turkish soldier and a Greek officer shake hands.")]
    [InlineData("Paris Webb and Jordan Hale arrive.")]
    public void WhereOnlyOtherPlacesAreNamed_NoneIsShown(string caption) => Check(caption, "|||");

    [Theory]
    [InlineData("Children play in Paris, Texas, March 5, 2023.", "|Paris|Texas|United States|USA")]
    [InlineData("Children play in Paris, France, March 5, 2023.", "|Paris|*|France|FRA")]
    [InlineData("Children play in Tripoli, northern Lebanon, March 5, 2023.", "|Tripoli|*|Lebanon|LBN")]
    [InlineData("Children play in Tripoli, Libya, March 5, 2023.", "|Tripoli|*|Libya|LBY")]
    [InlineData("Children play in Tbilisi, Georgia, March 5, 2023.", "|Tbilisi|*|Georgia|GEO")]
    [InlineData("Children play in Macon, Georgia, March 5, 2023.", "|Macon|Georgia|United States|USA")]
    [InlineData("Children play in Birmingham, Alabama, March 5, 2023.", "|Birmingham|Alabama|United States|USA")]
    [InlineData("Spanish children play in Cordoba, Spain, March 5, 2023.", "|Cordoba|*|Spain|ESP")]
    public void PlacesOfOneName_AreToldByTheOtherNames(string caption, string place) => Check(caption, place);

    [Theory]
    [InlineData("BEIRUT, LEBANON - MARCH 05: A man walks past ruins on March 5, 2023 in Aleppo, Syria.", "|Aleppo|*|Syria", "Beirut")]
    [InlineData("BEIRUT, LEBANON - MARCH 05: A man walks past a cafe on March 5, 2023 in Beirut, Lebanon.", "|Beirut|*|Lebanon", null)]
    [InlineData("BEIRUT, LEBANON - MARCH 05, 2023: A man walks past a cafe.", "|Beirut|*|Lebanon", null)]
    public void Dateline_IsThePlaceCreated_WhereTheTextShowsAnother(string caption, string place, string? created)
    {
        Check(caption, place);
        Assert.Equal(created, CaptionTable.Reader.Read(caption).PlaceCreated.City);
    }

    private static void Check(string caption, string place)
    {
        var parsed = CaptionTable.Reader.Read(caption).Place;
        string?[] given = [parsed.Sublocation, parsed.City, parsed.Region, parsed.Country, parsed.CountryCode];
        var expected = place.Split('|');
        for (var level = 0; level < expected.Length; level++)
        {
            if (expected[level] is not ("*" or "~"))
            {
                Assert.True(expected[level] == (given[level] ?? ""), $"{expected[level]} expected in {place}, given {string.Join('|', given)}");
            }
        }
    }
}
