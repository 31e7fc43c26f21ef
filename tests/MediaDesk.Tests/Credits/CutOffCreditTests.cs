using System.Text;
using MediaDesk.Credits;
using MediaDesk.Metadata;

namespace MediaDesk.Tests.Credits;

/// <summary>IIM holds 32 bytes of a credit; Getty writes a placeholder where it does not fit.</summary>
public sealed class CutOffCreditTests
{
    [Theory]
    [InlineData("PA Archive/Press Association Ima", "", "PA")]
    [InlineData("OLGA MARCHENKOVA/AFP/Getty Image", "Olga Marchenkova", "AFP > Getty Images")]
    [InlineData("Anna Szymborskaa/Anadolu Agency ", "Anna Szymborskaa", "Anadolu Agency")]
    [InlineData("Anna Szymborska/Anadolu Agency v", "Anna Szymborska", "Anadolu Agency")]
    [InlineData("Anna Szymbor/Anadolu Agency via ", "Anna Szymbor", "Anadolu Agency")]
    [InlineData("Anna Szymb/Anadolu Agency via Ge", "Anna Szymb", "Anadolu Agency > Getty Images")]
    public void AgencyCutAtTheEndOfTheField_IsStillThatAgency(string line, string photographers, string agencies)
    {
        Assert.Equal(32, Encoding.UTF8.GetByteCount(line));
        CreditTable.Check(line, photographers, agencies, "");
    }

    [Fact]
    public void NameLikeTheBeginningOfAnAgency_InALineOfOtherLength_IsNoAgency() =>
        Assert.DoesNotContain(CreditTable.Read("PA Archive/Press Association Imaging").Values, value => value.Rule == CreditRule.CutAgency);

    [Fact]
    public void Placeholder_SaysNothingByItself() => Assert.Empty(CreditTable.Read("(Credit too long, see caption)").Values);

    [Fact]
    public void Placeholder_OfAPhoto_IsLookedUpInItsCaption()
    {
        var fields = new FieldValues(
        [
            new("creditLine", FieldValue.Of("(Credit too long, see caption)")!),
            new("description", FieldValue.Of("A harbour (left) at dawn. (Photo by Jo Roe / Port of Example Press Office / Anadolu Agency via Getty Images)")!),
        ]);
        var chain = CreditReader.Read(fields, AgencyCatalogue.Seeded);
        Assert.Equal(["Jo Roe"], chain.Photographers);
        Assert.Equal(["Port of Example Press Office", "Anadolu Agency", "Getty Images"], chain.AgencyNames);
    }
}
