using MediaDesk.Credits;
using MediaDesk.Cleaning;

namespace MediaDesk.Tests.Cleaning;

public sealed class AgencySpellingsTests
{
    [Theory]
    [InlineData("GETTY IMAGES", "Getty Images")]
    [InlineData("Getty", "Getty Images")]
    [InlineData("afp", "AFP")]
    [InlineData("REUTERS", "Reuters")]
    [InlineData("Retuers", "Reuters")]
    [InlineData("DPA", "dpa")]
    [InlineData("AFP PHOTO", "AFP")]
    [InlineData("AFP PHOTO/GETTY IMAGES", "AFP/Getty Images")]
    [InlineData("Afp via Getty Images", "AFP via Getty Images")]
    [InlineData("ASSOCIATED PRESS", "Associated Press")]
    [InlineData("GETTY IMAGES for Nexora", "Getty Images for Nexora")]
    [InlineData("Agence Exemple/GETTY IMAGES", "Agence Exemple/Getty Images")]
    public void Agencies_AreWrittenAsTheirDataWriteThem(string credit, string then) => CleaningTable.CheckCredit("agency-spellings", credit, then);

    [Theory]
    [InlineData("AFP/Getty Images")]
    [InlineData("Associated Press")]
    [InlineData("EPA")]
    [InlineData("Anadolu via AFP")]
    [InlineData("TT / NTB")]
    [InlineData("PA Wire")]
    [InlineData("picture alliance / dpa")]
    [InlineData("Getty Images Europe")]
    [InlineData("NEXORA")]
    [InlineData("Jane Doe/Nexora")]
    [InlineData("Magnum Photos")]
    [InlineData("Pool/AFP")]
    public void OtherNames_AndNamesNotKnown_KeepTheirWords(string credit) => CleaningTable.CheckCredit("agency-spellings", credit, credit);

    [Fact]
    public void Source_IsWrittenSo_AndTheBylineIsNot()
    {
        var after = CleaningTable.Clean("agency-spellings", CleaningTable.Fields("REUTERS", source: "REUTERS"));

        Assert.Equal(("REUTERS", "Reuters"), (after.Byline[0], after.Source));
    }

    [Fact]
    public void AgencyOfTheHouse_IsWrittenAsTheHouseHasIt()
    {
        var agencies = new AgencyCatalogue([.. AgencyCatalogue.Seeded.Rules, new("Nexora Pictures", AgencyKind.Agency, ["Nexora"])]);

        var after = CleaningRules.Find("agency-spellings")!.Clean(CleaningTable.Fields("Jane Doe", credit: "NEXORA PICTURES/AFP"), agencies);

        Assert.Equal("Nexora Pictures/AFP", after.Credit);
    }
}
