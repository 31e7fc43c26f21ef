using MediaDesk.Credits;
using MediaDesk.Places;
using MediaDesk.Wording;

namespace MediaDesk.Tests.Wording;

/// <summary>How the tables of captions are held against the reader. All captions are look-alikes: the people and events are invented.</summary>
internal static class CaptionTable
{
    public static readonly CaptionReader Reader = new(new CurrentAgencies(AgencyCatalogue.Seeded), new Gazetteer());

    public static readonly ArticleReader Articles = new(Reader, new CurrentAgencies(AgencyCatalogue.Seeded));

    /// <param name="place">Sublocation, city, region, country, parted by bars; "*" is not held, "~" may be given or left out.</param>
    public static void Check(string text, string byline, string agencies, string date, string place, string? published = null)
    {
        var parsed = Reader.Read(text, published);
        Assert.Equal(byline, string.Join(" > ", parsed.Byline));
        Assert.Equal(agencies, string.Join(" > ", parsed.Agencies));
        Assert.Equal(date, parsed.Date ?? "");
        var expected = place.Split('|', StringSplitOptions.TrimEntries);
        string?[] given = [parsed.Place.Sublocation, parsed.Place.City, parsed.Place.Region, parsed.Place.Country];
        for (var level = 0; level < expected.Length; level++)
        {
            if (expected[level] is not ("*" or "~"))
            {
                Assert.Equal(expected[level], given[level] ?? "");
            }
        }
    }
}
