using MediaDesk.Credits;

namespace MediaDesk.Tests.Credits;

/// <summary>An agency is named as the line writes it, in normal case and undressed; counted it is under the one agency.</summary>
public sealed class WrittenAgencyTests
{
    [Theory]
    [InlineData("(PTI Photo/Jo Roe)", "PTI", "Press Trust of India")]
    [InlineData("Jo Roe/Sipa", "Sipa", "Sipa Press")]
    [InlineData("Jo Roe/Sipa Press", "Sipa Press", "Sipa Press")]
    [InlineData("LA PRESSE CANADIENNE/Jo Roe", "La Presse Canadienne", "The Canadian Press")]
    [InlineData("Jo Roe/Kyodo News", "Kyodo News", "Kyodo")]
    [InlineData("Jo Roe/Anadolu", "Anadolu", "Anadolu Agency")]
    [InlineData("EPA/JO ROE", "EPA", "EPA-EFE")]
    [InlineData("(AP Foto/Jo Roe)", "AP", "AP")]
    [InlineData("Jo Roe/The Associated Press", "AP", "AP")]
    [InlineData("#APPhoto by Jo Roe", "AP", "AP")]
    [InlineData("Jo Roe/PA Wire", "PA Wire", "PA")]
    [InlineData("Jo Roe/Press Association", "PA", "PA")]
    [InlineData("Jo Roe/Getty", "Getty Images", "Getty Images")]
    [InlineData("Jo Roe/Rex", "Rex Features", "Rex Features")]
    [InlineData("Jo Roe/Alamy Stock Photo", "Alamy", "Alamy")]
    [InlineData("Jo Roe/Retuers", "Reuters", "Reuters")]
    [InlineData("Jo Roe/EXAMPLE COUNTY FIRE SERVICE", "Example County Fire Service", "Example County Fire Service")]
    public void Agency_IsNamedAsTheLineDoes(string line, string written, string agency)
    {
        var chain = CreditTable.Read(line);
        Assert.Equal([written], chain.AgencyNames);
        Assert.Equal([agency], chain.Agencies.Select(one => one.Name));
    }

    [Fact]
    public void TwoArchivesOfOneHouse_AreTwo() =>
        Assert.Equal(["Keystone-France", "Gamma-Keystone", "Getty Images"], CreditTable.Read("(Photo by Keystone-France/Gamma-Keystone via Getty Images)").AgencyNames);
}
