namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from other wires: Xinhua, TASS, dpa, ZUMA, Alamy, PTI, Kyodo, Bloomberg, NurPhoto.</summary>
public sealed class OtherWireCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "London, UK. 13th April, 2024. Thousands of protesters march through central London calling for a ceasefire. Credit: Joao Pinheiro/Alamy Live News",
        "Joao Pinheiro", "Alamy", "2024-04-13", "|London|*|UK")]
    [InlineData(
        "Rome, Italy. 4 June 2023. Fans of AS Roma before the Serie A match between AS Roma and Spezia at Stadio Olimpico. Credit: Franco Nardi/Live Media/Alamy Live News",
        "Franco Nardi", "Live Media > Alamy", "2023-06-04", "Stadio Olimpico|Rome|*|Italy")]
    [InlineData(
        "(240118) -- HARBIN, Jan. 18, 2024 (Xinhua) -- Tourists visit the Ice-Snow World in Harbin, capital of northeast China's Heilongjiang Province, Jan. 18, 2024. (Xinhua/Zhao Tianlin)",
        "Zhao Tianlin", "Xinhua", "2024-01-18", "*|Harbin|Heilongjiang|China")]
    [InlineData(
        "NAIROBI, March 5, 2024 -- A vendor arranges flowers at a market in Nairobi, Kenya, March 5, 2024. (Xinhua/Li Yahui)",
        "Li Yahui", "Xinhua", "2024-03-05", "|Nairobi|*|Kenya")]
    [InlineData(
        "MOSCOW, RUSSIA - MARCH 17, 2024: A woman casts her ballot at a polling station during the presidential election. Mikhail Orlov/TASS",
        "Mikhail Orlov", "TASS", "2024-03-17", "|Moscow|*|Russia")]
    [InlineData(
        "RUSSIA, ST PETERSBURG - JUNE 15, 2023: Participants attend a session of the St Petersburg International Economic Forum. Pavel Dorokhov/TASS",
        "Pavel Dorokhov", "TASS", "2023-06-15", "|St Petersburg|*|Russia")]
    [InlineData(
        "22 December 2023, Berlin: People skate on an ice rink in front of the Red Town Hall. Photo: Julia Brandt/dpa",
        "Julia Brandt", "dpa", "2023-12-22", "Red Town Hall|Berlin|*|~")]
    [InlineData(
        "11 May 2024, Bavaria, Munich: Soccer: Bundesliga, FC Bayern Munich - VfL Wolfsburg, Matchday 33, Allianz Arena. Photo: Sven Hoppmann/dpa",
        "Sven Hoppmann", "dpa", "2024-05-11", "*|Munich|Bavaria|~")]
    [InlineData(
        "Tourists take shelter from the rain in Piazza San Marco in Venice, Italy, on November 3, 2023. (Photo by Stefano Mazzolin/NurPhoto)",
        "Stefano Mazzolin", "NurPhoto", "2023-11-03", "Piazza San Marco|Venice|*|Italy")]
    [InlineData(
        "Farm workers transplant paddy seedlings in a field on the outskirts of Guwahati, Assam, India on July 21, 2023. (Photo by Anuwar Hazarika/NurPhoto via Getty Images)",
        "Anuwar Hazarika", "NurPhoto > Getty Images", "2023-07-21", "|Guwahati|Assam|India")]
    [InlineData(
        "March 3, 2024, Jakarta, Indonesia: Commuters board a train at Manggarai Station during rush hour. (Credit Image: © Dasril Rosyid/ZUMA Press Wire)",
        "Dasril Rosyid", "ZUMA Press Wire", "2024-03-03", "Manggarai Station|Jakarta|*|Indonesia")]
    [InlineData(
        "December 12, 2021 - Mayfield, Kentucky, USA - A church destroyed by a tornado is seen in downtown Mayfield. (Credit Image: © Brett Carlin/ZUMA Press)",
        "Brett Carlin", "ZUMA Press", "2021-12-12", "|Mayfield|Kentucky|USA")]
    [InlineData(
        "Bollywood actor Rohan Kapadia at an event in Mumbai, Saturday, Sept. 9, 2023. (PTI Photo/Shashank Parab)",
        "Shashank Parab", "PTI", "2023-09-09", "|Mumbai|*|~")]
    [InlineData(
        "New Delhi: Prime Minister Vikram Rao during the inauguration of a new terminal at Safdarjung Airport, in New Delhi, Monday, March 4, 2024. (PTI Photo/Kamal Kishan)",
        "Kamal Kishan", "PTI", "2024-03-04", "Safdarjung Airport|New Delhi|*|~")]
    [InlineData(
        "Photo taken on Nov. 2, 2023, shows fishing boats moored at a port in Soma, Fukushima Prefecture, northeastern Japan. (Kyodo)",
        "", "Kyodo", "2023-11-02", "|Soma|Fukushima|Japan")]
    [InlineData(
        "South Korean President Han Seok-jin speaks during a Cabinet meeting at the presidential office in Seoul on Jan. 16, 2024. (Yonhap)",
        "", "Yonhap", "2024-01-16", "|Seoul|*|~")]
    [InlineData(
        "Iceland's Fagradalsfjall volcano erupts, near Grindavik, Iceland, on Monday, July 10, 2023. Photographer: Hrafn Gunnarsson/Bloomberg via Getty Images",
        "Hrafn Gunnarsson", "Bloomberg > Getty Images", "2023-07-10", "|Grindavik|*|Iceland")]
    [InlineData(
        "Traders work on the floor of the New York Stock Exchange in New York, US, on Friday, Feb. 2, 2024. Photographer: Jenna Sloan/Bloomberg",
        "Jenna Sloan", "Bloomberg", "2024-02-02", "New York Stock Exchange|New York|*|US")]
    [InlineData(
        "The empty main street of Whitehorse, Yukon, is shown on Thursday, January 11, 2024. THE CANADIAN PRESS/Carl Dufresne",
        "Carl Dufresne", "The Canadian Press", "2024-01-11", "*|Whitehorse|Yukon|~")]
    [InlineData(
        "Quebec Premier Luc Tremblay responds to reporters at the legislature in Quebec City, Wednesday, November 29, 2023. THE CANADIAN PRESS/Jacques Brisson",
        "Jacques Brisson", "The Canadian Press", "2023-11-29", "|Quebec City|*|~")]
    [InlineData(
        "Bushfire smoke hangs over a property in Rathdowney, Queensland, Monday, October 30, 2023. (AAP Image/Darren Ingle) NO ARCHIVING",
        "Darren Ingle", "AAP Image", "2023-10-30", "|Rathdowney|Queensland|~")]
    [InlineData(
        "Voters wait in line at a polling place in Savannah, Georgia, on November 8, 2022. (Photo by Sean Raynor/Getty Images)",
        "Sean Raynor", "Getty Images", "2022-11-08", "|Savannah|Georgia|~")]
    [InlineData(
        "Evacuees arrive at Berlin airport from Kabul, Afghanistan on August 19, 2021. (Photo by Lukas Schulze-Ems/Getty Images)",
        "Lukas Schulze-Ems", "Getty Images", "2021-08-19", "*|Berlin|*|~")]
    [InlineData(
        "Sprinter Asha Powell trains in Kingston, Jamaica, in May 2021. (Photo by Gladstone Taylor/Multimedia Photo Desk)",
        "Gladstone Taylor", "Multimedia Photo Desk", "2021-05", "|Kingston|*|Jamaica")]
    [InlineData(
        "German Chancellor Karl Lindner addresses the media in Berlin on Monday. Photo: Hannah Brecht/Reuters",
        "Hannah Brecht", "Reuters", "2024-03-11", "|Berlin|*|~", "2024-03-13")]
    [InlineData(
        "Rescuers work at the scene of a train collision in Kissimmee, Florida, yesterday. Photo: Luis Ortega/Reuters",
        "Luis Ortega", "Reuters", "2023-05-20", "|Kissimmee|Florida|~", "2023-05-21")]
    [InlineData(
        "Madrid, Spain. 21st Oct, 2023. Demonstrators carry banners in Plaza de Cibeles during a march in support of Palestine. Credit: Diego Radames/SOPA Images via ZUMA Press Wire/Alamy Live News",
        "Diego Radames", "SOPA Images > ZUMA Press Wire > Alamy", "2023-10-21", "Plaza de Cibeles|Madrid|*|Spain")]
    [InlineData(
        "BEIJING, March 11, 2024 (Xinhua) -- Deputies walk towards the Great Hall of the People for the closing meeting in Beijing, capital of China, March 11, 2024. (Xinhua/Cai Yanling)",
        "Cai Yanling", "Xinhua", "2024-03-11", "|Beijing|*|China")]
    [InlineData(
        "VLADIVOSTOK, RUSSIA – SEPTEMBER 12, 2023: Guests visit an exhibition on Russky Island. Yuri Smit/TASS",
        "Yuri Smit", "TASS", "2023-09-12", "*|Vladivostok|*|Russia")]
    [InlineData(
        "05 February 2024, Hesse, Frankfurt/Main: The sun sets behind the banking skyline. Photo: Boris Rosler/dpa",
        "Boris Rosler", "dpa", "2024-02-05", "|Frankfurt|Hesse|~")]
    [InlineData(
        "April 14, 2024, Kolkata, West Bengal, India: A woman votes with her baby. (Credit Image: © Samir Jana/Hindustan Times via ZUMA Press Wire)",
        "Samir Jana", "Hindustan Times > ZUMA Press Wire", "2024-04-14", "|Kolkata|West Bengal|India")]
    [InlineData(
        "Fishermen pull their nets from the waters of Lake Victoria at Mbita, western Kenya, on June 6, 2023. (Photo by James Wakibia/SOPA Images)",
        "James Wakibia", "SOPA Images", "2023-06-06", "Lake Victoria|Mbita|*|Kenya")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
