namespace MediaDesk.Tests.Credits;

/// <summary>What the form of a line says of names that nobody knows.</summary>
public sealed class LastLinkCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("(Photo credit should read JO ROE/AFP/Getty Images)", "Jo Roe", "AFP > Getty Images", "")]
    [InlineData("Photo credit must read: Jo Roe/Nexora Pix", "Jo Roe", "Nexora Pix", "")]
    // Getty's form ends in the collection.
    [InlineData("(Photo by Jo Roe/Nexora)", "Jo Roe", "Nexora", "")]
    [InlineData("(Photo by Jo Roe/NXR)", "Jo Roe", "NXR", "")]
    [InlineData("(Photo by Jo Roe/Blue Quartz)", "Jo Roe", "Blue Quartz", "")]
    // Two people, or one who knows: offered.
    [InlineData("(Photo by Jo Roe/Ann Poe)", "Jo Roe", "", "")]
    // Words of organisations that are family names behind a given name.
    [InlineData("KEYSTONE/GABRIELE DELLA CASA", "Gabriele Della Casa", "Keystone", "")]
    [InlineData("REUTERS/Daniel Park", "Daniel Park", "Reuters", "")]
    [InlineData("Anna Church/Getty Images", "Anna Church", "Getty Images", "")]
    [InlineData("Hyde Park/Getty Images", "", "Hyde Park > Getty Images", "")]
    [InlineData("U.S. Army photo by Sgt. 1st Class Jo Roe/Released", "Jo Roe", "U.S. Army", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
