using System.Text;
using MediaDesk.Credits;

namespace MediaDesk.Tests.Credits;

/// <summary>Every value says where it stands, in UTF-16 units, and which convention gave it.</summary>
public sealed class CreditSpanTests
{
    [Theory]
    [InlineData("(Photo by OLGA MARCHENKO/AFP via Getty Images)", "OLGA MARCHENKO", "AFP", "Getty Images")]
    [InlineData("📷 Jo Roe and Ann Poe/AP, File", "Jo Roe", "Ann Poe", "AP", "File")]
    [InlineData("Port Authority/Handout via REUTERS", "Port Authority", "REUTERS", "Handout")]
    [InlineData("\u202Bمحمد علي\u202C / AFP", "محمد علي", "AFP")]
    public void Values_PointAtTheirWords(string line, params string[] words)
    {
        var values = CreditTable.Read(line).Values;
        Assert.Equal(words.Order(StringComparer.Ordinal), values.Select(value => line.Substring(value.Start, value.Length)).Order(StringComparer.Ordinal));
        Assert.All(values, value => Assert.InRange(value.Confidence, 0, 1));
        Assert.All(values, value => Assert.NotEmpty(value.Rule));
    }

    /// <summary>What is no credit takes no time and says nothing.</summary>
    [Theory]
    [InlineData("(", 1_000_000)]
    [InlineData("/", 1_000_000)]
    [InlineData("A, ", 400_000)]
    [InlineData("AP/", 400_000)]
    [InlineData("word ", 250_000)]
    public void TextTooLongForACredit_SaysNothing(string part, int times) =>
        Assert.Empty(CreditTable.Read(new StringBuilder().Insert(0, part, times).ToString()).Values);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("((((((((((")]
    [InlineData("\u0000\u0001\u0007")]
    [InlineData("///|||---")]
    [InlineData("via via via")]
    public void TextWithoutAName_SaysNothing(string line) => Assert.Empty(CreditTable.Read(line).Values);

    [Fact]
    public void ScriptPastedFromTheWeb_IsText() =>
        Assert.DoesNotContain(CreditTable.Read("<script>alert(1)</script> Jo Roe/AFP").Photographers, name => name.Contains('<', StringComparison.Ordinal));
}
