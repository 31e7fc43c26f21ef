namespace MediaDesk.Tests.Cleaning;

public sealed class CreditPlaceholdersTests
{
    [Theory]
    [InlineData("(Credit too long, see caption)")]
    [InlineData("Credit too long, see caption")]
    [InlineData("(CREDIT TOO LONG, SEE CAPTION)")]
    [InlineData("See caption")]
    public void Pointer_IsNoCredit(string credit) => CleaningTable.CheckCredit("credit-placeholders", credit, "");

    [Theory]
    [InlineData("Getty Images")]
    [InlineData("Getty Images (credit too long, see caption)")]
    [InlineData("Caption Press")]
    [InlineData("Long Credit Union/AP")]
    public void Credits_Stay(string credit) => CleaningTable.CheckCredit("credit-placeholders", credit, credit);
}
