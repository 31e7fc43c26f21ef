using MediaDesk.Search;
using Microsoft.EntityFrameworkCore;

namespace MediaDesk.Tests.Search;

public sealed class SimilarTests
{
    [Fact]
    public async Task SimilarField_FindsCaptionsAboutTheSame_NotThoseOfTheSamePhotographer()
    {
        await using var desk = await SearchDesk.OpenAsync();
        (string, string) by = ("creatorNames", "Leila Haddad");
        await desk.AddAsync("one.jpg", ("description", "Displaced families queue for bread at the bakery of Qaminas in the rain. Photo: Leila Haddad"), by);
        await desk.AddAsync("two.jpg", ("description", "Bread is scarce: a queue before the bakery of Qaminas"), ("creatorNames", "Jo Roe"));
        await desk.AddAsync("same-hand.jpg", ("description", "The cup final. Photo: Leila Haddad"), by);
        await desk.AddAsync("far.jpg", ("description", "A bakery in Paris"));
        for (var n = 0; n < 10; n++)
        {
            await desk.AddAsync($"filler{n}.jpg", ("description", $"The match {n} of the season in the rain, at the stadium. Photo: Leila Haddad"), by);
        }

        await using var rows = desk.Desk.Rows();
        var id = (await rows.Media.SingleAsync(item => item.FileName == "one.jpg", TestContext.Current.CancellationToken)).Id;

        Assert.Equal("two.jpg one.jpg", await desk.FindAsync($"similar:{id}"));
        Assert.Equal("two.jpg", await desk.FindAsync($"similar:{id} by:\"Jo Roe\""));
        Assert.Equal("", await desk.FindAsync("similar:4711"));
    }

    [Fact]
    public async Task Similar_MarksTheWordsThatTwoCaptionsShare()
    {
        await using var desk = await SearchDesk.OpenAsync();
        await desk.AddAsync("one.jpg", ("description", "Queue at the bakery of Qaminas"));
        await desk.AddAsync("two.jpg", ("description", "Bakery in Qaminas, queue"));
        for (var n = 0; n < 10; n++)
        {
            await desk.AddAsync($"filler{n}.jpg", ("description", $"Match {n}"));
        }

        var two = (await desk.PageAsync("similar:1")).Items.Single(photo => photo.FileName == "two.jpg");

        Assert.Equal(["Bakery", "Qaminas", "queue"], two.Marks.Select(mark => two.Fields.Text("description")!.Substring(mark.Start, mark.Length)));
    }

    [Theory]
    [InlineData("similar:12")]
    [InlineData("alike:12 -similar:3")]
    [InlineData("(alike:1 OR flood) in:Syria")]
    public void LikeFields_Written_AreReadAsTheSame(string query)
    {
        var parsed = SearchDesk.Parsed(query);

        Assert.Equal(query, parsed.ToString());
        Assert.Equal(parsed, SearchQuery.OfConditions(parsed.Chips.Select(chip => chip.Text)).Query);
    }

    [Theory]
    [InlineData("similar:bread")]
    [InlineData("alike:-3")]
    [InlineData("alike:99999999999999999999")]
    [InlineData("similar:\"\"")]
    public void LikeField_WithoutANumber_SaysWhatItTakes(string query)
    {
        var fault = SearchQuery.Parse(query).Fault;

        Assert.Contains("takes the number of a photo", fault!.Message);
        Assert.Equal((0, query.Length), (fault.Position, fault.Length));
    }
}
