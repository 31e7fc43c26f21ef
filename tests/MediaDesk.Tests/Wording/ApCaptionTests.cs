namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from the Associated Press: who and where, the day with its weekday, the photographer in brackets.</summary>
public sealed class ApCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "Firefighters try to put out a fire at a textile warehouse in Gazipur, Bangladesh, Tuesday, Nov. 14, 2023. (AP Photo/Rafiq Haldar)",
        "Rafiq Haldar", "AP", "2023-11-14", "|Gazipur|*|Bangladesh")]
    [InlineData(
        "Milwaukee Bucks guard Terrell Odom drives against Indiana Pacers center Ivan Moss during the second half of an NBA basketball game Friday, March 8, 2024, in Indianapolis. (AP Photo/Daryl Kestner)",
        "Daryl Kestner", "AP", "2024-03-08", "|Indianapolis|*|~")]
    [InlineData(
        "A worker sweeps debris outside a damaged apartment block following a Russian missile strike in Kharkiv, Ukraine, Wednesday, Jan. 17, 2024. (AP Photo/Oksana Hrytsenko)",
        "Oksana Hrytsenko", "AP", "2024-01-17", "|Kharkiv|*|Ukraine")]
    [InlineData(
        "FILE - Singer Lena Varga performs at the Sziget Festival in Budapest, Hungary, Aug. 10, 2019. (Gabor Szanto/MTI via AP, File)",
        "Gabor Szanto", "MTI > AP", "2019-08-10", "|Budapest|*|Hungary")]
    [InlineData(
        "FILE - Then-Sen. Martin Kessler, D-Ohio, speaks at a campaign rally in Dayton, Ohio, on Oct. 3, 2022. (AP Photo/Paul Verhagen, File)",
        "Paul Verhagen", "AP", "2022-10-03", "|Dayton|Ohio|~")]
    [InlineData(
        "President Anders Holm, right, greets Kenyan President Joseph Otieno before their meeting at Amalienborg Palace in Copenhagen, Denmark, Monday, May 6, 2024. (Mads Rasmussen/Ritzau Scanpix via AP)",
        "Mads Rasmussen", "Ritzau Scanpix > AP", "2024-05-06", "Amalienborg Palace|Copenhagen|*|Denmark")]
    [InlineData(
        "In this photo released by Xinhua News Agency, rescuers search for survivors after a landslide in Liangshui village in Zhaotong, southwestern China's Yunnan Province, Monday, Jan. 22, 2024. (Hu Chao/Xinhua via AP)",
        "Hu Chao", "Xinhua > AP", "2024-01-22", "|Liangshui|Yunnan|China")]
    [InlineData(
        "Palestinians line up for bread in Deir al-Balah, central Gaza Strip, on Sunday, Nov. 24, 2024. (AP Photo/Yousef Abu Samra)",
        "Yousef Abu Samra", "AP", "2024-11-24", "|Deir al-Balah|*|Palestine")]
    [InlineData(
        "Rescue workers carry a body out of a collapsed mine near Kolwezi, Congo, Saturday, Nov. 16, 2025. (AP Photo/Jean-Claude Ilunga)",
        "Jean-Claude Ilunga", "AP", "2025-11-16", "|Kolwezi|*|Congo")]
    [InlineData(
        "A sailor waves from the deck of the training ship Mirador after it arrived from Valparaiso, Chile, at the port of Cadiz, Spain, Thursday, June 20, 2024. (AP Photo/Ignacio Trillo)",
        "Ignacio Trillo", "AP", "2024-06-20", "port of Cadiz|Cadiz|*|Spain")]
    [InlineData(
        "Marie Delacroix of Lyon, France, reacts as she crosses the finish line to win the women's race at the Chicago Marathon, Sunday, Oct. 8, 2023, in Chicago. (AP Photo/Eileen T. Novak)",
        "Eileen T. Novak", "AP", "2023-10-08", "|Chicago|*|~")]
    [InlineData(
        "APTOPIX Carnival dancers perform during a parade at the Sambadrome in Rio de Janeiro, Brazil, early Monday, Feb. 12, 2024. (AP Photo/Bruna Prates)",
        "Bruna Prates", "AP", "2024-02-12", "Sambadrome|Rio de Janeiro|*|Brazil")]
    [InlineData(
        "Defendant Oliver Crane leaves federal court in Brooklyn, New York, on Tuesday, April 2, 2024. (AP Photo/Seth Winig)",
        "Seth Winig", "AP", "2024-04-02", "*|Brooklyn|New York|~")]
    [InlineData(
        "Pope Leo waves from the popemobile at the end of his weekly general audience in St. Peter's Square at The Vatican, Wednesday, Oct. 15, 2025. (AP Photo/Andrea Grandi)",
        "Andrea Grandi", "AP", "2025-10-15", "St. Peter's Square||*|Vatican")]
    [InlineData(
        "Migrants cross the Darien Gap from Colombia into Panama hoping to reach the U.S., Saturday, Oct. 15, 2022. (AP Photo/Fernando Vargas)",
        "Fernando Vargas", "AP", "2022-10-15", "||*|~")]
    [InlineData(
        "Paris Holloway arrives at the Vanity Fair Oscar Party on Sunday, March 10, 2024, at the Wallis Annenberg Center for the Performing Arts in Beverly Hills, Calif. (Photo by Evan Agostino/Invision/AP)",
        "Evan Agostino", "Invision > AP", "2024-03-10", "Wallis Annenberg Center for the Performing Arts|Beverly Hills|California|~")]
    [InlineData(
        "Jordan Hendricks, left, and Georgia Malone pose for photographers upon arrival at the BRIT Awards in London, Saturday, March 2, 2024. (Scott Garner/Invision/AP)",
        "Scott Garner", "Invision > AP", "2024-03-02", "|London|*|~")]
    [InlineData(
        "People take part in a rally in Tbilisi, Georgia, to protest a draft law on foreign agents, Saturday, May 11, 2024. (AP Photo/Shakh Tevdorashvili)",
        "Shakh Tevdorashvili", "AP", "2024-05-11", "|Tbilisi|*|Georgia")]
    [InlineData(
        "A barn is seen after a storm in Paris, Texas, Saturday, Nov. 5, 2022. (AP Photo/Sue Ogden)",
        "Sue Ogden", "AP", "2022-11-05", "|Paris|Texas|~")]
    [InlineData(
        "A ferry leaves the port of Piraeus, near Athens, Greece, on a trip to the island of Paros, Friday, Aug. 4, 2023. (AP Photo/Petros Giannakis)",
        "Petros Giannakis", "AP", "2023-08-04", "port of Piraeus|Piraeus|*|Greece")]
    [InlineData(
        "A soldier stands in front of a destroyed tank outside Mekele, Tigray, Ethiopia, Thursday, July 1, 2021. (Ben Kassaye via AP)",
        "Ben Kassaye", "AP", "2021-07-01", "|Mekele|Tigray|Ethiopia")]
    [InlineData(
        "The Beatles wave to fans at Kennedy Airport in New York, Feb. 7, 1964. (AP Photo)",
        "", "AP", "1964-02-07", "Kennedy Airport|New York|*|~")]
    [InlineData(
        "A view of the stage during the 77th Cannes Film Festival in Cannes, southern France, Tuesday, May 14, 2024. (Photo by Joel Ryanson/Invision/AP)",
        "Joel Ryanson", "Invision > AP", "2024-05-14", "|Cannes|*|France")]
    [InlineData(
        "A rescue helicopter lifts off from a field hospital set up in Amatrice, central Italy, Wednesday, Aug. 24, 2016, after a quake hit the region overnight. (AP Photo/Alessandra Tarantola)",
        "Alessandra Tarantola", "AP", "2016-08-24", "|Amatrice|*|Italy")]
    [InlineData(
        "Oklahoma City Thunder center Drew Halloway (7) blocks a shot by Utah Jazz forward Luka Sertic, left, in the first half of an NBA basketball game in Salt Lake City, Monday, April 8, 2024. (AP Photo/Rick Bowden)",
        "Rick Bowden", "AP", "2024-04-08", "|Salt Lake City|*|~")]
    [InlineData(
        "Demonstrators burn tires to block a road in the Cite Soleil district of Port-au-Prince, Haiti, Monday, April 22, 2024. (AP Photo/Ramon Espinal)",
        "Ramon Espinal", "AP", "2024-04-22", "Cite Soleil district|Port-au-Prince|*|Haiti")]
    [InlineData(
        "FILE - This undated file photo provided by the Harris County Sheriff's Office shows Dale Wayne Perkins. (Harris County Sheriff's Office via AP, File)",
        "", "Harris County Sheriff's Office > AP", "", "||*|~")]
    [InlineData(
        "FILE - Israeli Prime Minister Yossi Ben-Ari attends a cabinet meeting at his office in Jerusalem, Dec. 10, 2023. (Ronen Zvi/Pool Photo via AP, File)",
        "Ronen Zvi", "AP", "2023-12-10", "|Jerusalem|*|~")]
    [InlineData(
        "People pay their respects at a makeshift memorial at the scene of a mass shooting at a nightclub in Colorado Springs, Colo., Tuesday, Nov. 22, 2022. (AP Photo/Jack Demarest)",
        "Jack Demarest", "AP", "2022-11-22", "|Colorado Springs|Colorado|~")]
    [InlineData(
        "In this image from video, Sen. Brian Tate, R-Idaho, speaks on the Senate floor at the U.S. Capitol in Washington, Saturday, Feb. 10, 2024. (Senate Television via AP)",
        "", "Senate Television > AP", "2024-02-10", "U.S. Capitol|Washington|*|~")]
    [InlineData(
        "A couple from Manchester, England, takes a selfie in front of the Trevi Fountain, in Rome, Thursday, July 13, 2023, as a heat wave sweeps across southern Europe. (AP Photo/Gregor Bellini)",
        "Gregor Bellini", "AP", "2023-07-13", "Trevi Fountain|Rome|*|~")]
    [InlineData(
        "Texas Gov. Dan Whitlock speaks during a news conference along the Rio Grande in Eagle Pass, Texas, Thursday, Feb. 29, 2024. (Sam Orozco/The San Antonio Express-News via AP)",
        "Sam Orozco", "San Antonio Express-News > AP", "2024-02-29", "Rio Grande|Eagle Pass|Texas|~")]
    [InlineData(
        "Lava flows from a volcano on the Reykjanes Peninsula, near Grindavik, southwestern Iceland, in the early hours of Tuesday, Dec. 19, 2023. (AP Photo/Marko Divis)",
        "Marko Divis", "AP", "2023-12-19", "|Grindavik|*|Iceland")]
    [InlineData(
        "Nevada Smith, left, and Dakota Jones perform on stage at the Glastonbury Festival in Worthy Farm, Somerset, England, Sunday, June 25, 2023. (Scott Garfit/Invision/AP)",
        "Scott Garfit", "Invision > AP", "2023-06-25", "Worthy Farm|||England")]
    [InlineData(
        "Boxer Terrence Shaw trains in Omaha, Nebraska, on Thursday. (Photo by Nati Harmon/AP)",
        "Nati Harmon", "AP", "2023-07-20", "|Omaha|Nebraska|~", "2023-07-22")]
    [InlineData(
        "Astronauts wave before boarding the Soyuz spacecraft at the Baikonur cosmodrome, Kazakhstan, Friday, Sept. 15, 2023. (Maxim Shipen/Pool Photo via AP)",
        "Maxim Shipen", "AP", "2023-09-15", "Baikonur cosmodrome|Baikonur|*|Kazakhstan")]
    [InlineData(
        "Gun salutes are fired from HMS Belfast on the River Thames in central London, Friday Sept. 9, 2022. (AP Photo/Frank Augst)",
        "Frank Augst", "AP", "2022-09-09", "River Thames|London|*|~")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
