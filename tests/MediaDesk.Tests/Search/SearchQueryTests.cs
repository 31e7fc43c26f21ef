using MediaDesk.Search;

namespace MediaDesk.Tests.Search;

public sealed class SearchQueryTests
{
    /// <summary>What was written, and how the same tree is written in full.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("  \t\n ", "")]
    [InlineData("flood rescue", "flood rescue")]
    [InlineData("\"flood rescue\"", "\"flood rescue\"")]
    [InlineData("“flood rescue”", "\"flood rescue\"")]
    [InlineData("«flood rescue»", "\"flood rescue\"")]
    [InlineData("floo*", "floo*")]
    [InlineData("\"flood resc\"*", "\"flood resc\"*")]
    [InlineData("-flood", "-flood")]
    [InlineData("flood -agency:AFP", "flood -agency:AFP")]
    [InlineData("flood OR fire storm", "flood OR fire storm")]
    [InlineData("(flood OR fire) storm", "(flood OR fire) storm")]
    [InlineData("((flood))", "flood")]
    [InlineData("(flood (fire storm))", "flood fire storm")]
    [InlineData("(flood OR (fire OR storm))", "flood OR fire OR storm")]
    [InlineData("-(flood OR fire)", "-(flood OR fire)")]
    [InlineData("-(-flood)", "-(-flood)")]
    [InlineData("Agency:afp", "agency:afp")]
    [InlineData("agency:\"Getty Images\"", "agency:\"Getty Images\"")]
    [InlineData("agency:Getty*", "agency:Getty*")]
    [InlineData("caption:OR", "caption:\"OR\"")]
    [InlineData("or and NOT AND NEAR", "or and NOT AND NEAR")]
    [InlineData("Tom & Jerry", "Tom Jerry")]
    [InlineData("harbour - dawn", "harbour dawn")]
    [InlineData("harbour -- dawn", "harbour dawn")]
    [InlineData("Al-Example's", "Al-Example's")]
    [InlineData("10:30", "\"10:30\"")]
    [InlineData("https://example.com/a?b=1", "\"https://example.com/a?b=1\"")]
    [InlineData("WASHINGTON: flood", "\"WASHINGTON:\" flood")]
    [InlineData("caption:10:30", "caption:10:30")]
    [InlineData("date:2020-02", "date:2020-02")]
    [InlineData("date:\"24 February 2020\"", "date:2020-02-24")]
    [InlineData("date:\"Feb 24, 2020\"", "date:2020-02-24")]
    [InlineData("date:\"Sept. 2020\"", "date:2020-09")]
    [InlineData("date:2019-09..2020-02", "date:2019-09..2020-02")]
    [InlineData("date:..2020", "date:..2020")]
    [InlineData("date:2020..", "date:2020..")]
    [InlineData("date:Yesterday..today", "date:yesterday..today")]
    [InlineData("has:GPS missing:credit", "has:gps missing:credit")]
    [InlineData("إدلب صورة", "إدلب صورة")]
    public void Text_IsUnderstood(string text, string written)
    {
        var parse = SearchQuery.Parse(text);
        Assert.Null(parse.Fault);
        Assert.Equal(written, parse.Query!.ToString());
        Assert.Equal(text, parse.Query.Text);
        Assert.Equal(parse.Query, SearchQuery.Parse(written).Query);
    }

