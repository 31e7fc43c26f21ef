using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Web.Features.Captions;

namespace MediaDesk.Web.Tests.Captions;

public sealed class FieldTextTests
{
    [Theory]
    [InlineData("a, b; c", "a|b|c")]
    [InlineData("Washington, D.C.; b", "Washington, D.C.|b")]
    [InlineData(" ; ,a,,a", "a")]
    public void Keywords_AreSeparatedBySemicolonsAndCommas_EntriesThatStoodThereStayWhole(string text, string expected)
    {
        var current = FieldValue.Of(["Washington, D.C."]);

        Assert.Equal(expected.Split('|'), FieldText.Parse("keywords", text, current)!.Items);
    }

    [Fact]
    public void Byline_KeepsTheCommaOfAName() =>
        Assert.Equal(["King, Jr.", "L. Aziz"], FieldText.Parse("creatorNames", "King, Jr.; L. Aziz", null)!.Items);

    [Fact]
    public void BlankText_ClearsTheField() => Assert.Null(FieldText.Parse("headline", "  ", null));

    [Fact]
    public void IimRoom_BelowFourFifths_IsNotTold() => Assert.Null(IimRoom.Of(NewsroomFields.CreditLine.Property, FieldValue.Of("AFP")));

    [Fact]
    public void IimRoom_CountsBytesAndSaysWhatIsLost()
    {
        var room = IimRoom.Of(NewsroomFields.CreditLine.Property, FieldValue.Of("Agence France-Presse via Gettyéé"));

        Assert.Equal(new IimRoom(34, 32, "é"), room);
    }
}
