namespace MediaDesk.Tests.Wording;

/// <summary>What may not be done with a photo.</summary>
public sealed class RestrictionTests
{
    private const string Caption = "A tram passes in Riga, Latvia, May 3, 2023. (Photo by Juris Berzins / AFP)";

    [Theory]
    [InlineData("RESTRICTED TO EDITORIAL USE")]
    [InlineData("RESTRICTED TO EDITORIAL USE - NO MARKETING NO ADVERTISING CAMPAIGNS - DISTRIBUTED AS A SERVICE TO CLIENTS", "RESTRICTED TO EDITORIAL USE", "NO MARKETING NO ADVERTISING CAMPAIGNS", "DISTRIBUTED AS A SERVICE TO CLIENTS")]
    [InlineData("NO SALES. NO ARCHIVES.", "NO SALES", "NO ARCHIVES")]
    [InlineData("NO SALES NO ARCHIVES", "NO SALES", "NO ARCHIVES")]
    [InlineData("FRANCE OUT")]
    [InlineData("AUSTRIA OUT; NEW ZEALAND OUT", "AUSTRIA OUT", "NEW ZEALAND OUT")]
    [InlineData("MANDATORY CREDIT \"AFP PHOTO / City of Riga\"")]
    [InlineData("EDITORIAL USE ONLY/NO SALES", "EDITORIAL USE ONLY", "NO SALES")]
    [InlineData("Editorial use only")]
    [InlineData("Usage éditorial uniquement")]
    [InlineData("Nur zur redaktionellen Verwendung")]
    public void Restriction_IsRead_AndLeavesTheCaption(string tail, params string[] restrictions)
    {
        var parsed = CaptionTable.Reader.Read($"{Caption} {tail}");
        Assert.Equal(restrictions.Length > 0 ? restrictions : [tail], parsed.Restrictions);
        Assert.Equal("A tram passes in Riga, Latvia, May 3, 2023.", parsed.Caption);
        Assert.Equal(["Juris Berzins"], parsed.Byline);
        Assert.All(parsed.Spans.Where(span => span.Field == "restrictions"), span => Assert.Equal(span.Value, $"{Caption} {tail}".Substring(span.Start, span.Length)));
    }

    [Theory]
    [InlineData("14 days only", "2023-05-24")]
    [InlineData("Available for 14 days", "2023-05-24")]
    [InlineData("FOR USE WITHIN 30 DAYS", "2023-06-09")]
    [InlineData("NO USE AFTER JUNE 1, 2023", "2023-06-01")]
    public void RestrictionOfTime_SaysTheDayItEnds(string tail, string end)
    {
        var parsed = CaptionTable.Reader.Read($"{Caption} {tail}", "2023-05-10");
        Assert.Equal([tail], parsed.Restrictions);
        Assert.Equal(end, parsed.Spans.Single(span => span.Field == "restrictionsEnd").Value);
    }

    [Fact]
    public void RestrictionOfDays_WithoutPublication_SaysNoEnd() =>
        Assert.DoesNotContain(CaptionTable.Reader.Read($"{Caption} 14 days only").Spans, span => span.Field == "restrictionsEnd");

    [Theory]
    [InlineData("There were no sales at the market in Riga, Latvia, May 3, 2023.")]
    [InlineData("She walks out of FRANCE in Riga, Latvia, May 3, 2023.")]
    [InlineData("The NO campaign rallies in Riga, Latvia, May 3, 2023.")]
    public void WordsOfASentence_AreNoRestriction(string caption) => Assert.Empty(CaptionTable.Reader.Read(caption).Restrictions);

    [Fact]
    public void NoteToEditors_GoesWithAllItsSentences()
    {
        var parsed = CaptionTable.Reader.Read(
            "Soldiers train in Riga, Latvia, May 3, 2023. Latvian Army/Handout via REUTERS ATTENTION EDITORS - THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY. NO RESALES. NO ARCHIVES. MANDATORY CREDIT");
        Assert.Equal("Soldiers train in Riga, Latvia, May 3, 2023.", parsed.Caption);
        Assert.Contains("NO RESALES", parsed.Restrictions);
        Assert.Contains("MANDATORY CREDIT", parsed.Restrictions);
        Assert.True(parsed.Handout);
    }
}
