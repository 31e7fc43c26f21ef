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
    [InlineData("date:24 February 2020", "date:2020-02-24")]
    [InlineData("date:Feb 2020 flood", "date:\"2020-02\" flood")]
    [InlineData("date:February 24, 2020 in:Syria", "date:2020-02-24 in:Syria")]
    [InlineData("date:24.2.2020", "date:2020-02-24")]
    [InlineData("date:24/02/2020", "date:2020-02-24")]
    [InlineData("date:3rd March 2021", "date:2021-03-03")]
    [InlineData("date:last week", "date:\"last week\"")]
    [InlineData("date:\"Last Week\" flood", "date:\"last week\" flood")]
    [InlineData("date:this month..today", "date:\"this month..today\"")]
    [InlineData("date:last 7 days", "date:\"last 7 days\"")]
    [InlineData("date:last 2 weeks", "date:\"last 14 days\"")]
    [InlineData("date:1 day ago", "date:yesterday")]
    [InlineData("date:3 months ago", "date:\"3 months ago\"")]
    [InlineData("date:past year", "date:\"last year\"")]
    [InlineData("added:monday", "added:monday")]
    [InlineData("added:Last Monday", "added:\"last monday\"")]
    [InlineData("date:2020/02/24", "date:2020-02-24")]
    [InlineData("date:2020/2/4 flood", "date:\"2020-02-04\" flood")]
    [InlineData("date:20200224", "date:2020-02-24")]
    [InlineData("date:2019 to 2020", "date:2019..2020")]
    [InlineData("date:2019 - 2020 flood", "date:\"2019..2020\" flood")]
    [InlineData("date:2019-2020", "date:2019..2020")]
    [InlineData("date:from Feb 2019 to 3 March 2020", "date:2019-02..2020-03-03")]
    [InlineData("date:between 2019 and 2020", "date:2019..2020")]
    [InlineData("date:since 2019-06", "date:2019-06..")]
    [InlineData("date:until 24 February 2020", "date:..2020-02-24")]
    [InlineData("date:before 2015", "date:..2014")]
    [InlineData("date:before March 2020", "date:..2020-02")]
    [InlineData("date:after 2020-02-28", "date:2020-02-29..")]
    [InlineData("date:>2020", "date:2021..")]
    [InlineData("date:<=2020", "date:..2020")]
    [InlineData("added:before today", "added:..yesterday")]
    [InlineData("added:since last week", "added:\"last week..\"")]
    [InlineData("date:2020 flood to harbour", "date:\"2020\" flood to harbour")]
    [InlineData("date:Jan 2019..Feb 2020", "date:2019-01..2020-02")]
    [InlineData("-date:2020 2 24", "-date:2020-02-24")]
    [InlineData("date:\"2020\" 2 24", "date:\"2020\" 2 24")]
    [InlineData("near:\"Idlib\"~50km", "near:\"Idlib\"~50km")]
    [InlineData("near:Idlib", "near:\"Idlib\"~25km")]
    [InlineData("near:New York~10mi flood", "near:\"New York\"~16.093km flood")]
    [InlineData("near:Rome~50 km flood", "near:\"Rome\"~50km flood")]
    [InlineData("near:\"Rome\" ~50km", "near:\"Rome\"~50km")]
    [InlineData("near:New York ~10 miles", "near:\"New York\"~16.093km")]
    [InlineData("near:Rome~500m", "near:\"Rome\"~0.5km")]
    [InlineData("near:Rome~50,5km", "near:\"Rome\"~50.5km")]
    [InlineData("near:Rome~50 kilos", "near:\"Rome\"~50km kilos")]
    [InlineData("near:35.93,36.63~5km", "near:35.93,36.63~5km")]
    [InlineData("near:\"35.93, 36.63\"", "near:35.93,36.63~25km")]
    [InlineData("near:-33.9,-70.123456~7", "near:-33.9,-70.12346~7km")]
    [InlineData("box:35.5,36.1,36.4,37.2", "box:35.5,36.1,36.4,37.2")]
    [InlineData("box:-20,170,10,-170", "box:-20,170,10,-170")]
    [InlineData("origin:AFP distributor:\"Getty Images\"", "origin:AFP distributor:\"Getty Images\"")]
    [InlineData("status:Ready is:EDITED format:jpg orientation:vertical", "status:ready is:edited format:jpeg orientation:portrait")]
    [InlineData("-is:pool OR format:raw", "-is:pool OR format:raw")]
    [InlineData("has:file missing:city", "has:file missing:city")]
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
    [InlineData("(flood OR fire", "(flood OR fire", "This bracket is opened", "(flood OR fire)")]
    [InlineData("flood) fire", ")", "This bracket closes none", null)]
    [InlineData("flood ()", "()", "There is nothing between", null)]
    [InlineData("agancy:AFP", "agancy:AFP", "There is no field agancy: here. Did you mean agency:?", "agency:AFP")]
    [InlineData("flood photographer:\"Jo Roe\"", "photographer:\"Jo Roe\"", "There is no field photographer: here. Did you mean by:?", "by:\"Jo Roe\"")]
    [InlineData("colour:red", "colour:red", "There is no field colour: here. Fields are", "\"colour:red\"")]
    [InlineData("near:Idlib~far", "near:Idlib~far", "A distance is written", "near:\"Idlib\"~25km")]
    [InlineData("near:\"Idlib\"~0km x", "near:\"Idlib\"~0km", "A distance is written", "near:\"Idlib\"~25km")]
    [InlineData("near:Idlib~5000km", "near:Idlib~5000km", "A distance is written", "near:\"Idlib\"~1000km")]
    [InlineData("near:95,36~5km", "near:95,36~5km", "Latitudes go from", null)]
    [InlineData("near:~5km", "near:~5km", "There is no letter", null)]
    [InlineData("box:1,2,3", "box:1,2,3", "A part of the map is written", null)]
    [InlineData("box:36,170,35,-170", "box:36,170,35,-170", "The south of the box", "box:35,170,36,-170")]
    [InlineData("box:0,0,91,10", "box:0,0,91,10", "Latitudes go from", null)]
    [InlineData("status:redy", "status:redy", "status: takes one of ready, incomplete, developing, nofile. Did you mean ready?", "status:ready")]
    [InlineData("is:deleted", "is:deleted", "is: takes one of", null)]
    [InlineData("format:gif", "format:gif", "format: takes one of jpeg", "format:tiff")]
    [InlineData("format:wordperfect", "format:wordperfect", "format: takes one of jpeg", null)]
    [InlineData("orientation:diagonal", "orientation:diagonal", "orientation: takes one of", null)]
    [InlineData("via:Getty", "via:Getty", "There is no field via: here. Did you mean distributor:?", "distributor:Getty")]
    [InlineData("has:coordinates", "has:coordinates", "has: takes one of", "has:gps")]
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
    [InlineData("date:2020..2019", "date:2020..2019", "The span ends before it begins: did you mean 2019..2020?", "date:2019..2020")]
    [InlineData("date:31 April 2020 x", "date:31 April 2020", "There is no such date", null)]
    [InlineData("date:5/6/2020", "date:5/6/2020", "5/6/2020 may be 2020-06-05 or 2020-05-06", null)]
    [InlineData("date:13/13/2020", "date:13/13/2020", "There is no such date", null)]
    [InlineData("date:last 0 days", "date:last", "last is not understood as a date", null)]
    [InlineData("date:2020-02-24 10:30", "date:2020-02-24 10:30", "Searches go down to the day", "date:2020-02-24")]
    [InlineData("date:before sometime", "date:before", "before is not understood as a date", null)]
    [InlineData("date:\"before sometime\"", "date:\"before sometime\"", "sometime is not understood as a date", null)]
    [InlineData("date:\"after today\"", "date:\"after today\"", "today is not understood with after", null)]
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
        foreach (var text in (string[])["x agancy:AFP y", "x \"y", "x (y", "agency: AFP", "x OR", "has:gsp x", "--x", "colour:\"deep red\"", "(x", "x (y (z ", "-(x OR (y"])
        {
            var fault = SearchQuery.Parse(text).Fault!;
            var mended = text.Remove(fault.Position, fault.Length).Insert(fault.Position, fault.Suggestion!);
            Assert.Null(SearchQuery.Parse(mended).Fault);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("x (")]
    [InlineData("-(")]
    [InlineData("\"")]
    [InlineData("x \" ")]
    public void OpenedAroundNothing_IsAFaultWithoutASuggestion(string text) => Assert.Null(SearchQuery.Parse(text).Fault!.Suggestion);

    [Theory]
    [InlineData("by", "Joe “Big” Smith")]
    [InlineData("agency", "Agence «Foo» Presse")]
    [InlineData("city", "Big„Town")]
    [InlineData("in", "A＂B")]
    public void Toggle_OfAValueWithQuotationMarks_AsksForItsWords(string field, string value)
    {
        var query = SearchQuery.All.Toggle(field, value);

        Assert.True(query.Has(field, value));
        Assert.Single(query.Chips);
        Assert.Equal(query, SearchQuery.Parse(query.Text).Query);
        Assert.True(SearchQuery.All.Toggle(field, value, exclude: true).Has(field, value, exclude: true));
    }

    [Fact]
    public void CanAsk_OfWhatNoSearchCanHold_IsFalse()
    {
        Assert.True(SearchQuery.CanAsk("city", "Idlib"));
        Assert.False(SearchQuery.CanAsk("city", new string('a', SearchQuery.LongestText)));
        Assert.False(SearchQuery.CanAsk("city", "…"));
        Assert.False(SearchQuery.CanAsk("format", "xmp"));
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
    public void Chips_AreEditedOneByOne()
    {
        var query = SearchDesk.Parsed("flood -agency:AFP (a OR b) date:last week near:\"Idlib\"~5km");
        Assert.Equal(
            [
                new("flood", null, "flood", false),
                new("-agency:AFP", "agency", "AFP", true),
                new("(a OR b)", null, "(a OR b)", false),
                new("date:\"last week\"", "date", "last week", false),
                new("near:\"Idlib\"~5km", "near", "Idlib~5km", false),
            ],
            query.Chips);
        Assert.Equal("flood (a OR b) date:\"last week\" near:\"Idlib\"~5km", query.Without(1).Text);
        Assert.Equal("flood agency:AP city:Idlib (a OR b)", SearchDesk.Parsed("flood -agency:AFP (a OR b)").With(1, "agency:AP city:Idlib").Query!.Text);
        Assert.Equal("a", SearchDesk.Parsed("a b").Without(1).Text);
        Assert.Equal("", SearchDesk.Parsed("a").Without(0).Text);
        Assert.Equal(4, query.With(0, "x y (z").Fault!.Position);
        Assert.Equal("(a OR b) c", SearchDesk.Parsed("a OR b").And("c").Query!.Text);
        Assert.Equal(query, SearchQuery.OfConditions(query.Conditions).Query);
    }

    [Fact]
    public void Toggle_WithAlt_ExcludesAndNeverBoth()
    {
        var query = SearchQuery.All.Toggle("agency", "AFP", exclude: true);
        Assert.Equal("-agency:AFP", query.Text);
        Assert.True(query.Has("agency", "afp", exclude: true));
        Assert.Equal("agency:AFP", query.Toggle("agency", "AFP").Text);
        Assert.Equal("", query.Toggle("agency", "AFP", exclude: true).Text);
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
