using MediaDesk.Credits;

namespace MediaDesk.Tests.Credits;

public sealed class CreditStartTests
{
    /// <summary>The stroke ‖ marks the place in question.</summary>
    [Theory]
    [InlineData("A harbour at dawn. ‖(Photo by Jo Roe/AFP)", true)]
    [InlineData("A harbour at dawn. ‖Picture: AFP / Jo Roe", true)]
    [InlineData("A harbour at dawn. ‖© Jo ROE / AFP", true)]
    [InlineData("A harbour at dawn. ‖REUTERS/Jo Roe", true)]
    [InlineData("A harbour at dawn. ‖EPA-EFE/JO ROE", true)]
    [InlineData("A harbour at dawn ‖(AFP / Jo Roe)", true)]
    [InlineData("A harbour at dawn. ‖Mandatory Credit: Jo Roe-USA TODAY Sports", true)]
    [InlineData("Un port à l'aube. ‖Photo : Jo Roe / AFP", true)]
    [InlineData("A harbour ‖(left) at dawn.", false)]
    [InlineData("A harbour. ‖Images from the port show fishermen.", false)]
    [InlineData("A harbour at dawn.‖", false)]
    public void Credit_BeginsAtItsFirstWords(string text, bool begins) =>
        Assert.Equal(begins, CreditStart.IsAt(text.Replace("‖", "", StringComparison.Ordinal), text.IndexOf('‖', StringComparison.Ordinal), AgencyCatalogue.Seeded));
}
