namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from PA: the day as "Picture date".</summary>
public sealed class PaCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "File photo dated 12/09/23 of striker Kieran Doyle, who has been ruled out for six weeks with a hamstring injury. Issue date: Thursday January 4, 2024. (Andrew Morton/PA)",
        "Andrew Morton", "PA", "2023-09-12", "||*|~")]
    [InlineData(
        "Members of Extinction Rebellion outside the High Court in Manchester, after five protesters were found not guilty. Issue date: Friday March 8, 2024. PA Photo. Photo credit should read: Danny Lawton/PA Wire",
        "Danny Lawton", "PA Wire", "", "High Court|Manchester|*|~")]
    [InlineData(
        "Leicester Tigers' Tom Bexley scores a try during the Gallagher Premiership match at Welford Road, Leicester. Picture date: Saturday December 30, 2023.",
        "", "", "2023-12-30", "Welford Road|Leicester|*|~")]
    [InlineData(
        "The Prince of Wales during a visit to Low Carbon Materials in Seaham, County Durham. Picture date: Tuesday April 30, 2024.",
        "", "", "2024-04-30", "*|Seaham|County Durham|~")]
    [InlineData(
        "Embargoed to 0001 Thursday March 14 File photo dated 05/10/20 of a doctor checking a patient's blood pressure. Issue date: Thursday March 14, 2024.",
        "", "", "2020-10-05", "||*|~")]
    [InlineData(
        "Snow at the Tan Hill Inn near Richmond, North Yorkshire. Picture date: Monday January 15, 2024. Danny Lawson-Reid/PA Wire",
        "Danny Lawson-Reid", "PA Wire", "2024-01-15", "Tan Hill Inn|Richmond|North Yorkshire|~")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
