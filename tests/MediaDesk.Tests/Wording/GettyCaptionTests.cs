namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from Getty Images: a dateline in capitals, and the day and place again in the sentence.</summary>
public sealed class GettyCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "LONDON, ENGLAND - MAY 11: Actress Imogen Hart attends the BAFTA TV Awards at the Royal Festival Hall on May 11, 2024 in London, England. (Photo by Kate Redmond/Getty Images)",
        "Kate Redmond", "Getty Images", "2024-05-11", "Royal Festival Hall|London|*|England")]
    [InlineData(
        "AUSTIN, TX - MARCH 09: Musician Joel Rivas performs onstage during the 2019 SXSW Conference and Festivals at Stubb's Bar-B-Q on March 9, 2019 in Austin, Texas. (Photo by Rick Kernan/Getty Images for SXSW)",
        "Rick Kernan", "Getty Images", "2019-03-09", "Stubb's Bar-B-Q|Austin|Texas|~")]
    [InlineData(
        "PARIS, FRANCE - SEPTEMBER 26: A model walks the runway during the Chateau Noir Ready to Wear Spring/Summer 2024 fashion show as part of the Paris Fashion Week on September 26, 2023 in Paris, France. (Photo by Victor Blanc/Gamma-Rapho via Getty Images)",
        "Victor Blanc", "Gamma-Rapho > Getty Images", "2023-09-26", "|Paris|*|France")]
    [InlineData(
        "DOHA, QATAR - DECEMBER 03: Fans of Argentina cheer prior to the FIFA World Cup Qatar 2022 Round of 16 match between Argentina and Australia at Ahmad Bin Ali Stadium on December 3, 2022 in Doha, Qatar. (Photo by Alex Rimmer - FIFA/FIFA via Getty Images)",
        "Alex Rimmer", "FIFA > Getty Images", "2022-12-03", "Ahmad Bin Ali Stadium|Doha|*|Qatar")]
    [InlineData(
        "EAST RUTHERFORD, NEW JERSEY - OCTOBER 22: Quarterback Cade Mills #8 of the New York Giants throws a pass in the first quarter against the Washington Commanders at MetLife Stadium on October 22, 2023 in East Rutherford, New Jersey. (Photo by Dana Michell/Getty Images)",
        "Dana Michell", "Getty Images", "2023-10-22", "MetLife Stadium|East Rutherford|New Jersey|~")]
    [InlineData(
        "KYIV, UKRAINE - 2022/03/02: Volunteers fill sandbags at a checkpoint in the centre of the city. (Photo by Mykola Tymchenko/SOPA Images/LightRocket via Getty Images)",
        "Mykola Tymchenko", "SOPA Images > LightRocket > Getty Images", "2022-03-02", "|Kyiv|*|Ukraine")]
    [InlineData(
        "ANKARA, TURKIYE - NOVEMBER 10: People visit Anitkabir, mausoleum of Mustafa Kemal Ataturk, on the 85th anniversary of his death in Ankara, Turkiye on November 10, 2023. (Photo by Evrim Aydemir/Anadolu via Getty Images)",
        "Evrim Aydemir", "Anadolu > Getty Images", "2023-11-10", "*|Ankara|*|Turkiye")]
    [InlineData(
        "WASHINGTON, DC - JANUARY 31: Sen. Ted Wilkins (R-TX) questions witnesses during a Senate Judiciary Committee hearing at the Dirksen Senate Office Building on January 31, 2024 in Washington, DC. (Photo by Anna Feldman/Getty Images)",
        "Anna Feldman", "Getty Images", "2024-01-31", "Dirksen Senate Office Building|Washington|D.C.|~")]
    [InlineData(
        "GOLDEN, CO - JULY 14: Rick Thorne walks his dog along Clear Creek, July 14, 2023. Temperatures reached 98 degrees in Denver on Friday. (Photo by RJ Sandler/MediaNews Group/The Denver Post via Getty Images)",
        "RJ Sandler", "MediaNews Group > The Denver Post > Getty Images", "2023-07-14", "Clear Creek|Golden|Colorado|~")]
    [InlineData(
        "NEW YORK, NEW YORK - MAY 06: Zoe Lindqvist attends The 2024 Met Gala Celebrating \"Sleeping Beauties: Reawakening Fashion\" at The Metropolitan Museum of Art on May 06, 2024 in New York City. (Photo by Dimitra Kalos/Getty Images)",
        "Dimitra Kalos", "Getty Images", "2024-05-06", "Metropolitan Museum of Art|New York City|*|~")]
    [InlineData(
        "TEL AVIV, ISRAEL - APRIL 13: Protesters hold up placards outside the Kirya military headquarters on April 13, 2024 in Tel Aviv, Israel. The families of hostages have called for a deal since the attack of October 7, 2023. (Photo by Amir Lavon/Getty Images)",
        "Amir Lavon", "Getty Images", "2024-04-13", "Kirya military headquarters|Tel Aviv|*|Israel")]
    [InlineData(
        "MELBOURNE, AUSTRALIA - JANUARY 28: Marco Sella of Italy celebrates championship point in the Men's Singles Final during the 2024 Australian Open at Melbourne Park on January 28, 2024 in Melbourne, Australia. (Photo by Darrin Braun/Getty Images)",
        "Darrin Braun", "Getty Images", "2024-01-28", "Melbourne Park|Melbourne|*|Australia")]
    [InlineData(
        "INDIO, CALIFORNIA - APRIL 14: (FOR EDITORIAL USE ONLY) Kim Sora of NOVA7 performs at the Coachella Stage during the 2024 Coachella Valley Music and Arts Festival on April 14, 2024 in Indio, California. (Photo by Amy Sanford/Getty Images for Coachella)",
        "Amy Sanford", "Getty Images", "2024-04-14", "*|Indio|California|~")]
    [InlineData(
        "SPIELBERG, AUSTRIA - JULY 02: Race winner Jan Mulder of the Netherlands and Falcon Racing celebrates on the podium during the F1 Grand Prix of Austria at Red Bull Ring on July 02, 2023 in Spielberg, Austria. (Photo by Clive Rosewood/Getty Images)",
        "Clive Rosewood", "Getty Images", "2023-07-02", "Red Bull Ring|Spielberg|*|Austria")]
    [InlineData(
        "LIVERPOOL, ENGLAND - MARCH 10: Referee Neil Otley during the Premier League match between Liverpool FC and Manchester City at Anfield on March 10, 2024 in Liverpool, England. (Photo by Mick Regan/Manchester City FC via Getty Images)",
        "Mick Regan", "Manchester City FC > Getty Images", "2024-03-10", "Anfield|Liverpool|*|England")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
