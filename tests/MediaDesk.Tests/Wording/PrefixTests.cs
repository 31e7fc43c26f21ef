namespace MediaDesk.Tests.Wording;

/// <summary>What wires put in front of a caption, and how they correct and withdraw photos.</summary>
public sealed class PrefixTests
{
    private const string Caption = "A tram passes in Riga, Latvia, May 3, 2023.";

    [Theory]
    [InlineData("TOPSHOT - ", "TOPSHOT")]
    [InlineData("APTOPIX ", "APTOPIX")]
    [InlineData("FILE - ", "FILE")]
    [InlineData("(FILES) ", "FILES")]
    [InlineData("FILE PHOTO: ", "FILE PHOTO")]
    [InlineData("TOPSHOT-LATVIA-TRANSPORT-TRAM<br>TOPSHOT - ", "TOPSHOT")]
    [InlineData("LATVIA-TRANSPORT-TRAM\n", null)]
    [InlineData("ALTERNATE CROP - ", "ALTERNATE CROP")]
    public void Prefix_IsFlagged_AndLeavesTheCaption(string prefix, string? flag)
    {
        var parsed = CaptionTable.Reader.Read(prefix + Caption);
        Assert.Equal(Caption, parsed.Caption);
        Assert.Equal(flag, parsed.Spans.SingleOrDefault(span => span.Field == "prefix")?.Value);
        Assert.Equal(flag?.StartsWith("FILE", StringComparison.Ordinal) == true, parsed.File);
        Assert.Equal(("2023-05-03", "Riga"), (parsed.Date, parsed.Place.City));
    }

    [Theory]
    [InlineData("CORRECTS CITY TO RIGA FROM LIEPAJA - " + Caption)]
    [InlineData("CORRECTION - " + Caption)]
    [InlineData(Caption + " “The erroneous mention[s] appearing in the metadata of this photo by Juris BERZINS has been modified in AFP systems in the following manner: [Riga] instead of [Liepaja].”")]
    public void Correction_IsFlagged_AndLeavesTheCaption(string text)
    {
        var parsed = CaptionTable.Reader.Read(text);
        Assert.Equal(Caption, parsed.Caption);
        Assert.Contains(parsed.Spans, span => span.Field == "correction");
        Assert.Equal("Riga", parsed.Place.City);
    }

    [Theory]
    [InlineData("MANDATORY KILL-DUE TO AN EDITORIAL ISSUE THIS PHOTO NUMBER 000_12AB34 LATVIA-TRAM BY JURIS BERZINS HAS BEEN WITHDRAWN AND MAY NO LONGER BE USED IN ANY MANNER.")]
    [InlineData("PHOTO KILL: The image of a tram in Riga, Latvia, on May 3, 2023 appears to have been altered.")]
    [InlineData("KILL NOTIFICATION. Please remove all copies of this photo of a tram in Riga, Latvia.")]
    [InlineData("This picture by Juris Berzins of a tram in Riga has been withdrawn. Please delete it.")]
    public void Kill_IsFlagged_AndDescribesNoPicture(string text)
    {
        var parsed = CaptionTable.Reader.Read(text);
        Assert.Contains(parsed.Spans, span => span.Field == "kill");
        Assert.Equal((null, null, null), (parsed.Caption, parsed.Date, parsed.Place.City));
    }

    [Theory]
    [InlineData("Troops have been withdrawn from the town of Cesis, Latvia, May 3, 2023.")]
    [InlineData("FILE PHOTO of a tram hangs on a wall in Riga, Latvia, May 3, 2023.")]
    public void WordsOfASentence_AreNoPrefix(string caption)
    {
        var parsed = CaptionTable.Reader.Read(caption);
        Assert.DoesNotContain(parsed.Spans, span => span.Field is "kill" or "prefix");
        Assert.Equal(caption, parsed.Caption);
    }
}
