using MediaDesk.Captions;
using MediaDesk.Metadata;

namespace MediaDesk.Tests.Captions;

public sealed class FieldInputTests
{
    [Theory]
    [InlineData("2020", "2020")]
    [InlineData("2020-02", "2020-02")]
    [InlineData("2020-02-24", "2020-02-24")]
    [InlineData("2020-02-24T10:14:05+02:00", "2020-02-24T10:14:05+02:00")]
    [InlineData("2020-02-24 10:14", "2020-02-24T10:14:00")]
    [InlineData("2020-02-24T10:14:05+0200", "2020-02-24T10:14:05+02:00")]
    [InlineData("24 Feb 2020", "2020-02-24")]
    [InlineData("24. February 2020", "2020-02-24")]
    [InlineData("24th February 2020", "2020-02-24")]
    [InlineData("24 February 2020 10:14", "2020-02-24T10:14:00")]
    [InlineData("24-Feb-2020", "2020-02-24")]
    [InlineData("Feb 24, 2020", "2020-02-24")]
    [InlineData("Feb. 24, 2020", "2020-02-24")]
    [InlineData("February 24 2020, 9:05 pm", "2020-02-24T21:05:00")]
    [InlineData("February 24 2020 12:30 am", "2020-02-24T00:30:00")]
    [InlineData("1 Sept 2019 07:00 UTC", "2019-09-01T07:00:00Z")]
    [InlineData("February 2020", "2020-02")]
    [InlineData("feb 2020", "2020-02")]
    [InlineData("2020/02/24", "2020-02-24")]
    [InlineData("2020:02:24 10:14:05", "2020-02-24T10:14:05")]
    [InlineData("20200224", "2020-02-24")]
    [InlineData("29 Feb 2020", "2020-02-29")]
    [InlineData("24/02/2020", null)]
    [InlineData("02/03/2020", null)]
    [InlineData("24.02.2020", null)]
    [InlineData("2-3-20", null)]
    [InlineData("30 Feb 2020", null)]
    [InlineData("29 Feb 2021", null)]
    [InlineData("2020-13", null)]
    [InlineData("2020-02-30", null)]
    [InlineData("2020-02-24T25:00", null)]
    [InlineData("24 Feb 2020 13:00 pm", null)]
    [InlineData("24 Feb 20", null)]
    [InlineData("0000", null)]
    [InlineData("yesterday", null)]
    [InlineData("24 Foo 2020", null)]
    public void DateCreated_AsPeopleWriteIt_IsStoredAsIsoOrRefused(string typed, string? stored)
    {
        var input = FieldInput.Read("dateCreated", FieldValue.Of(typed));

        Assert.Equal(stored, input.Value?.Text);
        Assert.Equal(stored is null, input.Fault is not null);
    }

    [Fact]
    public void DateCreated_ReadInTwoWays_SaysHowToWriteIt() =>
        Assert.Contains("24 Feb 2020", FieldInput.Read("dateCreated", FieldValue.Of("24/02/2020")).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("SY", "SYR")]
    [InlineData("syr", "SYR")]
    [InlineData(" tr ", "TUR")]
    [InlineData("ZZ", null)]
    [InlineData("QQQ", null)]
    public void CountryCode_OfTwoOrThreeLetters_IsStoredAsAlpha3OrRefused(string typed, string? stored)
    {
        var input = FieldInput.Read("countryCode", FieldValue.Of(typed));

        Assert.Equal(stored, input.Value?.Text);
        Assert.Equal(stored is null, input.Fault is not null);
    }

    [Fact]
    public void Names_InOneText_AreSplitAtSemicolonsOnly() =>
        Assert.Equal(
            ["Omar Haj Kadour", "King, Jr."],
            FieldInput.Read("creatorNames", FieldValue.Of("Omar Haj Kadour ;; King, Jr.; Omar Haj Kadour")).Value!.Items);

    [Fact]
    public void Keywords_InOneText_AreSplitAtCommasTooAndKeptOnce() =>
        Assert.Equal(["war", "snow", "war crimes"], FieldInput.Read("keywords", FieldValue.Of("war, snow; war crimes,, war")).Value!.Items);

    [Fact]
    public void Keywords_InAList_AreKeptAsTheyAre() =>
        Assert.Equal(["war, civil", "snow"], FieldInput.Read("keywords", FieldValue.Of(["war, civil", " snow ", "snow"])).Value!.Items);

    [Fact]
    public void List_OfSeparatorsAlone_Clears() => Assert.Equal(new(null, null), FieldInput.Read("keywords", FieldValue.Of(" ; , ")));

    [Fact]
    public void Text_WithControlCharacters_KeepsOnlyItsLines() =>
        Assert.Equal("one\ntwo\nthree four", FieldInput.Read("description", FieldValue.Of("\u0000one\r\ntwo\u2028thr\u001bee\tfour\u0007 ")).Value!.Text);

    [Fact]
    public void Text_WithHalfACharacter_GetsTheReplacementCharacter() =>
        Assert.Equal("a\ufffdb", FieldInput.Read("headline", FieldValue.Of("a\ud800b")).Value!.Text);

    [Fact]
    public void Text_LongerThanTheDeskKeeps_IsRefusedWithTheLimit() =>
        Assert.Contains("100,000", FieldInput.Read("description", FieldValue.Of(new string('x', 100_001))).Fault, StringComparison.Ordinal);

    [Fact]
    public void OneText_GivenAsAListOfTwo_IsRefused() =>
        Assert.NotNull(FieldInput.Read("headline", FieldValue.Of(["one", "two"])).Fault);

    [Fact]
    public void UnknownField_IsRefusedByName() =>
        Assert.Contains("shoesize", FieldInput.Read("shoesize", FieldValue.Of("43")).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("headline")]
    [InlineData("keywords")]
    public void Structure_ForAFieldOfText_IsRefused(string property)
    {
        var structure = FieldValue.Of(FieldValues.Empty.With("city", FieldValue.Of("Trieste")));

        Assert.Contains("holds text", FieldInput.Read(property, structure).Fault, StringComparison.Ordinal);
    }
}
