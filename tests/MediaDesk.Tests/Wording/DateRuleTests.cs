namespace MediaDesk.Tests.Wording;

/// <summary>Which day is the day of the photo.</summary>
public sealed class DateRuleTests
{
    [Theory]
    [InlineData("A ferry sails past Valletta, Malta, on Tuesday, March 5, 2024.", "2024-03-05")]
    [InlineData("A ferry sails past Valletta, Malta, Tuesday March 5, 2024.", "2024-03-05")]
    [InlineData("A ferry sails past Valletta, Malta, 05 March 2024.", "2024-03-05")]
    [InlineData("A ferry sails past Valletta, Malta, 5th March 2024.", "2024-03-05")]
    [InlineData("A ferry sails past Valletta, Malta, Sept. 5, 2024.", "2024-09-05")]
    [InlineData("A ferry sails past Valletta, Malta, on 2024-03-05.", "2024-03-05")]
    [InlineData("A ferry sails past Valletta, Malta, on 05.03.2024.", "2024-03-05")]
    [InlineData("A ferry sails past Valletta, Malta, in March 2024.", "2024-03")]
    [InlineData("Un ferry passe devant La Valette, à Malte, le 1er mars 2024.", "2024-03-01")]
    [InlineData("Un ferry passe devant le port de Bastia, en Corse, mardi 5 mars 2024.", "2024-03-05")]
    [InlineData("Eine Fähre fährt am Dienstag, 5. März 2024 an der Stadt Kiel vorbei und in den Hafen.", "2024-03-05")]
    [InlineData("Un transbordador navega frente a la ciudad de Palma el 5 de marzo de 2024.", "2024-03-05")]
    public void Date_InAnyOfTheUsualForms_IsRead(string caption, string date) => Assert.Equal(date, Date(caption));

    [Theory]
    [InlineData("Protesters gather in Rome, Italy, on Monday.", "2024-03-11")]
    [InlineData("Protesters gather in Rome, Italy, on Wednesday.", "2024-03-13")]
    [InlineData("Protesters gather in Rome, Italy, on Thursday.", "2024-03-07")]
    [InlineData("Protesters gather in Rome, Italy, yesterday.", "2024-03-12")]
    [InlineData("Protesters gather in Rome, Italy, on February 24.", "2024-02-24")]
    [InlineData("Protesters gather in Rome, Italy, on December 24.", "2023-12-24")]
    [InlineData("Des manifestants se rassemblent à Rome, en Italie, le 24 février.", "2024-02-24")]
    public void DayWithoutAYear_IsTheLastBeforePublication(string caption, string date) => Assert.Equal(date, Date(caption, "2024-03-13"));

    [Theory]
    [InlineData("Protesters gather in Rome, Italy, on Monday.")]
    [InlineData("Protesters gather in Rome, Italy, on February 24.")]
    public void DayWithoutAYear_WithoutPublication_IsNotGuessed(string caption) => Assert.Null(Date(caption));

    [Theory]
    [InlineData("Runners pass a memorial to the 7 June 2019 attack in Bergen, Norway, 8 June 2023.", "2023-06-08")]
    [InlineData("Fans mark the anniversary of the band's first concert on May 3, 1977, in Leeds, Britain, May 3, 2023.", "2023-05-03")]
    [InlineData("A woman, in prison since August 9, 2020, appears in court in Minsk, Belarus, March 1, 2022.", "2022-03-01")]
    [InlineData("A model of the bridge, due to open on July 1, 2026, is shown in Genoa, Italy, on May 2, 2023.", "2023-05-02")]
    [InlineData("Cooks prepare a dish in Lyon, France, on May 2, 2023. The guide will be published on June 5, 2023.", "2023-05-02")]
    [InlineData("Walkers cross a bridge in Cork, Ireland, 03 May 2023 (issued 04 May 2023).", "2023-05-03")]
    [InlineData("Teams meet during the cup that runs from 3 to 5 May in Cork, Ireland, 4 May 2023.", "2023-05-04")]
    public void BackgroundDates_AreNotTheDayOfThePhoto(string caption, string date) => Assert.Equal(date, Date(caption));

    [Theory]
    [InlineData("FILE - In this Feb. 3, 2019 file photo, a tram passes in Lisbon, Portugal. The line reopened on May 4, 2023.", "2019-02-03")]
    [InlineData("File photo dated 07/06/21 of a tram in Blackpool. Issue date: Friday January 5, 2024.", "2021-06-07")]
    [InlineData("(FILES) This file photo taken on June 7, 2021 shows a tram in Lisbon.", "2021-06-07")]
    public void FilePhotos_HaveTheirOwnDay(string caption, string date)
    {
        var parsed = CaptionTable.Reader.Read(caption);
        Assert.Equal(date, parsed.Date);
    }

    [Theory]
    [InlineData("Walkers on a beach in Whitby. Issue date: Friday January 5, 2024.")]
    [InlineData("A handout photo released by the ministry on May 5, 2023 shows a ship.")]
    public void DayOfIssue_IsOfferedAtMost(string caption)
    {
        var parsed = CaptionTable.Reader.Read(caption);
        Assert.Null(parsed.Date);
        Assert.Contains(parsed.Offers, offer => offer is { Field: "date", Rule: "date-of-issue" });
    }

    [Fact]
    public void DatelineOfAnotherDay_GivesWayToTheText() =>
        Assert.Equal("2022-03-05", Date("KYIV, UKRAINE - MARCH 04: A man waits at the station on March 5, 2022 in Kyiv, Ukraine. (Photo by Ola Berg/Getty Images)"));

    [Theory]
    [InlineData("31 February 2022")]
    [InlineData("February 30")]
    [InlineData("99.99.2022")]
    public void DayThatDoesNotExist_IsNoDate(string day) => Assert.Null(Date($"A boat in Split, Croatia, {day}.", "2023-01-01"));

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("next week")]
    public void PublicationOutOfReach_IsNoReference(string published) => Assert.Null(Date("A boat in Split, Croatia, on Monday.", published));

    private static string? Date(string caption, string? published = null) => CaptionTable.Reader.Read(caption, published).Date;
}
