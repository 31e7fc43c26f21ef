using CsCheck;
using MediaDesk.Credits;

namespace MediaDesk.Tests.Credits;

public sealed class CreditPropertyTests
{
    private static readonly string[] GivenNames = ["Olga", "Jean-Paul", "Samir", "Íñigo", "Wei", "Fionnuala", "Björn", "Thanh", "Ayşe", "Oluwaseun"];
    private static readonly string[] Surnames = ["Marchenko", "Beaumont", "Al-Jabri", "O'Brien", "van der Hoek", "McAllen", "Åkerström", "de la Cruz", "Nguyen", "Quist"];
    private static readonly string[] Wires = ["AFP", "AP", "Reuters", "EPA-EFE", "Xinhua", "dpa", "ANSA", "Kyodo", "TASS"];
    private static readonly string[] Origins = ["NurPhoto", "Anadolu Agency", "SOPA Images", "Bloomberg", "Houston Chronicle", "Hindustan Times", "Sipa USA", "Xinhua"];
    private static readonly string[] Sellers = ["Getty Images", "Shutterstock", "Alamy", "Imago"];

    private static readonly Gen<string> Name = Gen.Select(Any(GivenNames), Any(Surnames), (given, surname) => $"{given} {surname}");
    private static readonly Gen<string> Wire = Any(Wires);
    private static readonly Gen<string> Origin = Any(Origins);
    private static readonly Gen<string> Seller = Any(Sellers);

    /// <summary>A chain and the line that the convention makes of it.</summary>
    private static readonly Gen<(string Line, string[] People, string[] Agencies, string Flag)> Credit = Gen.OneOf<(string Line, string[] People, string[] Agencies, string Flag)>(
        Gen.Select(Name, Wire, (name, wire) => ($"{name}/{wire}", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"{wire}/{name}", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"({wire} / {name})", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"Photo by {name} | {wire}", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"© {name} / {wire}", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"Foto: {name}/{wire}", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"Crédit photo : {name} / {wire}", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"Photo {name}, {wire}", One(name), One(wire), "")),
        Gen.Select(Name, Wire, (name, wire) => ($"{wire}/{name}/File Photo", One(name), One(wire), "file")),
        Gen.Select(Name, Wire, (name, wire) => ($"({wire} Photo/{name}, Pool)", One(name), One(wire), "pool")),
        Gen.Select(Name, Wire, (name, wire) => ($"{name}/Pool via {wire}", One(name), One(wire), "pool")),
        Gen.Select(Name, Seller, (name, seller) => ($"(Photo by {name}/{seller})", One(name), One(seller), "")),
        Gen.Select(Name, Seller, (name, seller) => ($"{name}/{seller} for Example Awards", One(name), One(seller), "")),
        Gen.Select(Name, Origin, Seller, (name, origin, seller) => ($"(Photo by {name}/{origin} via {seller})", One(name), new[] { origin, seller }, "")),
        Gen.Select(Name, Origin, Seller, (name, origin, seller) => ($"{name} / {origin} / {seller}", One(name), new[] { origin, seller }, "")),
        Gen.Select(Name, Origin, Seller, (name, origin, seller) => ($"Mandatory Credit: Photo by {name}/{origin}/{seller} (12345678ab)", One(name), new[] { origin, seller }, "")),
        Gen.Select(Name, Origin, Seller, (name, origin, seller) => ($"{seller}/{origin}/{name}", One(name), new[] { origin, seller }, "")),
        Gen.Select(Name, Name, Wire, (one, other, wire) => ($"{one} and {other}/{wire}", Both(one, other), One(wire), "")),
        Gen.Select(Name, (name) => ($"(Photo by {name} / AFP) (Photo by {name.ToUpperInvariant()}/AFP via Getty Images)", One(name), new[] { "AFP", "Getty Images" }, "")));

    [Fact]
    public void CreditMadeFromAChain_ReadsAsThatChain() =>
        Credit.Sample(
            credit =>
            {
                var chain = CreditTable.Read(credit.Line);
                return chain.Photographers.SequenceEqual(credit.People, StringComparer.Ordinal) && chain.AgencyNames.SequenceEqual(credit.Agencies, StringComparer.Ordinal)
                    && chain.IsFile == (credit.Flag == "file") && chain.IsPool == (credit.Flag == "pool") && !chain.IsHandout;
            },
            iter: 5_000,
            print: credit => $"{credit.Line}  read as  {string.Join(" > ", CreditTable.Read(credit.Line).Photographers.Concat(CreditTable.Read(credit.Line).AgencyNames))}");

    /// <summary>Any text at all, and any pieces of credits in any order.</summary>
    [Fact]
    public void AnyText_IsReadWithoutAFault_AndEveryValueStandsInIt()
    {
        var pieces = Any(
            "AFP", "Getty Images", "Photo by", "(", ")", "/", " via ", " - ", "©", "for", " and ", ",", "Jo Roe", "ROE", "POOL", "Handout", ", File", "İI", "\uD83D", "e\u0301", "123456", " ", "Crédit :", "AP Photo", "the", ".", "#", "\u202E", "Foto", "by");
        Gen.OneOf(Gen.String, pieces.List[0, 14].Select(list => string.Concat(list))).Sample(
            text =>
            {
                var chain = CreditTable.Read(text);
                return chain.Values.All(value => value.Start >= 0 && value.Length > 0 && value.Start + value.Length <= text.Length && value.Value.Length > 0)
                    && CreditReader.Read(text, ["Jo Roe"], AgencyCatalogue.Seeded) is not null;
            },
            iter: 20_000);
    }

    /// <summary>Found by the test above: a link of signs alone holds no name.</summary>
    [Theory]
    [InlineData("via ., and #(.")]
    [InlineData("AFP/ , and .")]
    public void LinkWithoutAName_IsReadWithoutAFault(string line) => Assert.DoesNotContain(CreditTable.Read(line).Values, value => value.Value.Length == 0);

    private static Gen<string> Any(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static string[] One(string name) => [name];

    private static string[] Both(string one, string other) => one == other ? [one] : [one, other];
}
