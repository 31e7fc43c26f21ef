namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from Reuters: place and day at the end, the credit bare behind them.</summary>
public sealed class ReutersCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "A man rides a bicycle past a burning bus during a protest against fuel shortages in Port-au-Prince, Haiti September 13, 2022. REUTERS/Ralph Desir",
        "Ralph Desir", "Reuters", "2022-09-13", "|Port-au-Prince|*|Haiti")]
    [InlineData(
        "FILE PHOTO: A logo of energy company Nordvolt is seen at its headquarters in Stockholm, Sweden, February 20, 2023. REUTERS/Ingrid Dahl/File Photo",
        "Ingrid Dahl", "Reuters", "2023-02-20", "|Stockholm|*|Sweden")]
    [InlineData(
        "Supporters of presidential candidate Lucio Paredes celebrate after polls closed, in Quito, Ecuador, October 15, 2023. REUTERS/Karina Toapanta",
        "Karina Toapanta", "Reuters", "2023-10-15", "|Quito|*|Ecuador")]
    [InlineData(
        "Tennis - Wimbledon - All England Lawn Tennis and Croquet Club, London, Britain - July 7, 2024 Kazakhstan's Aliya Bekova in action during her fourth round match against China's Lin Xiu REUTERS/Hannah Marlowe",
        "Hannah Marlowe", "Reuters", "2024-07-07", "*|London|*|Britain")]
    [InlineData(
        "Ukrainian servicemen fire a howitzer towards Russian positions near a frontline, amid Russia's attack on Ukraine, in Donetsk region, Ukraine November 22, 2023. Radio Liberty/Serhii Koval via REUTERS",
        "Serhii Koval", "Radio Liberty > Reuters", "2023-11-22", "||Donetsk|Ukraine")]
    [InlineData(
        "North Korean leader inspects a missile launch at an undisclosed location in this image released by North Korea's Central News Agency on March 17, 2023. KCNA via REUTERS ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY. REUTERS IS UNABLE TO INDEPENDENTLY VERIFY THIS IMAGE. NO THIRD PARTY SALES. SOUTH KOREA OUT.",
        "", "KCNA > Reuters", "", "||*|~")]
    [InlineData(
        "A woman mourns during the funeral of her son, who was killed in an air strike in Saada, in Sanaa, Yemen, August 13, 2018. REUTERS/Khaled Anwar",
        "Khaled Anwar", "Reuters", "2018-08-13", "|Sanaa|*|Yemen")]
    [InlineData(
        "Police officers stand guard outside the Supreme Court in London, Britain, November 15, 2023. REUTERS/Toby Marsden",
        "Toby Marsden", "Reuters", "2023-11-15", "Supreme Court|London|*|Britain")]
    [InlineData(
        "A general view shows the Zaporizhzhia nuclear plant, as seen from the town of Nikopol, Dnipropetrovsk region, Ukraine, June 16, 2023. REUTERS/Alina Moroz",
        "Alina Moroz", "Reuters", "2023-06-16", "|Nikopol|Dnipropetrovsk|Ukraine")]
    [InlineData(
        "U.S. President Carol Hayes and Israel's Prime Minister Avi Shalem shake hands at the White House in Washington, U.S., July 25, 2024. REUTERS/Elena Ruiz",
        "Elena Ruiz", "Reuters", "2024-07-25", "White House|Washington|*|U.S.")]
    [InlineData(
        "Mourners gather for a vigil in Christchurch, New Zealand, for victims of the earthquake in Kahramanmaras, Turkey, February 12, 2023. REUTERS/Martin Hollis",
        "Martin Hollis", "Reuters", "2023-02-12", "|Christchurch|*|New Zealand")]
    [InlineData(
        "Former president Alberto Quiroga leaves a court house in Lima, Peru, Oct. 19, 2019, before being extradited to the United States. Courtesy of the Peruvian Supreme Court/Handout via REUTERS",
        "", "Peruvian Supreme Court > Reuters", "2019-10-19", "|Lima|*|Peru")]
    [InlineData(
        "The sun rises over a snow-covered vineyard near Bordeaux, southwestern France, January 9, 2024. REUTERS/Stephane Darrieux",
        "Stephane Darrieux", "Reuters", "2024-01-09", "|Bordeaux|*|France")]
    [InlineData(
        "Elephants walk at Hwange National Park, Zimbabwe, October 23, 2019. Picture taken October 23, 2019. REUTERS/Philimon Bulaw",
        "Philimon Bulaw", "Reuters", "2019-10-23", "Hwange National Park||*|Zimbabwe")]
    [InlineData(
        "A migrant boat is towed into harbour at Arguineguin, on the island of Gran Canaria, Spain, November 3, 2023. REUTERS/Borja Suarez-Luz",
        "Borja Suarez-Luz", "Reuters", "2023-11-03", "|Arguineguin|*|Spain")]
    [InlineData(
        "An Indian paramilitary soldier stands guard near the Line of Control in Uri, north of Srinagar, March 4, 2021. REUTERS/Danish Mir",
        "Danish Mir", "Reuters", "2021-03-04", "|Uri|*|~")]
    [InlineData(
        "Women wash clothes in a canal in Hodeidah, Yemen January 20, 2019. REUTERS/Abduljabbar Zayed",
        "Abduljabbar Zayed", "Reuters", "2019-01-20", "|Hodeidah|*|Yemen")]
    [InlineData(
        "A pump jack operates in front of a drilling rig at sunset in an oil field in Midland, Texas U.S. August 22, 2018. REUTERS/Nick Oxley",
        "Nick Oxley", "Reuters", "2018-08-22", "|Midland|Texas|United States")]
    [InlineData(
        "FILE PHOTO: Chairman Liu Haoran of Evergreat Group attends a news conference on the property developer's annual results in Hong Kong, China March 28, 2017. REUTERS/Bobby Yau/File Photo",
        "Bobby Yau", "Reuters", "2017-03-28", "|Hong Kong|*|China")]
    [InlineData(
        "Smoke rises after shelling near the front line town of Avdiivka, as Russia's attack on Ukraine continues, Donetsk region, Ukraine, February 14, 2024. REUTERS/Inna Varen",
        "Inna Varen", "Reuters", "2024-02-14", "|Avdiivka|Donetsk|Ukraine")]
    [InlineData(
        "Soccer Football - Bundesliga - Borussia Dortmund v Augsburg - Signal Iduna Park, Dortmund, Germany - May 4, 2024 Borussia Dortmund's Yusuf Moko celebrates scoring their fourth goal REUTERS/Leon Kuegler",
        "Leon Kuegler", "Reuters", "2024-05-04", "Signal Iduna Park|Dortmund|*|Germany")]
    [InlineData(
        "A Houthi fighter stands on the deck of the cargo ship Galaxy Star in the Red Sea in this photo released November 20, 2023. Houthi Military Media/Handout via REUTERS",
        "", "Houthi Military Media > Reuters", "", "||*|~")]
    [InlineData(
        "Palestinians inspect the damages at a house destroyed in Israeli strikes, in Rafah in the southern Gaza Strip, January 10, 2024. REUTERS/Ibraheem Abu Tair",
        "Ibraheem Abu Tair", "Reuters", "2024-01-10", "|Rafah|*|Palestine")]
    [InlineData(
        "French President Luc Morel meets Chinese counterpart Wei Guang at the Elysee Palace in Paris as part of a two-day state visit to France, May 6, 2024. REUTERS/Gonzalo Faure",
        "Gonzalo Faure", "Reuters", "2024-05-06", "Elysee Palace|Paris|*|France")]
    [InlineData(
        "A view of destroyed residential buildings following an earthquake in Hatay, Turkey, February 9, 2023. REUTERS/Umit Bek",
        "Umit Bek", "Reuters", "2023-02-09", "|Hatay|*|Turkey")]
    [InlineData(
        "A cyclist rides past the Brandenburg Gate in Berlin, Germany April 2, 2020. REUTERS/Fabian Binsch",
        "Fabian Binsch", "Reuters", "2020-04-02", "Brandenburg Gate|Berlin|*|Germany")]
    [InlineData(
        "Eritrean asylum seekers in a prison camp in Libya, where they had been held since March 2019, wait to board a plane in Kigali, Rwanda, September 26, 2019. REUTERS/Jean Bizi",
        "Jean Bizi", "Reuters", "2019-09-26", "|Kigali|*|Rwanda")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
