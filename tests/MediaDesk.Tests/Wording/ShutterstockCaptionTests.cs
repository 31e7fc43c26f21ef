namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from Shutterstock: the credit first, event, place and day in the last line.</summary>
public sealed class ShutterstockCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "Mandatory Credit: Photo by Matt Barlow/Shutterstock (14233445ax)\nSienna Wolfe\n'The Last Orchard' premiere, Los Angeles, California, USA - 30 Nov 2023",
        "Matt Barlow", "Shutterstock", "2023-11-30", "|Los Angeles|California|USA")]
    [InlineData(
        "Editorial use only\nMandatory Credit: Photo by Karen Whitfield/ITV/Shutterstock (14300001c)\nDes Rowan\n'Good Morning Britain' TV show, London, UK - 11 Jan 2024",
        "Karen Whitfield", "ITV > Shutterstock", "2024-01-11", "|London|*|UK")]
    [InlineData(
        "Mandatory Credit: Photo by David Fisherman/Shutterstock (14438839cx)\nTom Blythe\n'Challenger' film premiere, Leicester Square, London, UK - 10 Apr 2024",
        "David Fisherman", "Shutterstock", "2024-04-10", "Leicester Square|London|*|UK")]
    [InlineData(
        "Mandatory Credit: Photo by Xinhua/Shutterstock (13700131n)\nPeople visit a flower fair at a park in Nanning, south China's Guangxi Zhuang Autonomous Region\nChina Nanning Flower Fair - 05 Jan 2023",
        "", "Xinhua > Shutterstock", "2023-01-05", "|Nanning|Guangxi Zhuang Autonomous|China")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
