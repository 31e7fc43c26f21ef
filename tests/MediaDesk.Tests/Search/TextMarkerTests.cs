using MediaDesk.Language;
using MediaDesk.Places;
using MediaDesk.Search;
using MediaDesk.Search.Marks;

namespace MediaDesk.Tests.Search;

public sealed class TextMarkerTests
{
    [Theory]
    [InlineData("Kilic", "description", "Photo by Bülent Kılıç in Ankara", "Kılıç")]
    [InlineData("flood", "description", "The FLOOD of 2020, a flood", "FLOOD|flood")]
    [InlineData("\"flood of\"", "description", "A flood. The flood of 2020", "flood of")]
    [InlineData("resc*", "description", "Rescuers rescue a crescent", "Rescuers rescue")]
    [InlineData("\"haj kad\"*", "headline", "Omar Haj Kadour", "Haj Kadour")]
    [InlineData("ادلب", "description", "نازحون في إدلب", "إدلب")]
    [InlineData("caption:flood", "headline", "Flood", "")]
    [InlineData("caption:flood", "description", "Flood", "Flood")]
    [InlineData("headline:flood OR harbour", "headline", "Harbour after the flood", "Harbour|flood")]
    [InlineData("-flood harbour", "description", "Harbour after the flood", "Harbour")]
    [InlineData("-(flood harbour) mud", "description", "Harbour, flood, mud", "mud")]
    [InlineData("keyword:\"civil war\"", "keywords", "war;civil war;Civil-War dead", "1:civil war|2:Civil-War")]
    [InlineData("by:kilic", "creatorNames", "Leila Haddad;BÜLENT KILIÇ", "1:KILIÇ")]
    [InlineData("in:Idlib", "cityName", "Edlib", "Edlib")]
    [InlineData("in:Syria", "countryName", "Syrie", "Syrie")]
    [InlineData("東京", "description", "於東京都", "東京")]
    [InlineData("strasse", "description", "An der Straße", "Straße")]
    [InlineData("saraqib", "description", "near Sara\u0304qib\u0301.", "Sara\u0304qib\u0301")]
    [InlineData("date:2020 has:gps", "description", "In 2020", "")]
    [InlineData("🎈 flood", "description", "🎈🎈 flood", "flood")]
    public async Task Marks_StandWhereTheSearchFoundItsWords(string query, string field, string text, string marked)
    {
        await using var desk = await SearchDesk.OpenAsync();
        var fields = SearchDesk.Fields((field, text));
        var marks = Marker(desk, query).Marks(fields);

        var items = fields[field]!.Items;
        Assert.Equal(marked, string.Join('|', marks.Select(mark => $"{(mark.Item > 0 ? $"{mark.Item}:" : "")}{items[mark.Item].AsSpan(mark.Start, mark.Length)}")));
        Assert.All(marks, mark => Assert.Equal(field, mark.Field));
    }

    [Fact]
    public async Task PlaceFoundByAnotherName_IsMarkedInTheCaptionByTheNameItHasThere()
    {
        await using var desk = await SearchDesk.OpenAsync();
        var fields = SearchDesk.Fields(("cityName", "Edlib"), ("countryName", "Syria"), ("description", "Edlib, Syria: smoke over Edlib"));

        var marks = Marker(desk, "in:Idlib").Marks(fields);

        Assert.Equal([("description", 0), ("description", 25), ("cityName", 0)], marks.Select(mark => (mark.Field, mark.Start)));
    }

    /// <summary>A word has the same letters wherever it stands, so both ways of cutting a text must agree.</summary>
    [Fact]
    public void LocatedWords_OfAnyText_AreTheWordsThatTheIndexHolds()
    {
        var random = new Random(5);
        string[] stock = ["é", "e\u0301", "ı", "İ", "ß", "ﬁ", "لا", "إ", "ـ", "َ", "한", "글", "東", "क्षि", "½", "²", "Ⅷ", "\ud83c", "\u200d", "-", " ", "'", "ʿ", "Å", "\u030A", "a", "Z", "9", "٣", "…", "\0", "Ђ", "ς"];
        for (var n = 0; n < 5000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => stock[random.Next(stock.Length)]));
            var located = TextNormaliser.Located(text);

            Assert.Equal(TextNormaliser.Words(text), located.Select(word => word.Word));
            Assert.All(located, word => Assert.InRange(word.End, word.Start + 1, text.Length));
            // A half is a one and a two, of one sign.
            Assert.All(located.Zip(located.Skip(1)), pair => Assert.True(pair.First.End - 1 <= pair.Second.Start, text));
        }
    }

    private static TextMarker Marker(SearchDesk desk, string query) => new(SearchDesk.Parsed(query).Tree, new(desk.Desk.Get<Gazetteer>()));
}
