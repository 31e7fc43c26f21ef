using MediaDesk.Web.Features.AllIptc;

namespace MediaDesk.Web.Tests.AllIptc;

public sealed class PropertyTreeTests
{
    [Theory]
    [InlineData("", "Add", "", "[{}]", "0")]
    [InlineData("""[{"city":"Brno"}]""", "Add", "0/identifiers", """[{"city":"Brno","identifiers":[""]}]""", "0/identifiers/0")]
    [InlineData("""[{"city":"Brno"},{"city":"Praha"}]""", "Down", "0", """[{"city":"Praha"},{"city":"Brno"}]""", "1")]
    [InlineData("""[{"city":"Brno"},{"city":"Praha"}]""", "Remove", "1", """[{"city":"Brno"}]""", "0")]
    [InlineData("""[{"city":"Brno"}]""", "Remove", "0", "", null)]
    public void Change_OfStructures_GivesTheTextAndTheEntryForTheCursor(string text, string act, string path, string expected, string? cursor)
    {
        var tree = PropertyTree.Read("locationsShown", text);

        Assert.Equal(cursor, PropertyTree.Change(tree, new(Enum.Parse<TreeAct>(act), path, IsStructure: !path.EndsWith("identifiers", StringComparison.Ordinal))));
        Assert.Equal(expected, PropertyTree.Write("locationsShown", tree));
    }

    [Fact]
    public void Vertices_OfARegionWithoutABoundary_MakeTheBoundary()
    {
        var tree = PropertyTree.Read("imageRegion", """[{"name":"Face"}]""");

        Assert.Equal("0/regionBoundary/rbVertices/0", PropertyTree.Change(tree, new(TreeAct.Add, "0/regionBoundary/rbVertices", IsStructure: true)));
        Assert.Equal("""[{"name":"Face","regionBoundary":{"rbVertices":[{}]}}]""", PropertyTree.Write("imageRegion", tree));
    }

    [Theory]
    [InlineData("""[{"name":"Face"}]""", "Put", "0/headline", false, false, """[{"name":"Face","headline":""}]""", "0/headline")]
    [InlineData("""[{"name":"Face"}]""", "Put", "0/keywords", false, true, """[{"name":"Face","keywords":[""]}]""", "0/keywords")]
    [InlineData("""[{"name":"Face"}]""", "Put", "0/locationsShown", true, true, """[{"name":"Face","locationsShown":[{}]}]""", "0/locationsShown")]
    [InlineData("""[{"name":"Face","headline":"x"}]""", "Remove", "0/headline", false, false, """[{"name":"Face"}]""", "0")]
    [InlineData("""[{"name":"Face"}]""", "Put", "0/name@fr", false, false, """[{"name":"Face","name@fr":""}]""", "0/name@fr")]
    [InlineData("""[{"name":"Face","name@de":"Gesicht","name@fr":"Visage"}]""", "Remove", "0/name@fr", false, false, """[{"name":"Face","name@de":"Gesicht"}]""", "0/name")]
    [InlineData("""[{"name":"Face","name@fr":"Visage"}]""", "Remove", "0/name@fr", false, false, """[{"name":"Face","name@x-default":"Face"}]""", "0/name")]
    public void Field_ThatNeedNotBeThere_IsPutAndRemoved(string text, string act, string path, bool isStructure, bool isList, string expected, string cursor)
    {
        var tree = PropertyTree.Read("imageRegion", text);

        Assert.Equal(cursor, PropertyTree.Change(tree, new(Enum.Parse<TreeAct>(act), path, isStructure, isList)));
        Assert.Equal(expected, PropertyTree.Write("imageRegion", tree));
    }

    [Fact]
    public void Keywords_AreTheTextOfTheCaptionPanel()
    {
        var tree = PropertyTree.Read("keywords", "snow; farm");

        PropertyTree.Change(tree, new(TreeAct.Up, "1", IsStructure: false));

        Assert.Equal("farm; snow", PropertyTree.Write("keywords", tree));
    }
}
