namespace MediaDesk.Tests.Wording;

/// <summary>Forms of days, places and credits in captions that stand close to others which say something else.</summary>
public sealed class NearbyFormTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    // A town of a state, whatever country bears its name.
    [InlineData("An officer stands outside the library in Lebanon, Ohio. (AP Photo/Jo Roe)", "Jo Roe", "AP", "", "*|Lebanon|Ohio|*")]
    [InlineData("A man sells fruit in Cuba, Mo., on July 3, 2019. (AP Photo/Jo Roe)", "Jo Roe", "AP", "2019-07-03", "|Cuba|*|*")]
    [InlineData("A man sells fruit in Lebanon on July 3, 2019. (AP Photo/Jo Roe)", "Jo Roe", "AP", "2019-07-03", "|||Lebanon")]
    [InlineData("A man sells fruit in Tripoli, Lebanon, on July 3, 2019. (AP Photo/Jo Roe)", "Jo Roe", "AP", "2019-07-03", "|Tripoli|*|Lebanon")]
    [InlineData("Library picture, dated 28.08.1996, of a judge leaving the High Court, in London. PA Archive Photo.", "", "PA Archive", "1996-08-28", "High Court|London|*|*")]
    [InlineData("The skyline of Frankfurt seen from the river Main in 2012.", "", "", "2012", "*|Frankfurt|*|*")]
    // An island that is called one.
    [InlineData("Ash covers cars in Puntallana, on the Canary Island of La Palma, Spain, September 25, 2021. REUTERS/Jo Roe", "Jo Roe", "Reuters", "2021-09-25", "|Puntallana|*|Spain")]
    [InlineData("Guests bathe in the hot springs of Beppu, Oita Prefecture, Japan, 27 December 2015. EPA/JO ROE", "Jo Roe", "EPA", "2015-12-27", "|Beppu|*|Japan")]
    [InlineData("Guests stroll in Palm Springs, California, December 27, 2015. REUTERS/Jo Roe", "Jo Roe", "Reuters", "2015-12-27", "|Palm Springs|California|*")]
    // The city, and the country.
    [InlineData("Une libraire devant sa boutique à Tunis le 17 avril 2015 (AFP/Jo Roe)", "Jo Roe", "AFP", "2015-04-17", "*|Tunis|*|*")]
    [InlineData("A bookseller waits in Brasilia, Brazil, April 17, 2015. REUTERS/Jo Roe", "Jo Roe", "Reuters", "2015-04-17", "|Brasilia|*|Brazil")]
    [InlineData("A bookseller waits in Panama on April 17, 2015. REUTERS/Jo Roe", "Jo Roe", "Reuters", "2015-04-17", "|||Panama")]
    [InlineData("A bookseller waits in Mexico on April 17, 2015. (AP Photo/Jo Roe)", "Jo Roe", "AP", "2015-04-17", "|||Mexico")]
    [InlineData("La chimiste Jeanne Exemple dans son laboratoire de Grenoble.", "", "", "", "*|Grenoble|*|*")]
    [InlineData("La chimiste Jeanne Exemple parle de Grenoble avec son frère.", "", "", "", "|||")]
    [InlineData("Un agente vigila la valla fronteriza de Melilla, el 3 de mayo de 2022. Jo Roe / Europa Press", "Jo Roe", "Europa Press", "2022-05-03", "*|Melilla|*|*")]
    // In German every noun has a capital.
    [InlineData("Helfer bei Räumarbeiten nahe Jüterbog in Brandenburg (Archivbild vom 24. August 2018). Foto: Imago/Jo Roe", "Jo Roe", "Imago", "2018-08-24", "*|Jüterbog|Brandenburg|*")]
    [InlineData("Ein Hof bei Potsdam am 24. August 2018. Foto: Imago/Jo Roe", "Jo Roe", "Imago", "2018-08-24", "*|Potsdam|*|*")]
    public void Caption_IsRead(string text, string byline, string agencies, string date, string place) => CaptionTable.Check(text, byline, agencies, date, place);

    [Theory]
    [InlineData("This handout photo taken on May 6 and released on May 7, 2022 by the coast guard shows its crew in Dapa.", "2022-05-06")]
    [InlineData("This photo taken on December 30 and released on January 2, 2022 by the coast guard shows its crew in Dapa.", "2021-12-30")]
    [InlineData("This photo released on May 7, 2022 by the coast guard shows its crew in Dapa.", "")]
    [InlineData("The skyline of Frankfurt seen from the river Main in 2012.", "2012")]
    [InlineData("The bridge that carried trains from the river Main in 2012.", "")]
    public void Day_IsThatOfThePhoto(string text, string date) => Assert.Equal(date, CaptionTable.Reader.Read(text).Date ?? "");

    [Theory]
    [InlineData("Les joueurs à l'entraînement, le 8 juin 2021, à Tubize. BELGA PHOTO JO VAN ROE", "Belga", "Jo van Roe")]
    [InlineData("The minister leaves the court in London. PA Archive Photo.", "PA Archive", "")]
    // Prose about a photo.
    [InlineData("The minister leaves the court in London. An archive photo.", "", "")]
    [InlineData("The minister leaves the court in London. REUTERS photo exhibition.", "", "")]
    public void PhotoOfAnAgency_IsTheCredit(string text, string agencies, string byline)
    {
        var parsed = CaptionTable.Reader.Read(text);
        Assert.Equal(agencies, string.Join(" > ", parsed.Agencies));
        Assert.Equal(byline, string.Join(" > ", parsed.Byline));
    }
}
