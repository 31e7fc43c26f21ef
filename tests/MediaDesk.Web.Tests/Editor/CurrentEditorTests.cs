using Bunit;
using MediaDesk.Web.Features.Editor;

namespace MediaDesk.Web.Tests.Editor;

public sealed class CurrentEditorTests : RealDesk
{
    [Fact]
    public async Task KnownName_IsNotAskedAgain()
    {
        BrowserKnows("Ines Roth");

        Assert.Equal("Ines Roth", await Get<CurrentEditor>().RequireAsync());
        Assert.False(Get<CurrentEditor>().IsAsking);
    }

    [Fact]
    public async Task NotNow_AnswersWithoutAName()
    {
        var asked = Get<CurrentEditor>().RequireAsync();
        Get<CurrentEditor>().Cancel();

        Assert.Null(await asked);
    }

    [Theory]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task BlankName_IsRefused(string? typed) => Assert.False(await Get<CurrentEditor>().ConfirmAsync(typed));

    [Fact]
    public void LastResort_StepsBackWhereAPageHasAPlace()
    {
        var foot = Render<YourName>(parameters => parameters.Add(it => it.IsLastResort, true));
        var page = Render<YourName>();

        foot.InvokeAsync(Get<CurrentEditor>().Ask);

        Assert.Single(page.FindAll("#your-name"));
        Assert.Empty(foot.FindAll("#your-name"));
    }
}
