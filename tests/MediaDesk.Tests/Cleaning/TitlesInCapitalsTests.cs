namespace MediaDesk.Tests.Cleaning;

public sealed class TitlesInCapitalsTests
{
    [Theory]
    [InlineData("STRINGER", "Stringer")]
    [InlineData("STAFF PHOTOGRAPHER", "Staff photographer")]
    [InlineData("CONTRIBUTOR", "Contributor")]
    public void KnownTitles_BecomeNormalCase(string title, string then) => Check(title, then);

    [Theory]
    [InlineData("Stringer")]
    [InlineData("STF")]
    [InlineData("MBR")]
    [InlineData("HOGP")]
    [InlineData("NASA PHOTOGRAPHER")]
    [InlineData("staff")]
    public void CodesAndOtherTitles_Stay(string title) => Check(title, title);

    private static void Check(string title, string then)
    {
        var before = CleaningTable.Fields("JANE DOE", title, "AFP");
        Assert.Equal(before with { BylineTitle = then }, CleaningTable.Clean("titles-in-capitals", before));
    }
}
