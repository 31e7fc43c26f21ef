namespace MediaDesk.Tests.Wording;

/// <summary>Captions of sport agencies and of armed forces, each with a form of its own.</summary>
public sealed class SportAndMilitaryCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "Soccer Football - Championship - Preston v Hull - Deepdale, Preston, Britain - March 5, 2022 Hull's Jim Example celebrates after the match Action Images via Reuters/Jo Roe EDITORIAL USE ONLY. No use with unauthorized audio, video, data, fixture lists, club/league logos or 'live' services. Online in-match use limited to 75 images.",
        "Jo Roe", "Action Images > Reuters", "2022-03-05", "*|Preston|*|Britain")]
    [InlineData(
        "Apr 9, 2021; Denver, Colorado, USA; San Antonio Spurs guard Jim Example (10) drives to the net in the second quarter at Example Arena. Mandatory Credit: Jo Roe-USA TODAY Sports",
        "Jo Roe", "USA TODAY Sports", "2021-04-09", "Example Arena|Denver|Colorado|USA")]
    [InlineData(
        "Workers harvest rice in the village of Bole, Ghana August 3, 2011. REUTERS/Jo Roe (GHANA - Tags: AGRICULTURE BUSINESS)",
        "Jo Roe", "Reuters", "2011-08-03", "*|Bole|*|Ghana")]
    [InlineData(
        "180422-N-XY987-1021 SAN DIEGO (April 22, 2018) Sailors stand watch aboard the destroyer USS Example. (U.S. Navy photo by Mass Communication Specialist 2nd Class Jo Roe/Released)",
        "Jo Roe", "U.S. Navy", "2018-04-22", "*|San Diego|*|*")]
    [InlineData(
        "Soldiers rehearse a river crossing near Vilseck, Germany, May 2, 2019. U.S. Army photo by Staff Sgt. Jo Roe",
        "Jo Roe", "U.S. Army", "2019-05-02", "*|Vilseck|*|Germany")]
    [InlineData(
        "A firefighter rests near Cooma, New South Wales, Australia, 01 February 2020. EPA-EFE/JO ROE AUSTRALIA AND NEW ZEALAND OUT",
        "Jo Roe", "EPA-EFE", "2020-02-01", "*|Cooma|New South Wales|Australia")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place) =>
        CaptionTable.Check(text, byline, agencies, date, place);

    [Fact]
    public void SentenceThatSpeaksOfAPhoto_IsNoCredit() =>
        Assert.Empty(CaptionTable.Reader.Read("A visitor looks at a print. The photo by Ansel Example was sold on Monday.").Byline);

    [Fact]
    public void TermsOfUse_AreRestrictions()
    {
        var parsed = CaptionTable.Reader.Read("Fans cheer in Leeds. No use with unauthorised audio, video or data. No part of the roof was closed. (Jo Roe/PA)");
        Assert.Equal(["No use with unauthorised audio, video or data"], parsed.Restrictions);
        Assert.Contains("No part of the roof was closed.", parsed.Caption);
    }
}
