using MediaDesk.Language;

namespace MediaDesk.Tests.Language;

public sealed class TextNormaliserTests
{
    [Theory]
    [InlineData("Bülent Kılıç", "BULENT KILIC")]
    [InlineData("İstanbul", "ISTANBUL")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ærøskøbing", "aeroskobing")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("œuvre", "oeuvre")]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("إدلب", "ادلب")]
    [InlineData("حِمْص", "حمص")]
    [InlineData("غـــزة", "غزه")]
    [InlineData("موسى", "موسي")]
    [InlineData("کابل", "كابل")]
    [InlineData("٢٠٢٠", "2020")]
    [InlineData("Київ", "київ")]
    [InlineData("Sanʿa", "sana")]
    [InlineData("Al-Example", "al example")]
    [InlineData("O’Hara", "o'hara")]
    [InlineData("ＡＦＰ", "afp")]
    [InlineData("ﬁre", "fire")]
    [InlineData("na\u00ADtion", "nation")]
    [InlineData("\u200Fسوريا", "سوريا")]
    [InlineData("ΟΔΟΣ", "οδος")]
    public void Spellings_OfTheSameWord_AreEqual(string one, string other) =>
        Assert.Equal(TextNormaliser.Normalise(one), TextNormaliser.Normalise(other));

    [Theory]
    [InlineData("Kiev, Ukraine (AFP)", "kiev ukraine afp")]
    [InlineData("東京タワー", "東 京 タ ワ ー")]
    [InlineData("_photo_", "photo")]
    [InlineData("a\ud83db 😀", "a b")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_BecomesPlainWords(string? text, string words) => Assert.Equal(words, TextNormaliser.Normalise(text));

    [Fact]
    public void Letters_ThatMakeOthers_StayApart() => Assert.NotEqual(TextNormaliser.Normalise("हिन्दी"), TextNormaliser.Normalise("हन्द"));

    [Theory]
    [InlineData("flood \ufffe fire", "flood fire")]
    [InlineData("flo\ufffeod", "flo od")]
    [InlineData("é\ufffeé", "e e")]
    [InlineData("a\ud83d b", "a b")]
    [InlineData("\ufffe", "")]
    public void WhatIsNoCharacter_PartsWords(string text, string words)
    {
        Assert.Equal(words, TextNormaliser.Normalise(text));
        Assert.Equal(words, string.Join(' ', TextNormaliser.Located(text).Select(word => word.Word)));
    }

    [Fact]
    public void Words_OfEndlessLength_AreCut() =>
        Assert.Equal(TextNormaliser.LongestWord, TextNormaliser.Normalise(new string('a', 100_000)).Length);
}
