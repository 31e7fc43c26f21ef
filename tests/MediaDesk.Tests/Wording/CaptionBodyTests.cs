namespace MediaDesk.Tests.Wording;

/// <summary>The sentences that remain for the caption field.</summary>
public sealed class CaptionBodyTests
{
    [Theory]
    [InlineData("A tram passes in Riga, Latvia, May 3, 2023. (AP Photo/Juris Berzins)", "A tram passes in Riga, Latvia, May 3, 2023.")]
    [InlineData("A tram passes in Riga, Latvia, May 3, 2023. REUTERS/Juris Berzins", "A tram passes in Riga, Latvia, May 3, 2023.")]
    [InlineData("A tram passes in Riga on May 3, 2023. (Photo by Juris BERZINS / AFP) (Photo by JURIS BERZINS/AFP via Getty Images)", "A tram passes in Riga on May 3, 2023.")]
    [InlineData("Mandatory Credit: Photo by Juris Berzins/Shutterstock (12345678a)\nA tram\nTrams in Riga, Latvia - 03 May 2023", "A tram\nTrams in Riga, Latvia - 03 May 2023")]
    [InlineData("RIGA, LATVIA - MAY 03: A tram passes on May 3, 2023 in Riga, Latvia. (Photo by Juris Berzins/Getty Images)", "A tram passes on May 3, 2023 in Riga, Latvia.")]
    [InlineData("RIGA, LATVIA - MAY 03: A tram passes. (Photo by Juris Berzins/Getty Images)", "RIGA, LATVIA - MAY 03: A tram passes.")]
    [InlineData("A tram passes.<br>The line is new.", "A tram passes.\nThe line is new.")]
    public void Caption_IsTheText_WithoutWhatStandsInOtherFields(string text, string caption) =>
        Assert.Equal(caption, CaptionTable.Reader.Read(text).Caption);
}
