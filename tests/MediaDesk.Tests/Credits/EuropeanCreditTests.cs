namespace MediaDesk.Tests.Credits;

/// <summary>Credit words and habits of French, German, Spanish, Italian, Dutch, Nordic and Central European papers.</summary>
public sealed class EuropeanCreditTests
{
    /// <summary>The line, photographers, agencies from origin to distributor, and flags.</summary>
    [Theory]
    [InlineData("Foto: Annika Hölzle/dpa", "Annika Hölzle", "dpa", "")]
    [InlineData("Foto: picture alliance/dpa | Annika Hölzle", "Annika Hölzle", "dpa", "")]
    [InlineData("IMAGO / ZUMA Press Wire / Teo Blanchet", "Teo Blanchet", "ZUMA Press Wire > Imago", "")]
    [InlineData("Crédit photo : Maëlle Kervran / AFP", "Maëlle Kervran", "AFP", "")]
    [InlineData("Photo Maëlle Kervran, AFP", "Maëlle Kervran", "AFP", "")]
    [InlineData("PHOTO BENOÎT CHAREST, LA PRESSE", "Benoît Charest", "La Presse", "")]
    [InlineData("Photo : Maëlle Kervran/Hans Lucas via AFP", "Maëlle Kervran", "Hans Lucas > AFP", "")]
    [InlineData("Fotografía: Íñigo Larrañaga/EFE", "Íñigo Larrañaga", "EFE", "")]
    [InlineData("Foto de Lucía Barrientos y Tomás Ugarte/Europa Press", "Lucía Barrientos > Tomás Ugarte", "Europa Press", "")]
    [InlineData("BELGA PHOTO JORIS VERMEULEN", "Joris Vermeulen", "Belga", "")]
    [InlineData("KEYSTONE/Reto Ammann", "Reto Ammann", "Keystone", "")]
    [InlineData("Foto: Sofie Lindqvist / TT", "Sofie Lindqvist", "TT", "")]
    [InlineData("Mads Kjeldsen/Ritzau Scanpix", "Mads Kjeldsen", "Ritzau Scanpix", "")]
    [InlineData("İPEK YILDIZ/Anadolu Agency", "İpek Yıldız", "Anadolu Agency", "")]
    [InlineData("LUCA DI BENEDETTO / ANSA", "Luca di Benedetto", "ANSA", "")]
    [InlineData("Giulia Ferraro/LaPresse via AP", "Giulia Ferraro", "LaPresse > AP", "")]
    [InlineData("dpa / Kay Nietfeldt", "Kay Nietfeldt", "dpa", "")]
    [InlineData("Bild: Imago/Jan Huebnerson", "Jan Huebnerson", "Imago", "")]
    [InlineData("Foto: Soeren Stachel/dpa-Zentralbild/dpa", "Soeren Stachel", "dpa-Zentralbild/dpa", "")]
    [InlineData("Foto: APA/Hans Klaus Techtl", "Hans Klaus Techtl", "APA", "")]
    [InlineData("Bildnachweis: IMAGO/Sven Simon", "", "Sven Simon > Imago", "")]
    [InlineData("picture alliance / NurPhoto | Beata Zawrzelska", "Beata Zawrzelska", "NurPhoto > picture alliance", "")]
    [InlineData("© Sipa Press / Jacques Wittmann", "Jacques Wittmann", "Sipa Press", "")]
    [InlineData("Crédits : Ludovic Marinet / AFP", "Ludovic Marinet", "AFP", "")]
    [InlineData("PHOTOPQR/OUEST FRANCE/MAXPPP", "", "Ouest-France > MAXPPP", "")]
    [InlineData("Photo d'archives AFP", "", "AFP", "file")]
    [InlineData("Foto: Marta Fernández Jara / Europa Press", "Marta Fernández Jara", "Europa Press", "")]
    [InlineData("ANSA/MASSIMO PERCOSSINI", "Massimo Percossini", "ANSA", "")]
    [InlineData("PAP/Radek Pietruszkiewicz", "Radek Pietruszkiewicz", "PAP", "")]
    [InlineData("ČTK/Kamaryt Michalik", "Kamaryt Michalik", "CTK", "")]
    [InlineData("MTI/Koszticsák Szilárd", "Koszticsák Szilárd", "MTI", "")]
    [InlineData("NTB / Terje Pedersenius", "Terje Pedersenius", "NTB", "")]
    [InlineData("Lehtikuva / Vesa Moilanenko", "Vesa Moilanenko", "Lehtikuva", "")]
    [InlineData("ANP REMKO DE WAALS", "Remko de Waals", "ANP", "")]
    [InlineData("Agence VU / Guillaume Herbautin", "Guillaume Herbautin", "Agence VU", "")]
    public void Line_GivesTheChain(string line, string photographers, string agencies, string flags) =>
        CreditTable.Check(line, photographers, agencies, flags);
}
