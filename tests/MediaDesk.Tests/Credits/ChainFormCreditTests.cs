namespace MediaDesk.Tests.Credits;

/// <summary>How links of a credit stand together: strokes within names, names spelled out in brackets, terms behind the last one.</summary>
public sealed class ChainFormCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    // Two agencies with a stroke between are a chain, although a spelling of one has the same words.
    [InlineData("(Photo by Jo Roe/dpa/picture alliance via Getty Images)", "Jo Roe", "dpa > picture alliance > Getty Images", "")]
    [InlineData("dpa/picture alliance", "", "dpa > picture alliance", "")]
    // One agency whose name has the stroke.
    [InlineData("Foto: picture alliance/dpa | Jo Roe", "Jo Roe", "dpa", "")]
    [InlineData("EFE/EPA/Jo Roe", "Jo Roe", "EPA-EFE", "")]
    [InlineData("EPA/EFE/Jo Roe", "Jo Roe", "EPA-EFE", "")]
    [InlineData("Jo Roe/MTI/MTVA", "Jo Roe", "MTI/MTVA", "")]
    [InlineData("dpa picture-alliance", "", "dpa picture-alliance", "")]
    // Initials and what they are short for.
    [InlineData("Jo Roe/NGB (Northern Gulf Broadcasting) via REUTERS", "Jo Roe", "NGB (Northern Gulf Broadcasting) > Reuters", "")]
    [InlineData("Jo Roe/WANA (West Asia News Agency) via REUTERS", "Jo Roe", "WANA (West Asia News Agency) > Reuters", "")]
    [InlineData("dpa (Deutsche Presse-Agentur)", "", "dpa", "")]
    // Brackets with anything else are no part of the name.
    [InlineData("Jo Roe/AFP (Getty Images)", "Jo Roe", "AFP > Getty Images", "")]
    // Who gave it away, through a wire.
    [InlineData("Courtesy of River Guard/Handout via REUTERS", "", "River Guard > Reuters", "handout")]
    [InlineData("Courtesy of Harbour Light/Handout via REUTERS/File Photo", "", "Harbour Light > Reuters", "handout,file")]
    [InlineData("Gobernación de Antioquia/Handout vía REUTERS", "", "Gobernación de Antioquia > Reuters", "handout")]
    // A domain is written as it is.
    [InlineData("FOTO: ELENA ROE LÓPEZ/CUARTOSCURO.COM", "Elena Roe López", "Cuartoscuro.com", "")]
    [InlineData("Foto: Elena Roe López/Cuartoscuro", "Elena Roe López", "Cuartoscuro", "")]
    // What sells pictures on the web is not called by its address.
    [InlineData("iStock.com/joroe", "joroe", "iStock", "")]
    [InlineData("., and ", "", "", "")]
    // The wire's own mark says the agency again.
    [InlineData("Foto: Jo Roe/dpa +++ dpa-Bildfunk +++", "Jo Roe", "dpa", "")]
    [InlineData("+++ dpa-Bildfunk +++", "", "dpa-Bildfunk", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);

    [Theory]
    [InlineData("Kyodo via REUTERS THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY. JAPAN OUT. NO COMMERCIAL OR EDITORIAL SALES IN JAPAN.", "Kyodo > Reuters")]
    [InlineData("Jo Roe/Pool via REUTERS NO COMMERCIAL OR EDITORIAL SALES IN SOUTH KOREA", "Reuters")]
    public void TermsInCapitals_EndTheCredit(string line, string agencies) =>
        Assert.Equal(agencies, string.Join(" > ", Wording.CaptionTable.Reader.Read(line).Agencies));
}
