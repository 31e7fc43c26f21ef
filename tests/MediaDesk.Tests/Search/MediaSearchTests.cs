namespace MediaDesk.Tests.Search;

public sealed class MediaSearchTests
{
    [Fact]
    public async Task Agency_EverySpellingOfAChain_IsFound()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("creditLine", "LEILA HADDAD/AFP/Getty Images"));
        await desk.AddAsync("b", ("creditLine", "AFP via Getty Images"));
        await desk.AddAsync("c", ("creditLine", "AFP PHOTO / Leila Haddad"));
        await desk.AddAsync("d", ("creditLine", "GETTY"));
        await desk.AddAsync("e", ("source", "Getty Images Europe"));
        await desk.AddAsync("f", ("copyrightNotice", "© 2014 Agence France-Presse. All rights reserved"));
        await desk.AddAsync("g", ("creditLine", "REUTERS/Leila Haddad"));

        Assert.Equal("f c b a", await desk.FindAsync("agency:AFP"));
        Assert.Equal("e d b a", await desk.FindAsync("agency:\"Getty Images\""));
        Assert.Equal("f c", await desk.FindAsync("agency:afp -agency:getty"));
        Assert.Equal("g c a", await desk.FindAsync("by:\"leila haddad\""));
    }

    [Fact]
    public async Task In_AnyLevelNameOrCode_IsFound()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("a", ("cityName", "Saraqib"), ("provinceState", "Idlib"), ("countryName", "SYRIA"));
        await desk.AddAsync("b", ("countryCode", "SYR"));
        await desk.AddAsync("c", ("description", "A refugee from Syria in Berlin"), ("countryCode", "DEU"));

        foreach (var spelling in (string[])["in:Syria", "in:SYR", "in:sy", "in:Syrie", "in:سوريا", "country:Сирия"])
        {
            Assert.Equal("b a", await desk.FindAsync(spelling));
        }

        Assert.Equal("a", await desk.FindAsync("in:\"Idlib\""));
        Assert.Equal("c a", await desk.FindAsync("syria"));
    }
}
