namespace MediaDesk.Tests.Wording;

/// <summary>Captions in languages whose conventions are not known.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("Пожарные тушат огонь на складе в Туле, 5 марта 2023 года.")]
    [InlineData("2023年3月5日,消防员在北京扑灭仓库大火。")]
    [InlineData("رجال الإطفاء يخمدون حريقا في مستودع في حلب، 5 مارس 2023")]
    [InlineData("Palomiehet sammuttavat varastopaloa Tampereella sunnuntaina ja alue on eristetty, kertoi poliisi joka tutkii asiaa 5.3.2023.")]
    [InlineData("Strażacy gaszą pożar magazynu w Łodzi, który wybuchł po południu i nie jest jeszcze opanowany, 5 marca 2023.")]
    [InlineData("Brandweerlieden blussen een brand in het magazijn van een bedrijf in de haven van Antwerpen op 5 maart 2023.")]
    public void Caption_InAnotherLanguage_ProposesNothing(string caption)
    {
        var parsed = CaptionTable.Reader.Read(caption, "2023-03-06");
        Assert.Empty(parsed.Byline);
        Assert.Empty(parsed.Agencies);
        Assert.Equal((null, null, null), (parsed.Date, parsed.Place.City, parsed.Place.Country));
        Assert.Empty(parsed.Restrictions);
    }

    [Fact]
    public void CreditOfAnAgency_IsOneInAnyLanguage()
    {
        var parsed = CaptionTable.Reader.Read("Strażacy gaszą pożar magazynu w Łodzi, który wybuchł po południu. (AP Photo/Jan Kowal)");
        Assert.Equal((["Jan Kowal"], ["AP"]), (parsed.Byline.ToArray(), parsed.Agencies.ToArray()), (one, other) => one.Item1.SequenceEqual(other.Item1) && one.Item2.SequenceEqual(other.Item2));
    }
}
