namespace MediaDesk.Tests.Wording;

/// <summary>Captions as they come from AFP in French.</summary>
public sealed class FrenchCaptionTests
{
    /// <summary>The caption; its photographers, agencies and day; sublocation, city, region and country.</summary>
    [Theory]
    [InlineData(
        "Des manifestants affrontent les forces de l'ordre lors d'une manifestation contre la réforme des retraites à Rennes, dans l'ouest de la France, le 23 mars 2023. (Photo par Yann LE GALL / AFP)",
        "Yann Le Gall", "AFP", "2023-03-23", "|Rennes|*|France")]
    [InlineData(
        "Le président Marc Vallier prononce un discours à l'Elysée à Paris, le 8 mai 2024. (Photo Julien MARTEL / POOL / AFP)",
        "Julien Martel", "AFP", "2024-05-08", "Elysée|Paris|*|~")]
    [InlineData(
        "Une femme marche dans les décombres de sa maison après le passage du cyclone, à Antalaha (Madagascar), le 12 mars 2017. (AFP / Rindra Rakoto)",
        "Rindra Rakoto", "AFP", "2017-03-12", "|Antalaha|*|Madagascar")]
    [InlineData(
        "Des pêcheurs réparent leurs filets au port de Saint-Louis, au Sénégal, le 1er février 2024. © Cheikh NIANG / AFP",
        "Cheikh Niang", "AFP", "2024-02-01", "port de Saint-Louis|Saint-Louis|*|Sénégal")]
    [InlineData(
        "Des réfugiés venus du Soudan attendent une distribution d'eau dans un camp près d'Adré, au Tchad, le 19 juillet 2023. (AFP / Moussa Idriss)",
        "Moussa Idriss", "AFP", "2023-07-19", "|Adré|*|Tchad")]
    [InlineData(
        "Le joueur toulousain Paul Graindorge lors du match contre Clermont au stade Marcel-Michelin à Clermont-Ferrand, le 6 janvier 2024. (Photo Thierry Saugues / AFP)",
        "Thierry Saugues", "AFP", "2024-01-06", "stade Marcel-Michelin|Clermont-Ferrand|*|~")]
    [InlineData(
        "Un pompier tente d'éteindre un incendie de forêt à Landiras, en Gironde, dans le sud-ouest de la France, le 17 juillet 2022. (Photo by Thibaud LARRIEU / AFP)",
        "Thibaud Larrieu", "AFP", "2022-07-17", "|Landiras|*|France")]
    [InlineData(
        "L'actrice américaine Jodie Marsh pose pour les photographes à son arrivée au Festival de Deauville, le 2 septembre 2023 à Deauville. (Photo Loïc Saint-Yves / AFP)",
        "Loïc Saint-Yves", "AFP", "2023-09-02", "|Deauville|*|~")]
    [InlineData(
        "Des habitants évacuent leur maison inondée à Blendecques, près de Saint-Omer, dans le Pas-de-Calais, le 3 janvier 2024. © Denis CHARPENTIER / AFP",
        "Denis Charpentier", "AFP", "2024-01-03", "|Blendecques|Pas-de-Calais|~")]
    [InlineData(
        "La ministre allemande des Affaires étrangères Petra Kuhn et son homologue ukrainien à Kiev, en Ukraine, le 10 mai 2022 (AFP / Sergii Volkov)",
        "Sergii Volkov", "AFP", "2022-05-10", "|Kiev|*|Ukraine")]
    public void Caption_IsUnderstood(string text, string byline, string agencies, string date, string place, string? published = null) =>
        CaptionTable.Check(text, byline, agencies, date, place, published);
}
