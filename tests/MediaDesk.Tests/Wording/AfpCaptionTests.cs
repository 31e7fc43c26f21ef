namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from AFP: on Getty the credit stands twice.</summary>
public sealed class AfpCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "A resident looks at her flooded home in the village of Orlovka, Odesa region, Ukraine, on September 14, 2023. (Photo by Taras MELNYK / AFP)",
        "Taras Melnyk", "AFP", "2023-09-14", "|Orlovka|Odesa|Ukraine")]
    [InlineData(
        "Manchester City's Norwegian striker #9 Lars Brekke celebrates scoring his team's second goal during the English Premier League football match between Brighton and Manchester City at the American Express Community Stadium in Brighton, southern England on October 21, 2023. (Photo by Adrian DENHOLM / AFP)",
        "Adrian Denholm", "AFP", "2023-10-21", "American Express Community Stadium|Brighton|*|England")]
    [InlineData(
        "(FILES) French far-right leader Camille Berger delivers a speech during a campaign meeting in Perpignan, southern France, on April 7, 2022. (Photo by Lionel FABRE / AFP)",
        "Lionel Fabre", "AFP", "2022-04-07", "|Perpignan|*|France")]
    [InlineData(
        "TOPSHOT - A Kashmiri fisherman rows his shikara on Dal Lake during a foggy morning in Srinagar on December 27, 2023. (Photo by Tariq WANI / AFP)",
        "Tariq Wani", "AFP", "2023-12-27", "Dal Lake|Srinagar|*|~")]
    [InlineData(
        "This handout picture taken and released by the Iranian Red Crescent on May 20, 2024 shows rescuers at the site of a helicopter crash in Varzaqan, in northwestern Iran. (Photo by Iranian Red Crescent / AFP) / RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT \"AFP PHOTO / IRANIAN RED CRESCENT\" - NO MARKETING NO ADVERTISING CAMPAIGNS - DISTRIBUTED AS A SERVICE TO CLIENTS",
        "", "Iranian Red Crescent > AFP", "2024-05-20", "|Varzaqan|*|Iran")]
    [InlineData(
        "Smoke billows during Israeli bombardment over Khan Yunis in the southern Gaza Strip on January 3, 2024, amid ongoing battles between Israel and the Palestinian militant group Hamas. (Photo by SAID KHATTAB / AFP) (Photo by SAID KHATTAB/AFP via Getty Images)",
        "Said Khattab", "AFP > Getty Images", "2024-01-03", "|Khan Yunis|*|Palestine")]
    [InlineData(
        "A Syrian child sits on a mattress at a camp for displaced people near the town of Maarrat Misrin in the rebel-held northern part of Idlib province on December 7, 2023. (Photo by Anas ALKHATIB / AFP)",
        "Anas Alkhatib", "AFP", "2023-12-07", "|Maarrat Misrin|Idlib|~")]
    [InlineData(
        "Turkish soldiers patrol near the Syrian town of Tal Abyad, on the border with Turkey, on October 23, 2019. (Photo by Emre DEMIR / AFP)",
        "Emre Demir", "AFP", "2019-10-23", "|Tal Abyad|*|~")]
    [InlineData(
        "People walk past a mural of late South African president Nelson Mandela in Soweto, near Johannesburg, on December 5, 2023, to mark ten years since his death on December 5, 2013. (Photo by Sipho NDLOVU / AFP)",
        "Sipho Ndlovu", "AFP", "2023-12-05", "|Soweto|*|~")]
    [InlineData(
        "Australia's captain Beth Cole bats during the second day of the women's Test cricket match between Australia and South Africa at the WACA ground in Perth on February 16, 2024. (Photo by Colin Murtagh / AFP) / -- IMAGE RESTRICTED TO EDITORIAL USE - STRICTLY NO COMMERCIAL USE --",
        "Colin Murtagh", "AFP", "2024-02-16", "*|Perth|*|~")]
    [InlineData(
        "A boy jumps into the Euphrates river in Raqa, in northern Syria, on July 14, 2024. © Delil SULEIMAN-HAJI / AFP",
        "Delil Suleiman-Haji", "AFP", "2024-07-14", "Euphrates river|Raqa|*|Syria")]
    [InlineData(
        "Denzel Brooks attends the world premiere of \"Iron Harvest\" at the TCL Chinese Theatre in Hollywood, California, on November 6, 2023. (Photo by Robyn BECKFORD / AFP)",
        "Robyn Beckford", "AFP", "2023-11-06", "TCL Chinese Theatre|Hollywood|California|~")]
    [InlineData(
        "Residents look at damage after an earthquake struck overnight in Moulay Brahim, Al-Haouz province, Morocco, September 9, 2023. (Jalal Marouane/AFP via Getty Images)",
        "Jalal Marouane", "AFP > Getty Images", "2023-09-09", "|Moulay Brahim|Al-Haouz|Morocco")]
    [InlineData(
        "Lebanese army soldiers stand guard during clashes in Tripoli, north Lebanon, on June 30, 2021. (Photo by Ibrahim CHALHOUB-NASR / AFP)",
        "Ibrahim Chalhoub-Nasr", "AFP", "2021-06-30", "|Tripoli|*|Lebanon")]
    [InlineData(
        "Pro-democracy protesters gather in the Mong Kok district of Hong Kong on October 27, 2019. (Photo by Anthony WALLIS / AFP)",
        "Anthony Wallis", "AFP", "2019-10-27", "*|Hong Kong|*|~")]
    [InlineData(
        "Villagers carry water in the drought-hit district of Turkana on February 24. (Photo by Simon Kemboi / AFP)",
        "Simon Kemboi", "AFP", "2022-02-24", "||Turkana|~", "2022-03-01")]
    [InlineData(
        "Lebanese security forces inspect the site of a drone attack in the southern suburbs of Beirut on January 2, 2024. (Photo by Anwar HADDAD / AFP)",
        "Anwar Haddad", "AFP", "2024-01-02", "|Beirut|*|~")]
    [InlineData(
        "Rohingya refugees gather near the fence at the \"no man's land\" zone between Myanmar and Bangladesh border as seen from Tombru, in Bangladesh's Bandarban district on February 27, 2018. (Photo by Dibyan SENGUPTA / AFP)",
        "Dibyan Sengupta", "AFP", "2018-02-27", "|Tombru|Bandarban|Bangladesh")]
    [InlineData(
        "A worker walks past a screen showing the Nikkei index in the lobby of a securities firm in Tokyo on March 22, 2024. (Photo by Kazuhiro NOMURA / AFP)",
        "Kazuhiro Nomura", "AFP", "2024-03-22", "|Tokyo|*|~")]
    [InlineData(
        "Bayern Munich's English forward #09 Jamie Kent and Real Madrid's German defender #22 Anton Rauch vie for the ball during the UEFA Champions League semi-final first leg football match FC Bayern Munich v Real Madrid CF in Munich, southern Germany, on April 30, 2024. (Photo by Odd STENSTAD / AFP)",
        "Odd Stenstad", "AFP", "2024-04-30", "|Munich|*|Germany")]
    [InlineData(
        "(FILES) This file photograph taken on September 1, 2015, shows Hungarian police watching migrants outside the Keleti railway station in Budapest. (Photo by Attila KOVACS / AFP)",
        "Attila Kovacs", "AFP", "2015-09-01", "Keleti railway station|Budapest|*|~")]
    [InlineData(
        "This aerial view shows burnt-out houses after a wildfire in Lahaina, western Maui, Hawaii on August 10, 2023. (Photo by Patrick FALLON-REY / AFP) (Photo by PATRICK FALLON-REY/AFP via Getty Images)",
        "Patrick Fallon-Rey", "AFP > Getty Images", "2023-08-10", "|Lahaina|Hawaii|~")]
    [InlineData(
        "Afghan women wait to receive food aid distributed by a charity foundation in Kabul on January 17, 2024, two years after the Taliban takeover of August 15, 2021. (Photo by Wakil SAHAR / AFP)",
        "Wakil Sahar", "AFP", "2024-01-17", "|Kabul|*|~")]
    [InlineData(
        "TOPSHOT - A displaced Congolese woman who fled fighting in Masisi carries her belongings on the road to Goma, in Sake, eastern Democratic Republic of Congo, on February 7, 2024. (Photo by Aubin KASEREKA / AFP)",
        "Aubin Kasereka", "AFP", "2024-02-07", "|Sake|*|Democratic Republic of Congo")]
    [InlineData(
        "Villagers push a vehicle through mud on the road between Juba and Bor, in South Sudan's Jonglei state, on September 3, 2020. (Photo by Tony KARUMBA-OTI / AFP)",
        "Tony Karumba-Oti", "AFP", "2020-09-03", "||Jonglei|South Sudan")]
    [InlineData(
        "A police officer directs traffic near Times Square in New York as thousands of fans from Ireland march along Fifth Avenue, March 16, 2024. (Photo by Yuki IWAMOTO-BELL / AFP)",
        "Yuki Iwamoto-Bell", "AFP", "2024-03-16", "Times Square|New York|*|~")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
