using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search.Query;
using MediaDesk.Language;

namespace MediaDesk.Tests.Search;

/// <summary>Says photo by photo whether a tree matches, from the fields alone: slow, plain, and without any index.</summary>
internal sealed class QueryJudge(DateTime today)
{
    private static readonly AgencyCatalogue Catalogue = new();
    private static readonly CreditReader Reader = new(Catalogue);

    private readonly Dictionary<string, string> normals = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldValues, CreditChain> credits = new(ReferenceEqualityComparer.Instance);

    public bool Matches(QueryNode node, MediaItem item) => node switch
    {
        QueryNode.AllOf all => all.Parts.All(part => Matches(part, item)),
        QueryNode.AnyOf any => any.Parts.Any(part => Matches(part, item)),
        QueryNode.Not not => !Matches(not.Part, item),
        QueryNode.Known known => known.IsMissing != Knows(known.Fact, item),
        QueryNode.When { Field: QueryField.Added } dated => Within(dated.Span, item.AddedUtc, item.AddedUtc.AddTicks(1)),
        QueryNode.When dated => PartialDate.TryParse(item.Fields.Text("dateCreated"), out var date) && Within(dated.Span, date.Start, date.End),
        QueryNode.Words words => Texts(words, item).Any(text => Contains(text, words)) || IsMarked(words, item),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private bool Contains(string text, QueryNode.Words words) =>
        Normal(text).Contains($" {words.Normal}{(words.IsPrefix ? "" : " ")}", StringComparison.Ordinal);

    private string Normal(string text) =>
        normals.TryGetValue(text, out var known) ? known : normals[text] = $" {TextNormaliser.Normalise(text)} ";

    private CreditChain Credit(MediaItem item) =>
        credits.TryGetValue(item.Fields, out var known) ? known : credits[item.Fields] = Reader.Read(item.Fields);

    private bool Within(DateSpan span, DateTime start, DateTime end)
    {
        var (from, to) = span.Resolve(today);
        return start >= from && end <= to;
    }

    private IEnumerable<string> Texts(QueryNode.Words words, MediaItem item)
    {
        var credit = Credit(item);
        var agencies = credit.Agencies.Select(agency => agency.Name);
        IEnumerable<string> Of(params string[] ids) => ids.SelectMany(id => (IEnumerable<string>?)item.Fields[id]?.Items ?? []);
        return words.Field switch
        {
            null => [.. item.Fields.Where(field => field.Key is not ("dateCreated" or "countryCode")).SelectMany(field => field.Value.Items), item.FileName, .. agencies, .. credit.Photographers],
            QueryField.Agency => !words.IsPrefix && Catalogue.Find(words.Text) is not null ? [] : agencies,
            QueryField.By => credit.Photographers,
            QueryField.Credit => Of("creditLine"),
            QueryField.Source => Of("source"),
            QueryField.Caption => Of("description"),
            QueryField.Headline => Of("headline"),
            QueryField.Keyword => Of("keywords"),
            QueryField.In => Of("sublocationName", "cityName", "provinceState", "countryName"),
            QueryField.City => Of("cityName"),
            QueryField.Region => Of("provinceState"),
            QueryField.Country => Of("countryName"),
            _ => throw new ArgumentOutOfRangeException(nameof(words)),
        };
    }

    private bool IsMarked(QueryNode.Words words, MediaItem item) => !words.IsPrefix && words.Field switch
    {
        QueryField.Agency => Catalogue.Find(words.Text) is { } agency && Credit(item).Agencies.Contains(agency),
        QueryField.In or QueryField.Country => Countries.TryCode(words.Text, out var wanted)
            && ((string[])["countryCode", "countryName"]).Any(id => Countries.TryCode(item.Fields.Text(id), out var code) && code == wanted),
        _ => false,
    };

    private bool Knows(QueryFact fact, MediaItem item)
    {
        bool Has(string id) => item.Fields.Text(id) is { } text && Normal(text).Trim().Length > 0;
        return fact switch
        {
            QueryFact.Caption => Has("description"),
            QueryFact.Headline => Has("headline"),
            QueryFact.Credit => Has("creditLine"),
            QueryFact.Byline => Has("creatorNames"),
            QueryFact.Keywords => Has("keywords"),
            QueryFact.Date => PartialDate.TryParse(item.Fields.Text("dateCreated"), out _),
            QueryFact.Place => ((string[])["sublocationName", "cityName", "provinceState", "countryName", "countryCode"]).Any(Has),
            _ => item.Latitude is not null,
        };
    }
}
