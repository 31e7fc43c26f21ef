namespace MediaDesk.Tests.Credits;

/// <summary>Reuters: "REUTERS/X", "X/Handout via REUTERS", "/File Photo", partners with a hyphen.</summary>
public sealed class ReutersCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("Satellite image ©2023 Maxar Technologies/Handout via REUTERS", "", "Maxar Technologies > Reuters", "handout")]
    [InlineData("REUTERS/Oksana Bondarchuk", "Oksana Bondarchuk", "Reuters", "")]
    [InlineData("REUTERS/Oksana Bondarchuk/File Photo", "Oksana Bondarchuk", "Reuters", "file")]
    [InlineData("REUTERS/Oksana Bondarchuk/Pool", "Oksana Bondarchuk", "Reuters", "pool")]
    [InlineData("Kyodo/via REUTERS", "", "Kyodo > Reuters", "")]
    [InlineData("Kacper Lisowski/Agencja Wyborcza.pl via REUTERS", "Kacper Lisowski", "Agencja Wyborcza.pl > Reuters", "")]
    [InlineData("Mandatory Credit: Brady Holcomb-USA TODAY Sports", "Brady Holcomb", "USA TODAY Sports", "")]
    [InlineData("Mandatory Credit: Brady Holcomb-Imagn Images", "Brady Holcomb", "Imagn Images", "")]
    [InlineData("Action Images via Reuters/Duncan Wetherby", "Duncan Wetherby", "Action Images > Reuters", "")]
    [InlineData("Sputnik/Grigory Aleksandrov/Kremlin via REUTERS", "Grigory Aleksandrov", "Sputnik > Kremlin > Reuters", "")]
    [InlineData("Press Service of the National Guard of Ukraine/Handout via REUTERS ATTENTION EDITORS - THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY.", "", "Press Service of the National Guard of Ukraine > Reuters", "handout")]
    [InlineData("Thanh Nguyen/West Valley Fire Protection District/Handout via REUTERS", "Thanh Nguyen", "West Valley Fire Protection District > Reuters", "handout")]
    [InlineData("Reuters/Rosalind Achebe/File", "Rosalind Achebe", "Reuters", "file")]
    [InlineData("Stringer/Reuters", "", "Reuters", "")]
    [InlineData("(KCNA via REUTERS)", "", "KCNA > Reuters", "")]
    [InlineData("KCNA/Handout via REUTERS", "", "KCNA > Reuters", "handout")]
    [InlineData("REUTERS/Mike Blakely/Illustration", "Mike Blakely", "Reuters", "")]
    [InlineData("REUTERS/Mike Blakely  TPX IMAGES OF THE DAY", "Mike Blakely", "Reuters", "")]
    [InlineData("REUTERS/Stringer", "", "Reuters", "")]
    [InlineData("REUTERS/Staff/File Photo", "", "Reuters", "file")]
    [InlineData("Mike Blakely/Pool via REUTERS", "Mike Blakely", "Reuters", "pool")]
    [InlineData("ANI/Handout via REUTERS", "", "ANI > Reuters", "handout")]
    [InlineData("Tom Nicholls-Reyes/REUTERS", "Tom Nicholls-Reyes", "Reuters", "")]
    [InlineData("Social Media via REUTERS", "", "Reuters", "")]
    [InlineData("TT News Agency/Janerik Henrikson via REUTERS", "Janerik Henrikson", "TT News Agency > Reuters", "")]
    [InlineData("NTB/Heiko Junger via REUTERS", "Heiko Junger", "NTB > Reuters", "")]
    [InlineData("Ritzau Scanpix/Bo Amstrupsen via REUTERS", "Bo Amstrupsen", "Ritzau Scanpix > Reuters", "")]
    [InlineData("Christinne Muschik / REUTERS", "Christinne Muschik", "Reuters", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
