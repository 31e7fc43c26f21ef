namespace MediaDesk.Tests.Proposals;

/// <summary>When a caption contradicts a field, and when it only says it in another way. Of what is not sure nothing is said.</summary>
public sealed class DisagreementTests
{
    private const string InIdlib = "People queue for bread outside a bakery in Idlib, Syria, on September 20, 2019. (Photo by Samir NADDAF / AFP)";

    [Theory]
    [InlineData("cityName", "Aleppo", true)]
    [InlineData("cityName", "Edlib", false)]
    [InlineData("cityName", "إدلب", false)]
    [InlineData("cityName", "IDLIB", false)]
    [InlineData("cityName", "Idlib city", false)]
    // In the region of that name.
    [InlineData("cityName", "Qaminas", false)]
    [InlineData("cityName", "Saraqib", false)]
    // Nobody knows it.
    [InlineData("cityName", "Camp Seventeen", false)]
    [InlineData("countryName", "Turkey", true)]
    [InlineData("countryName", "SYR", false)]
    [InlineData("countryName", "SYRIAN ARAB REPUBLIC", false)]
    [InlineData("countryName", "سوريا", false)]
    [InlineData("countryName", "The Levant", false)]
    [InlineData("countryCode", "TUR", true)]
    [InlineData("countryCode", "SYR", false)]
    [InlineData("countryCode", "SY", false)]
    [InlineData("dateCreated", "2019-09-23", true)]
    [InlineData("dateCreated", "2018-09-20", true)]
    [InlineData("dateCreated", "2019-09-20", false)]
    [InlineData("dateCreated", "2019-09-20T16:30:05+03:00", false)]
    [InlineData("dateCreated", "2019-09", false)]
    [InlineData("dateCreated", "2019", false)]
    // Past midnight in another time zone.
    [InlineData("dateCreated", "2019-09-21T01:10:00Z", false)]
    [InlineData("creditLine", "AFP", false)]
    [InlineData("creditLine", "AFP/Getty Images", false)]
    [InlineData("creditLine", "Agence France-Presse", false)]
    [InlineData("creditLine", "AFP via Getty Images", false)]
    [InlineData("creditLine", "REUTERS", true)]
    // Who that is, the desk does not know.
    [InlineData("creditLine", "Nordlicht", false)]
    [InlineData("creatorNames", "Samir Naddaf", false)]
    [InlineData("creatorNames", "S. Naddaf", false)]
    [InlineData("creatorNames", "NADDAF Samir", false)]
    [InlineData("creatorNames", "STR", false)]
    [InlineData("creatorNames", "AFP", false)]
    [InlineData("creatorNames", "Jana Ortlieb", true)]
    [InlineData("sublocationName", "Bab al-Hawa", false)]
    [InlineData("instructions", "No sales", false)]
    public async Task Caption_AgainstAField_IsADisagreementOnlyWhereItContradicts(string field, string value, bool disagrees)
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("description", InIdlib), (field, value));

        Assert.Equal(disagrees, (await desk.RowsAsync(photo)).Any(row => row.Field == field));
        Assert.Equal(disagrees, (await desk.PhotoAsync(photo)).Proposed.HasFlag(Model.ProposedKinds.Disagreement));
    }

    [Theory]
    // Both are in the caption: which of them is shown is the editor's to say.
    [InlineData("A convoy from Aleppo arrives in Idlib, Syria, on September 20, 2019.", "cityName", "Aleppo")]
    // Counted from the very date it would contradict.
    [InlineData("People queue for bread in Idlib, Syria, on Monday.", "dateCreated", "2019-09-20")]
    // Wires write either.
    [InlineData("A man walks past a shop in Hong Kong, China, on September 20, 2019.", "countryCode", "HKG")]
    // A town's suburb.
    [InlineData("A man walks past a shop in Paris, France, on September 20, 2019.", "cityName", "Saint-Denis")]
    public async Task Caption_ThatMayMeanTheSame_IsNoDisagreement(string caption, string field, string value)
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("description", caption), (field, value));

        Assert.DoesNotContain(await desk.RowsAsync(photo), row => row.Field == field);
    }

    [Fact]
    public async Task CreditThatMayBeNoName_ContradictsNoByline()
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("creditLine", "Harbour View"), ("creatorNames", "Jana Ortlieb"));

        Assert.Empty(await desk.RowsAsync(photo));
    }

    [Fact]
    public async Task FilePhoto_SaysWhenItWasTaken_NotWhenItWasIssued()
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(
            ("description", "File photo dated 03-05-2021 of a tram in Lyon, France. Issue date: Monday April 4, 2022."), ("dateCreated", "2022-04-04T09:10:11Z"));

        Assert.Equal("2021-05-03", Assert.Single(await desk.RowsAsync(photo), row => row.Kind is Model.ProposalKind.Disagreement).Value.Text);
    }

    [Fact]
    public async Task PlaceInDoubtAtOneLevel_IsNotFilledInAtTheOthers()
    {
        await using var desk = await ProposalDesk.OpenAsync();

        var photo = await desk.AddAsync(("description", InIdlib), ("countryName", "Turkey"));

        var rows = await desk.RowsAsync(photo);
        Assert.Equal(Model.ProposalKind.Offer, Assert.Single(rows, row => row.Field == "cityName").Kind);
        Assert.Equal(Model.ProposalKind.Offer, Assert.Single(rows, row => row.Field == "countryCode").Kind);
        Assert.Equal(Model.ProposalKind.Fill, Assert.Single(rows, row => row.Field == "dateCreated").Kind);
    }
}
