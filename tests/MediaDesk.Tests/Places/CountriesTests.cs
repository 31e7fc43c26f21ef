using MediaDesk.Places;

namespace MediaDesk.Tests.Places;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("SY", "SYR")]
    [InlineData("syr", "SYR")]
    [InlineData("Syria", "SYR")]
    [InlineData("Syrian Arab Republic", "SYR")]
    [InlineData("SYRIE", "SYR")]
    [InlineData("Syrien", "SYR")]
    [InlineData("سورية", "SYR")]
    [InlineData("Сирия", "SYR")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Turkiye", "TUR")]
    [InlineData("U.S.A.", "USA")]
    [InlineData("Cote d'Ivoire", "CIV")]
    [InlineData("Côte-d’Ivoire", "CIV")]
    [InlineData("Kosovo", "XKX")]
    [InlineData("Congo", "COD")]
    [InlineData("Viet Nam", "VNM")]
    public void Code_FromCodesAndNames_IsAlpha3(string text, string alpha3)
    {
        Assert.True(Countries.TryCode(text, out var code));
        Assert.Equal(alpha3, code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Atlantis")]
    [InlineData("XX")]
    [InlineData("Idlib")]
    [InlineData("Guinea Pigs")]
    public void Code_OfWhatIsNoCountry_IsNone(string? text) => Assert.False(Countries.TryCode(text, out _));

    [Fact]
    public void Name_IsTheNewsroomsEnglish()
    {
        Assert.Equal("Syria", Countries.Name("SYR"));
        Assert.Equal("South Korea", Countries.Name("KOR"));
        Assert.Null(Countries.Name("XXX"));
    }
}
