using System.Security.Cryptography;
using System.Text;
using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search.Query;
using MediaDesk.Language;

namespace MediaDesk.Search;

/// <summary>What the index holds of one photo: normalised texts by column, and the facet values it counts for.</summary>
internal sealed class SearchDocument
{
    private static readonly HashSet<string> InColumns = new(
        new[]
        {
            NewsroomFields.Headline, NewsroomFields.Caption, NewsroomFields.CreditLine, NewsroomFields.Source, NewsroomFields.Keywords,
            NewsroomFields.Sublocation, NewsroomFields.City, NewsroomFields.ProvinceState, NewsroomFields.Country,
            // Looked up by mark, not by word.
            NewsroomFields.DateCreated, NewsroomFields.CountryCode,
        }.Select(field => field.Id),
        StringComparer.Ordinal);

    private readonly string[] columns = new string[Enum.GetValues<SearchColumn>().Length];

    private SearchDocument(MediaItem item, CreditChain credit)
    {
        var fields = item.Fields;
        this[SearchColumn.Headline] = TextNormaliser.Normalise(fields.Text(NewsroomFields.Headline.Id));
        this[SearchColumn.Caption] = TextNormaliser.Normalise(fields.Text(NewsroomFields.Caption.Id));
        this[SearchColumn.Byline] = Apart(credit.Photographers);
        this[SearchColumn.Credit] = TextNormaliser.Normalise(fields.Text(NewsroomFields.CreditLine.Id));
        this[SearchColumn.Source] = TextNormaliser.Normalise(fields.Text(NewsroomFields.Source.Id));
        this[SearchColumn.Agency] = Apart(credit.Agencies.Select(agency => agency.Name));
        this[SearchColumn.Keyword] = Apart(fields[NewsroomFields.Keywords.Id]?.Items ?? []);
        this[SearchColumn.Sublocation] = TextNormaliser.Normalise(fields.Text(NewsroomFields.Sublocation.Id));
        this[SearchColumn.City] = TextNormaliser.Normalise(fields.Text(NewsroomFields.City.Id));
        this[SearchColumn.Region] = TextNormaliser.Normalise(fields.Text(NewsroomFields.ProvinceState.Id));
        this[SearchColumn.Country] = TextNormaliser.Normalise(fields.Text(NewsroomFields.Country.Id));
        this[SearchColumn.Other] = Apart(
            fields.Where(field => !InColumns.Contains(field.Key)).SelectMany(field => (IEnumerable<string>)field.Value.Items).Prepend(item.FileName));
        var countries = CountryCodes(fields);
        this[SearchColumn.Mark] = string.Join(' ', Marks(item, credit, countries).Distinct(StringComparer.Ordinal));
        Facets =
        [
            .. credit.Agencies.Select(agency => new FacetEntry(FacetKind.Agency, agency.Key, agency.Name)),
            .. credit.Photographers.Select(name => new FacetEntry(FacetKind.By, TextNormaliser.Normalise(name), name)),
            .. CountryFacet(fields, countries),
        ];
    }

    public string this[SearchColumn column]
    {
        get => columns[(int)column];
        private init => columns[(int)column] = value;
    }

    public IReadOnlyList<FacetEntry> Facets { get; }

    /// <summary>Equal for equal documents: tells an index entry that is behind its row.</summary>
    public long Digest() => BitConverter.ToInt64(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', columns.Concat(Facets.Select(facet => facet.ToString()))))));

    public static SearchDocument Of(MediaItem item, CreditReader credits) => new(item, credits.Read(item.Fields));

    /// <summary>The countries of a photo, from the code and from the name; usually one.</summary>
    private static string[] CountryCodes(FieldValues fields)
    {
        IEnumerable<string?> said = [fields.Text(NewsroomFields.CountryCode.Id), fields.Text(NewsroomFields.Country.Id)];
        return [.. said.Select(text => Countries.TryCode(text, out var code) ? code : null).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<FacetEntry> CountryFacet(FieldValues fields, string[] codes)
    {
        if (codes is [var code, ..])
        {
            return [new(FacetKind.Country, code, Countries.Name(code)!)];
        }

        var name = fields.Text(NewsroomFields.Country.Id);
        var normal = TextNormaliser.Normalise(name);
        return normal.Length > 0 ? [new(FacetKind.Country, normal, name!.Trim())] : [];
    }

    private static List<string> Marks(MediaItem item, CreditChain credit, string[] countries)
    {
        var marks = new List<string> { SearchMark.Photo };
        marks.AddRange(credit.Agencies.Select(agency => SearchMark.Agency(agency.Key)));
        marks.AddRange(countries.Select(SearchMark.Country));
        marks.AddRange(Facts(item).Select(SearchMark.Has));
        if (PartialDate.TryParse(item.Fields.Text(NewsroomFields.DateCreated.Id), out var taken))
        {
            marks.AddRange(SearchMark.Taken(taken));
        }

        marks.AddRange(SearchMark.Added(item.AddedUtc));
        return marks;
    }

    private static IEnumerable<QueryFact> Facts(MediaItem item) =>
        Enum.GetValues<QueryFact>().Where(fact => fact switch
        {
            QueryFact.Caption => Has(item, NewsroomFields.Caption),
            QueryFact.Headline => Has(item, NewsroomFields.Headline),
            QueryFact.Credit => Has(item, NewsroomFields.CreditLine),
            QueryFact.Byline => Has(item, NewsroomFields.Byline),
            QueryFact.Keywords => Has(item, NewsroomFields.Keywords),
            QueryFact.Date => PartialDate.TryParse(item.Fields.Text(NewsroomFields.DateCreated.Id), out _),
            QueryFact.Place => Has(item, NewsroomFields.Sublocation) || Has(item, NewsroomFields.City) || Has(item, NewsroomFields.ProvinceState)
                || Has(item, NewsroomFields.Country) || Has(item, NewsroomFields.CountryCode),
            _ => item.Latitude is not null && item.Longitude is not null,
        });

    /// <summary>Agencies send "-" for what they do not know: without a letter or digit nothing is known.</summary>
    private static bool Has(MediaItem item, NewsroomField field) => TextNormaliser.Normalise(item.Fields.Text(field.Id)).Length > 0;

    private static string Apart(IEnumerable<string> texts) =>
        string.Join(SearchMark.Gap, texts.Select(TextNormaliser.Normalise).Where(text => text.Length > 0));
}

/// <summary>The facets the sheet offers, in their order there.</summary>
internal enum FacetKind
{
    Agency,
    By,
    Country,
}

/// <summary>A facet value of one photo. <paramref name="Normal"/> is what is counted as one, <paramref name="Value"/> what is shown.</summary>
internal readonly record struct FacetEntry(FacetKind Kind, string Normal, string Value);
