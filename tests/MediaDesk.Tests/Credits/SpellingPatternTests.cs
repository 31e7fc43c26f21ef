using MediaDesk.Credits;

namespace MediaDesk.Tests.Credits;

public sealed class SpellingPatternTests
{
    [Theory]
    [InlineData("Satellite image * Example Technologies", "SATELLITE IMAGE ©2022 Example Technologies", true)]
    [InlineData("Satellite image * Example Technologies", "Satellite image Example Technologies", false)]
    [InlineData("Satellite image * Example Technologies", "Satellite image example technologies", false)]
    [InlineData("Contributor *", "Contributor 8523328", true)]
    [InlineData("Contributor *", "Contributor", false)]
    [InlineData("* Bildagentur", "Münchner Bildagentur", true)]
    [InlineData("* Bildagentur", "Münchner Bildagentur GmbH", false)]
    public void Pattern_FitsWholeWords(string pattern, string name, bool fits)
    {
        var catalogue = new AgencyCatalogue([new("Example", AgencyKind.Agency, Patterns: [pattern])]);
        Assert.Equal(fits ? "Example" : null, catalogue.Find(name)?.Name);
    }

    [Theory]
    [InlineData("Getty Images", "one *")]
    [InlineData("* and *", "one *")]
    [InlineData("Get* Images", "whole words")]
    [InlineData("*", "3 letters")]
    [InlineData("a *", "3 letters")]
    public void Pattern_ThatCannotBeKept_SaysWhy(string pattern, string why)
    {
        Assert.False(SpellingPattern.TryParse(pattern, out _, out var fault));
        Assert.Contains(why, fault, StringComparison.Ordinal);
    }
}
