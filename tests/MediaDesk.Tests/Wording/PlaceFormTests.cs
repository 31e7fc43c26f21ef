namespace MediaDesk.Tests.Wording;

/// <summary>Ways in which captions name a place beside "in City, Country".</summary>
public sealed class PlaceFormTests
{
    /// <summary>The caption; its day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData("A boy sells tea in the Old City of Mosul on July 9, 2018.", "2018-07-09", "Old City|Mosul|*|*")]
    [InlineData("A man waits in the Bronx borough of New York City, U.S., May 4, 2022.", "2022-05-04", "Bronx|New York City|*|U.S.")]
    [InlineData("People wade through water in Savar, on the outskirts of Dhaka, Bangladesh, 24 April 2024.", "2024-04-24", "|Savar|*|Bangladesh")]
    [InlineData("Un viticulteur dans sa vigne à Lunel (Hérault), le 10 août 2022.", "2022-08-10", "|Lunel|Hérault|*")]
    [InlineData("L'actrice Jeanne Exemple au Festival de Cannes en mai 1987.", "1987-05", "*|Cannes|*|*")]
    [InlineData("Actor Jim Example at the Berlin International Film Festival on February 11, 2019.", "2019-02-11", "*|Berlin|*|*")]
    [InlineData("Les joueurs fêtent un but face à Lille au Roazhon Park, le 5 février 2020 à Rennes.", "2020-02-05", "*|Rennes|*|*")]
    [InlineData("El delantero celebra un gol ante Bolivia en el estadio Ejemplar de Montevideo.", "", "*|Montevideo|*|*")]
    [InlineData("Die Besucher gehen am 12. Februar 2021 durch den verschneiten Tierpark in Berlin.", "2021-02-12", "*|Berlin|*|*")]
    [InlineData("04.05.2021, Nordrhein-Westfalen, Köln: Ein Mann läuft am Rhein.", "2021-05-04", "|Köln|Nordrhein-Westfalen|*")]
    [InlineData("04.05.2021, USA, Washington: Der Präsident spricht zu den Menschen.", "2021-05-04", "|Washington|*|USA")]
    [InlineData("Der Zug steht am 03.03.2021 im Bahnhof in Wilhelmshaven (Niedersachsen).", "2021-03-03", "*|Wilhelmshaven|Niedersachsen|*")]
    // Events that bear no town, and what is no town at all.
    [InlineData("The leader rides during the Tour de France on July 3, 2019.", "2019-07-03", "|||*")]
    [InlineData("A ship sails in the Gulf of Naples on July 3, 2019.", "2019-07-03", "*||*|*")]
    public void Place_IsRead(string text, string date, string place) => CaptionTable.Check(text, "", "", date, place);

    [Theory]
    [InlineData("The band backstage at the Apollo Theatre in Glasgow, Scotland in 1978.", "1978")]
    [InlineData("Singer Jane Example performs during her farewell tour in 2009.", "2009")]
    // The year of something else.
    [InlineData("Singer Jane Example, who won the contest in 2009.", "")]
    [InlineData("The bridge was opened in 1978.", "")]
    [InlineData("A view of the tower completed in 1978.", "")]
    [InlineData("Residents mark the anniversary of the earthquake in 2005.", "")]
    [InlineData("A man reads. He moved to Paris in 2009.", "")]
    public void YearAlone_IsTheDayOnlyWhereTheSceneIs(string text, string date) =>
        Assert.Equal(date, CaptionTable.Reader.Read(text).Date ?? "");

    [Theory]
    [InlineData("Portrait of the novelist Jane Example, author of 'The Paris Letters'.")]
    [InlineData("The old mill at dusk.")]
    public void CaptionWithoutAVerb_IsNoCredit(string text)
    {
        var parsed = CaptionTable.Reader.Read(text);
        Assert.Empty(parsed.Agencies);
        Assert.Empty(parsed.Byline);
    }
}
