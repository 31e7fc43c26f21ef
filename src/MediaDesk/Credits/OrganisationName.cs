using System.Collections.Frozen;
using MediaDesk.Language;

namespace MediaDesk.Credits;

/// <summary>What tells the name of an organisation from that of a person.</summary>
internal static class OrganisationName
{
    private static readonly FrozenSet<string> Words = Set("""
        academy accion action administration aerospace affairs agence agencia agencias agency agencja agentur agenzia agjencia air airbus aircraft airline airlines airport airways albums alliance ambulance
        animal antiquities apparel archive archives archivo area arena armed army art artists arts assembly associates association athletic auction audiovisual authority automotive aviation bank
        basketball bildagentur board books border boxing branch brigade broadcasting brothers builders bureau business cabinet cable campaign cathedral center centers centre centro channel charity
        chronicle church cinema circuit circus city civil clinic club co coast college collection collective com comando combat command commission committee communication communications community
        company conservancy conservation constellation control cooperative corp corporation corps council county courier court cricket crown culture customs daily data defence defense department dept design
        development digital diocese direction directorate dispatch district division editorial education ejercito embajada embassy emergency enforcement engineering enquirer enterprises entertainment
        environment environmental estate exchange express facebook falls features federal federation festival field film films fire firefighters fisheries floor fondation football force forces foreign forest
        foto fotografie foundation fundacion gallery galleries gallerie gallo garden gardens gazette general geological global globe gmbh gobierno government governor graphic graphics group grupo guard
        guardia health helicopter herald heritage historical history holdings home hospital hotel house imagery images image imaging imagen inc independent industries industry information infantry instagram institute institutes
        institution insurance intelligence interactive interior international internet investigation island islamic journal judicial justice kommunikation kremlin lab laboratories laboratory labor labs league
        legal library light limited live llc ltd mag magazine management marathon marine marines maritime market markets media medical memorial mercury merkur metro metropolitan military militia mill
        ministerio ministry ministere ministerium ministro minister missile mission mobile motor motors motorsport mountain movement multimedia municipal municipality museo museum music nachrichten national nations
        nato nature naval navy netflix network networks new news newspaper newspapers newspix nyhetsbyra observatory observer office official oil online opera orchestra organisation organization
        palace paramount parish park parks parliament parliamentary partners party patrol photo photographers photography photographic photos picture pictures pics pix plc podcast police policia polizei post power prefecture
        premier presidence presidencia presidency presidential press presse pressefoto pressefotos prensa presseagentur prison production productions program programme project promotions property prosecutor public publications
        publicity publishing racing radio rail railway ranch recorder records red refugee regional register relief religious reporter republic republican rescue research reserve resort resources restaurant review
        rights rolling royal rtl rugby safety sanctuary satellite school schools science sciences screen sea security senate sentinel separate service services sheriff ship show social society sociedad
        soccer software solutions space special spokesman spokesperson sport sports stadium staff standard star state states station stiftung stock store strategic stringers studio studios submarine suisse sun supreme surf survey swimming
        syndication system systems team tech technologies technology telecom telegram telegraph telescope television tennis theater theatre tiktok times today tour tourism town traffic training transport
        treasury tribune trust tv twitter union united universal universe university universitat universite universidad us usa video videos village volunteer warner water weather web weekly wildfire wildlife
        wire workers works world youtube zeitung zoo zoological zoologico aquarium vatican brigades battalion regiment squadron fleet wing naval airforce fleet marathon productions prods verlag verband verein
        gemeente gemeinde landkreis stadt feuerwehr bundespolizei kantonspolizei rettungsdienst prefeitura governo secretaria senado congreso camara palacio casa presidencial mairie ville region gobernacion alcaldia municipalidad ayuntamiento gendarmerie pompiers marina armada guardia
        """);

    /// <summary>Words of organisations that are family names as well: behind a given name they are one.</summary>
    private static readonly FrozenSet<string> FamilyNames = Set("""
        casa church court crown field fields forest garden gardens gallo house marina marine market mercury palacio parish park parks sun temple town wing
        """);

    private const int MostWordsOfPerson = 4;

    /// <summary>Small words that stand in no person's name.</summary>
    private static readonly FrozenSet<string> Between = Set("of the for in on at to with from");

    private static readonly FrozenSet<string> Endings = Set("com org net ie co uk pl fr de it es eu ru cn tv info nl be ch at se no dk fi ua tr");

    public static bool Has(CreditSlice part)
    {
        var words = TextNormaliser.Words(part.ToString());
        return words.Any(Words.Contains) && !IsFamilyName(words) || words.Skip(1).Any(Between.Contains) || (words.Count > 2 && words[0] == "the") || IsDomain(part) || HasNumber(words);
    }

    /// <param name="normal">In the form of <see cref="TextNormaliser"/>.</param>
    public static bool IsWord(string normal) => Words.Contains(normal);

    /// <summary>NHLI, VCG: three capitals or more, alone.</summary>
    public static bool IsInitialism(CreditSlice part)
    {
        var letters = 0;
        foreach (var sign in part.Span)
        {
            if (!char.IsUpper(sign) && sign is not ('.' or '&') && !char.IsDigit(sign))
            {
                return false;
            }

            letters += char.IsUpper(sign) ? 1 : 0;
        }

        return letters is >= 3 and <= 6;
    }

    /// <summary>"ABC (Another Broadcasting Company)": a name in brackets whose capitals are the initials before it.</summary>
    public static bool IsSpelledOut(CreditSlice part, CreditSlice longName)
    {
        var initials = CreditLeadIn.Strip(part).Behind;
        var text = longName.Text;
        return IsInitialism(initials) && longName.Start > 0 && text[longName.Start - 1] == '(' && longName.End < text.Length && text[longName.End] == ')' && text.AsSpan(initials.End, longName.Start - 1 - initials.End).IsWhiteSpace()
            && string.Concat(longName.ToString().Split(' ', '-').Where(word => word.Length > 1 && char.IsUpper(word[0])).Select(word => word[0])) == initials.ToString();
    }

    /// <summary>RollingNews.ie</summary>
    public static bool IsDomain(CreditSlice part)
    {
        var dot = part.Span.LastIndexOf('.');
        return dot > 1 && dot < part.Length - 1 && !part.Span.Contains(' ')
            && Endings.Contains(part.Span[(dot + 1)..].ToString().ToLowerInvariant());
    }

    /// <summary>"Alessandro Della Casa", "Daniel Park": what could be a family name stands last, behind a given name.</summary>
    private static bool IsFamilyName(IReadOnlyList<string> words) =>
        words.Count is > 1 and <= MostWordsOfPerson && FamilyNames.Contains(words[^1]) && !words.SkipLast(1).Any(Words.Contains) && PersonName.IsGivenName(words[0]);

    private static bool HasNumber(IReadOnlyList<string> words) => words.Count > 1 && words.Any(word => char.IsAsciiDigit(word[0]));

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
