namespace MediaDesk.Tests.Wording;

/// <summary>Photo blocks among the prose of an article.</summary>
public sealed class ArticleReaderTests
{
    /// <summary>A keyword line, the caption with its credit behind it; the day of publication in a correction at the end.</summary>
    private const string WithKeywords = """
        Talks Over the River Dam Resume

        Ministers met again on Monday after weeks of silence, officials told Reuters. "We are close," one of them said.

        dam, river, protest, turkey, talks
        Farmers block the Habur crossing between Turkey and Iraq during a protest against the closing of the river on March 3, 2021. The farmers say their fields are dry. DENIZ AKSOY/AFP/Getty Images

        The government has promised payments, but few have arrived, according to a report by the Associated Press.

        village, flood, turkey
        A picture taken on April 12 shows water over the village of Harran, about 27 miles southeast of Sanliurfa, following heavy rain. Nobody was hurt. MEHMET YILDIZ/AFP/Getty Images

        Correction April 14, 2021: This story has been updated to give the name of the minister.
        """;

    /// <summary>A published line, credits in brackets and in a line of their own.</summary>
    private const string WithPublishedLine = """
        The Last Cinema of Porto
        By Ana Prado
        Published: 5 June 2023, 10:14

        For ninety years people have come here. (It was closed twice.)

        The projectionist in his room at the Cinema Batalha in Porto, Portugal, on Saturday. (Photo by Rui Farias/Getty Images)

        Visitors queue in the rain in Porto on June 3.
        Photo: Carla Melo/Reuters

        "We will not sell," the owner told AFP.
        © 2023 The Daily Page. All rights reserved.
        """;

    private const string Html = """
        <html><body><h1>Storm in Trieste</h1><p>The wind blew all night, the mayor said.</p><script>alert("x")</script>
        <figure><img src="a.jpg"/><figcaption>People hold on to ropes in Trieste, Italy, Tuesday, Feb. 7, 2023. (AP Photo/Marta Kos)</figcaption></figure>
        <p>Schools stay closed.</p></body></html>
        """;

    [Fact]
    public void Article_WithKeywordLines_GivesBothBlocksWithEveryField()
    {
        var photos = CaptionTable.Articles.Read(WithKeywords);
        Assert.Equal(2, photos.Count);
        Assert.Equal(["dam", "river", "protest", "turkey", "talks"], photos[0].Keywords);
        Assert.Equal(["Deniz Aksoy"], photos[0].Byline);
        Assert.Equal("AFP/Getty Images", photos[0].Credit);
        Assert.Equal("2021-03-03", photos[0].Date);
        Assert.EndsWith("The farmers say their fields are dry.", photos[0].Caption, StringComparison.Ordinal);
        Assert.Equal(["village", "flood", "turkey"], photos[1].Keywords);
        Assert.Equal(("2021-04-12", "Harran", "Turkey"), (photos[1].Date, photos[1].Place.City, photos[1].Place.Country));
    }

    [Fact]
    public void Article_WithAPublishedLine_TakesItForDaysWithoutAYear()
    {
        var photos = CaptionTable.Articles.Read(WithPublishedLine);
        Assert.Equal(2, photos.Count);
        Assert.Equal(("2023-06-03", "Porto"), (photos[0].Date, photos[0].Place.City));
        Assert.Equal(["Rui Farias"], photos[0].Byline);
        Assert.Equal(("2023-06-03", "Porto"), (photos[1].Date, photos[1].Place.City));
        Assert.Equal(["Carla Melo"], photos[1].Byline);
        Assert.Equal(["Reuters"], photos[1].Agencies);
        Assert.Equal("Visitors queue in the rain in Porto on June 3.", photos[1].Caption);
    }

    [Fact]
    public void PublicationGiven_CountsMoreThanTheArticlesOwn() =>
        Assert.Equal("2019-06-03", CaptionTable.Articles.Read(WithPublishedLine, "2019-06-10")[1].Date);

    [Fact]
    public void Article_AsHtml_IsReadAsText()
    {
        var photo = Assert.Single(CaptionTable.Articles.Read(Html));
        Assert.Equal("People hold on to ropes in Trieste, Italy, Tuesday, Feb. 7, 2023.", photo.Caption);
        Assert.Equal(("2023-02-07", "Trieste", "Italy"), (photo.Date, photo.Place.City, photo.Place.Country));
    }

    [Fact]
    public void Prose_IsNoPhoto() =>
        Assert.Empty(CaptionTable.Articles.Read("Talks resume\n\nThe minister told AFP that talks go on.\n\nBy Jo Roe and Ann Poe\n\n© 2023 The Daily Page"));

    [Fact]
    public void Spans_CountInTheArticle()
    {
        foreach (var photo in CaptionTable.Articles.Read(WithKeywords))
        {
            Assert.All(photo.Spans.Where(span => span.Field is "byline"), span =>
                Assert.Equal(span.Value, WithKeywords.Substring(span.Start, span.Length), ignoreCase: true));
        }
    }

    /// <summary>The real article of the shared material, in place.</summary>
    [Fact]
    public void SharedArticle_GivesBothBlocksWithEveryField()
    {
        var file = Path.Combine(Path.GetDirectoryName(Repository.Root) ?? "", "shared", "articles", "idlib-2020-02.txt");
        var isMissing = !File.Exists(file);
        Assert.False(isMissing && Environment.GetEnvironmentVariable("CI") == "true", "The shared article is not there.");
        Assert.SkipWhen(isMissing, "The shared article is not there.");

        var photos = CaptionTable.Articles.Read(File.ReadAllText(file));

        Assert.Equal(2, photos.Count);
        Assert.Equal([7, 6], photos.Select(photo => photo.Keywords.Count));
        Assert.Equal(["2019-09-20", "2020-02-24"], photos.Select(photo => photo.Date));
        Assert.All(photos, photo => Assert.Equal("AFP/Getty Images", photo.Credit));
        Assert.All(photos, photo => Assert.Equal(("Idlib", "Syria", "SYR"), (photo.Place.Region, photo.Place.Country, photo.Place.CountryCode)));
        Assert.Equal((null, "Qaminas"), (photos[0].Place.City, photos[1].Place.City));
        Assert.StartsWith("Bab al-Hawa", photos[0].Place.Sublocation, StringComparison.Ordinal);
        Assert.Equal(["Omar Haj Kadour", "Mohammed Al-Rifai"], photos.Select(photo => Assert.Single(photo.Byline)));
    }
}
