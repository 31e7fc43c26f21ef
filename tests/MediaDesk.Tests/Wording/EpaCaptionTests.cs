namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from EPA: day before month, the day of issue in brackets.</summary>
public sealed class EpaCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "Farmers block a motorway with their tractors during a protest in Halle, near Brussels, Belgium, 01 February 2024. EPA-EFE/OLIVIER MATTHYSEN",
        "Olivier Matthysen", "EPA-EFE", "2024-02-01", "|Halle|*|Belgium")]
    [InlineData(
        "epa10912345 A handout photo made available by the Ukrainian Presidential Press Service shows President Petro Danylenko (L) shaking hands with a soldier in Kupiansk, Kharkiv region, Ukraine, 03 October 2023. EPA/UKRAINIAN PRESIDENTIAL PRESS SERVICE HANDOUT HANDOUT EDITORIAL USE ONLY/NO SALES",
        "", "Ukrainian Presidential Press Service > EPA", "2023-10-03", "|Kupiansk|Kharkiv|Ukraine")]
    [InlineData(
        "Visitors look at cherry blossoms at the Tidal Basin in Washington, DC, USA, 19 March 2024 (issued 20 March 2024). EPA-EFE/MICHAEL REYNOSO",
        "Michael Reynoso", "EPA-EFE", "2024-03-19", "Tidal Basin|Washington|D.C.|USA")]
    [InlineData(
        "A picture taken with a drone shows flooded houses after heavy rainfall in the village of Farkadona, near Trikala, Greece, 08 September 2023. EPA-EFE/NIKOS ARVANITAKIS",
        "Nikos Arvanitakis", "EPA-EFE", "2023-09-08", "|Farkadona|*|Greece")]
    [InlineData(
        "Jonas Weber of Germany in action during the men's downhill race at the FIS Alpine Skiing World Cup in Kitzbuehel, Austria, 20 January 2024. EPA-EFE/CHRISTIAN GRUBER",
        "Christian Gruber", "EPA-EFE", "2024-01-20", "|Kitzbuehel|*|Austria")]
    [InlineData(
        "Pope Leo greets a nun as he arrives for an audience in the Paul VI hall, Vatican City, 10 January 2024. EPA-EFE/ANGELO CARRI",
        "Angelo Carri", "EPA-EFE", "2024-01-10", "Paul VI hall|Vatican City|*|~")]
    [InlineData(
        "People with umbrellas walk during rain in Kolkata, eastern India, 24 July 2023. EPA-EFE/PIYAL ADHIKARI",
        "Piyal Adhikari", "EPA-EFE", "2023-07-24", "|Kolkata|*|India")]
    [InlineData(
        "Polish farmers protest at the Polish-Ukrainian border crossing in Medyka, southeastern Poland, 20 February 2024. EPA-EFE/DAREK DELMANOWSKI POLAND OUT",
        "Darek Delmanowski", "EPA-EFE", "2024-02-20", "*|Medyka|*|Poland")]
    [InlineData(
        "Damaged cars after a landslide in Casamicciola on the southern Italian island of Ischia, 26 November 2022 (issued 27 November 2022). EPA-EFE/CIRO FUSCONE",
        "Ciro Fuscone", "EPA-EFE", "2022-11-26", "|Casamicciola|*|~")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
