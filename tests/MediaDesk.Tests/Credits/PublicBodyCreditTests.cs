namespace MediaDesk.Tests.Credits;

/// <summary>Bodies that hand out their own pictures: "U.S. Navy photo by Rank X", "Courtesy of".</summary>
public sealed class PublicBodyCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("U.S. Navy photo by Mass Communication Specialist 2nd Class Tyrell Hobbs/Released", "Tyrell Hobbs", "U.S. Navy", "")]
    [InlineData("(U.S. Army photo by Staff Sgt. Moira Tennant)", "Moira Tennant", "U.S. Army", "")]
    [InlineData("Photo courtesy of NASA/JPL-Caltech", "", "NASA/JPL-Caltech", "")]
    [InlineData("Official White House Photo by Adam Kittredge", "Adam Kittredge", "White House", "")]
    [InlineData("NASA/Bill Ingallson", "Bill Ingallson", "NASA", "")]
    [InlineData("U.S. Air Force photo by Senior Airman Kaylee Dubuque", "Kaylee Dubuque", "U.S. Air Force", "")]
    [InlineData("U.S. Marine Corps photo by Lance Cpl. Alexis Sanchezo", "Alexis Sanchezo", "U.S. Marine Corps", "")]
    [InlineData("UN Photo/Eskinder Debebeson", "Eskinder Debebeson", "UN Photo", "")]
    [InlineData("UNICEF/Mohamed Zakariah", "Mohamed Zakariah", "UNICEF", "")]
    [InlineData("COURTESY OF WARNER BROS. PICTURES", "", "Warner Bros. Pictures", "")]
    [InlineData("© Netflix/Courtesy Everett Collection", "", "Netflix > Everett Collection", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
