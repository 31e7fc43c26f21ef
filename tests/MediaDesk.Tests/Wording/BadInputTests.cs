using System.Text;
using CsCheck;
using MediaDesk.Wording;

namespace MediaDesk.Tests.Wording;

/// <summary>Any text is read, in time that grows with its length alone, and every value stands in it.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Pieces =
    [
        "in ", "at ", "near ", "the village of ", "Paris", ", ", "Texas", ". ", "March 5, 2023", "on ", "Monday", "(", ")", "Photo by ", "Jo Roe", "/", "AFP", " via Getty Images", "REUTERS/", "©", "KYIV, UKRAINE - ",
        "MARCH 04: ", "FILE - ", "TOPSHOT-", "NO SALES", "FRANCE OUT", "14 days only", "\n", "<br>", "<script>alert(1)</script>", "\u202E", "\u0000", "\uD83D", "e\u0301", "İ", "le 5 mars 2023", " à ", "l'", "'s ", "780 3rd avenue", "St. ", "U.S.", "d'",
        "capital of ", "about 10 miles south of ", "border with ", "“", "\"", "MANDATORY CREDIT ", "KILL", "1er", "'", "-", "–", "al-", "ﬃ", "ß", "إدلب",
    ];

    /// <summary>Pieces of captions in any order.</summary>
    private static Gen<string> Text(int least) => Gen.Int[0, Pieces.Length - 1].List[least, 30].Select(list => string.Concat(list.Select(piece => Pieces[piece])));

    [Fact]
    public void AnyText_IsReadWithoutAFault_AndSpansLieInIt() =>
        Gen.OneOf(Gen.String, Text(0)).Sample(
            text =>
            {
                var parsed = CaptionTable.Reader.Read(text, "2023-03-06");
                return parsed.Spans.Concat(parsed.Offers).All(span => span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length && span.Value.Length > 0 && span.Confidence is >= 0 and <= 1);
            },
            iter: 20_000);

    /// <summary>What fills a field stands in the text at its span, in whatever case; what the gazetteer adds points at the name it follows from.</summary>
    [Fact]
    public void ValuesOfPlaces_StandAtTheirSpans() =>
        Text(1).Sample(
            text => CaptionTable.Reader.Read(text, "2023-03-06").Spans
                .Where(span => span.Field is "city" or "sublocation" && span.Rule != "gazetteer")
                .All(span => text.Substring(span.Start, span.Length).Contains(span.Value, StringComparison.OrdinalIgnoreCase)),
            iter: 20_000);

    [Fact]
    public void AnyText_IsReadAsAnArticleWithoutAFault() =>
        Gen.OneOf(Gen.String, Text(0)).Sample(
            text => CaptionTable.Articles.Read(text).All(photo => photo.Start >= 0 && photo.Start + photo.Length <= text.Length),
            iter: 10_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void NoText_SaysNothing(string? text)
    {
        Assert.Equal(ParsedCaption.Empty, CaptionTable.Reader.Read(text));
        Assert.Empty(CaptionTable.Articles.Read(text));
    }

    /// <summary>Work is counted in looks at tokens, which no other process disturbs: twice the text, about twice the work.</summary>
    [Theory]
    [InlineData("(")]
    [InlineData("/")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("in ")]
    [InlineData("in Paris, ")]
    [InlineData("A B ")]
    [InlineData("NO ")]
    [InlineData("5 May ")]
    [InlineData("©")]
    [InlineData("the village of ")]
    [InlineData("l'")]
    [InlineData("Photo by ")]
    [InlineData("KILL ")]
    [InlineData("A.")]
    [InlineData("\n")]
    [InlineData("\u202E")]
    [InlineData("©.((((")]
    [InlineData("been withdrawn ")]
    [InlineData("in Paris on 5 May ")]
    [InlineData("(Photo by A/AFP) ")]
    public void LongText_OfOnePiece_TakesWorkInProportion(string piece)
    {
        var (once, twice) = (Looks(Repeated(piece, 60_000)), Looks(Repeated(piece, 120_000)));
        Assert.InRange(twice, 0, (2.5 * once) + 1_000);
        Assert.InRange(twice, 0, 120_000 * 200);
    }

    [Fact]
    public void MegabytesOfAnything_AreReadToTheEnd()
    {
        Read(Repeated("(", 1_000_000));
        Read(Repeated("A tram passes in Riga, Latvia, on May 3, 2023. ", 1_000_000));
        Read(Repeated("שלום in Haifa, Israel \u202B مرحبا \u0007 ", 1_000_000));
    }

    [Fact]
    public void Html_IsText()
    {
        var parsed = CaptionTable.Reader.Read("<script>alert('x')</script><p>A tram passes in <b>Riga</b>, Latvia, May 3, 2023. (AP Photo/Juris Berzins)</p>");
        Assert.Equal(("2023-05-03", "Riga"), (parsed.Date, parsed.Place.City));
        Assert.Equal(["Juris Berzins"], parsed.Byline);
    }

    private static string Repeated(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();

    private static void Read(string text)
    {
        Assert.NotNull(CaptionTable.Reader.Read(text));
        Assert.NotNull(CaptionTable.Articles.Read(text));
    }

    private static long Looks(string text)
    {
        var caption = new CaptionText(text);
        Assert.NotNull(CaptionTable.Reader.Read(caption, null));
        return caption.Looks;
    }
}