    /// <summary>What was written, the part of it that cannot be understood, the start of the sentence, and what would do.</summary>
    [Theory]
    [InlineData("flood \"rescue boat", "\"rescue boat", "A quotation mark is opened", "\"rescue boat\"")]
    [InlineData("(flood OR fire", "(", "This bracket is opened", "(flood OR fire)")]
    [InlineData("flood) fire", ")", "This bracket closes none", null)]
    [InlineData("flood ()", "()", "There is nothing between", null)]
    [InlineData("agancy:AFP", "agancy:AFP", "There is no field agancy: here. Did you mean agency:?", "agency:AFP")]
    [InlineData("flood photographer:\"Jo Roe\"", "photographer:\"Jo Roe\"", "There is no field photographer: here. Did you mean by:?", "by:\"Jo Roe\"")]
    [InlineData("colour:red", "colour:red", "There is no field colour: here. Fields are", "\"colour:red\"")]
    [InlineData("near:\"Idlib\"~50km", "near:\"Idlib\"", "near: is not there yet", null)]
    [InlineData("is:deleted", "is:deleted", "is: is not there yet", null)]
    [InlineData("status:live", "status:live", "status: is not there yet", null)]
    [InlineData("agency: AFP", "agency: AFP", "agency: needs what to look for", "agency:AFP")]
    [InlineData("agency: \"Getty Images\"", "agency: \"Getty Images\"", "agency: needs what to look for", "agency:\"Getty Images\"")]
    [InlineData("flood in:", "in:", "in: needs what to look for", null)]
    [InlineData("agency:(AFP OR AP)", "agency:(", "A field takes one value", null)]
    [InlineData("caption:&", "caption:&", "There is no letter", null)]
    [InlineData("OR flood", "OR", "OR stands between", "\"OR\"")]
    [InlineData("flood OR", "OR", "OR stands between", "\"OR\"")]
    [InlineData("flood OR OR fire", "OR", "OR stands between", "\"OR\"")]
    [InlineData("--flood", "--", "One - is enough", "-")]
    [InlineData("flood -&", "-&", "There is no letter", null)]
    [InlineData("flood -)", "-", "There is nothing after -", null)]
    [InlineData("fl*od", "*", "* stands only at the end", null)]
    [InlineData("*", "*", "* needs the beginning", null)]
    [InlineData("…", "…", "There is no letter", null)]
    [InlineData("-", "-", "There is no letter", null)]
    [InlineData("date:2020-13", "date:2020-13", "There is no such date", null)]
    [InlineData("date:2019-02-29", "date:2019-02-29", "There is no such date", null)]
    [InlineData("date:\"31 April 2020\"", "date:\"31 April 2020\"", "There is no such date", null)]
    [InlineData("date:0000", "date:0000", "There is no such date", null)]
    [InlineData("date:sometime", "date:sometime", "sometime is not understood as a date", null)]
    [InlineData("date:2020-02-24T10:30", "date:2020-02-24T10:30", "Searches go down to the day", null)]
    [InlineData("date:2020..2019", "date:2020..2019", "The span ends before it begins: did you mean 2019..2020?", null)]
    [InlineData("date:..", "date:..", "A span needs a date", null)]
    [InlineData("has:credti", "has:credti", "has: takes one of", "has:credit")]
    [InlineData("missing:colour", "missing:colour", "missing: takes one of", null)]
    [InlineData("flo\u0001od", "\u0001", "There is a control character (U+0001)", null)]
    [InlineData("flood\0", "\0", "There is a control character (U+0000)", null)]
    [InlineData("😀😀 agancy:AFP", "agancy:AFP", "There is no field agancy:", "agency:AFP")]
    public void Text_ThatCannotBeUnderstood_SaysWhereAndWhy(string text, string where, string why, string? suggestion)
    {
        var (query, fault) = SearchQuery.Parse(text);
        Assert.Null(query);
        Assert.Equal(where, text.Substring(fault!.Position, fault.Length));
        Assert.StartsWith(why, fault.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, fault.Suggestion);
    }

    [Fact]
    public void Suggestion_PutInTheFaultsPlace_IsUnderstood()
    {
        foreach (var text in (string[])["x agancy:AFP y", "x \"y", "x (y", "agency: AFP", "x OR", "has:gsp x", "--x", "colour:\"deep red\""])
        {
            var fault = SearchQuery.Parse(text).Fault!;
            var mended = text.Remove(fault.Position, fault.Length).Insert(fault.Position, fault.Suggestion!);
            Assert.Null(SearchQuery.Parse(fault.Message.StartsWith("This bracket", StringComparison.Ordinal) ? text + ")" : mended).Fault);
        }
    }

    [Fact]
    public void Text_LongerThanTheLimit_IsAFaultAndNotCut()
    {
        Assert.Null(SearchQuery.Parse(new string('a', SearchQuery.LongestText)).Fault);
        var fault = SearchQuery.Parse(new string('a', 1_000_000)).Fault!;
        Assert.Equal((SearchQuery.LongestText, 1_000_000 - SearchQuery.LongestText), (fault.Position, fault.Length));
    }

    [Fact]
    public void Brackets_DeeperThanTheLimit_AreAFault()
    {
        Assert.Null(SearchQuery.Parse(new string('(', 20) + "a" + new string(')', 20)).Fault);
        Assert.Equal(20, SearchQuery.Parse(new string('(', 2000) + "a" + new string(')', 2000)).Fault!.Position);
    }

    [Fact]
    public void HalfACharacter_IsAFault() => Assert.Equal(2, SearchQuery.Parse("a \ud83d b").Fault!.Position);

    [Fact]
    public void Conditions_AreThePartsOfTheTopLevel()
    {
        Assert.Empty(SearchQuery.All.Conditions);
        Assert.Equal(["flood", "-agency:AFP", "(a OR b)", "\"c d\""], SearchDesk.Parsed("flood -agency:AFP (a OR b) \"c d\"").Conditions);
        Assert.Equal(["(a OR b)"], SearchDesk.Parsed("a OR b").Conditions);
    }

    [Fact]
    public void Toggle_AddsAndTakesAway()
    {
        var query = SearchQuery.All.Toggle("agency", "Getty Images");
        Assert.Equal("agency:\"Getty Images\"", query.Text);
        Assert.True(query.Has("agency", "GETTY IMAGES"));
        Assert.False(query.Has("agency", "AFP"));
        Assert.Equal("", query.Toggle("agency", "getty images").Text);
        Assert.Equal("(a OR b) country:Syria", SearchDesk.Parsed("a OR b").Toggle("country", "Syria").Text);
        Assert.Equal("flood", SearchDesk.Parsed("flood by:roe").Toggle("by", "Roe").Text);
    }

    [Fact]
    public void Toggle_ValueWithQuotes_StillRoundTrips()
    {
        var query = SearchQuery.All.Toggle("by", "Jo \"Flash\" Roe");
        Assert.Equal(query, SearchDesk.Parsed(query.Text));
        Assert.True(query.Has("by", "Jo \"Flash\" Roe"));
    }
}
