namespace MediaDesk.Tests.Cleaning;

public sealed class NobodysNameTests
{
    private const string Rule = "nobodys-name";

    [Theory]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("--")]
    [InlineData("Uncredited")]
    [InlineData("UNKNOWN")]
    [InlineData("n/a")]
    [InlineData("Stringer")]
    [InlineData("STR")]
    [InlineData("XXSTRINGERXX xxxxx")]
    [InlineData("AFP Contributor")]
    public void WordsForNobody_Go(string byline) => CleaningTable.CheckByline(Rule, byline, "");

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("Jane Stringer")]
    [InlineData("Pool Jansen")]
    [InlineData("Nexora")]
    [InlineData("李")]
    [InlineData("𠮷")]
    [InlineData("JR")]
    public void Names_Stay(string byline) => CleaningTable.CheckByline(Rule, byline, byline);

    [Fact]
    public void Role_GoesIntoAnEmptyTitle_AndStaysOutOfAFullOne()
    {
        Assert.Equal("Stringer", CleaningTable.Clean(Rule, CleaningTable.Fields("STRINGER", credit: "AFP")).BylineTitle);
        Assert.Equal("Freelance", CleaningTable.Clean(Rule, CleaningTable.Fields("STRINGER", "Freelance", "AFP")).BylineTitle);
        Assert.Null(CleaningTable.Clean(Rule, CleaningTable.Fields("Uncredited", credit: "AFP")).BylineTitle);
    }

    [Theory]
    [InlineData("Handout", "AFP", "", "Handout/AFP")]
    [InlineData("HO", "Handout/AFP", "", "Handout/AFP")]
    [InlineData("POOL", "AFP", "", "Pool/AFP")]
    [InlineData("Handout", "", "Handout", "")]
    public void PoolAndHandout_AreNotLost(string byline, string credit, string bylineThen, string creditThen) =>
        CleaningTable.Check(Rule, byline, credit, bylineThen, creditThen);

    [Fact]
    public void DashesElsewhere_AreEmptyFields()
    {
        var after = CleaningTable.Clean(Rule, CleaningTable.Fields("Jane Doe", "-", "-", ".", "-"));

        Assert.Equal((null, null, null, "-"), (after.BylineTitle, after.Credit, after.Source, after.Caption));
    }
}
