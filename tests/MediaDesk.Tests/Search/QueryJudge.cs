using System.Collections.Concurrent;
using MediaDesk.Credits;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search;
using MediaDesk.Search.Query;
using MediaDesk.Language;

namespace MediaDesk.Tests.Search;

/// <summary>Says photo by photo whether a tree matches, from the fields alone: slow, plain, and without any index.</summary>
internal sealed class QueryJudge(DateTime today, SearchPlaces places)
{
    private static readonly AgencyCatalogue Catalogue = AgencyCatalogue.Seeded;
    private static readonly CreditReader Reader = new(new CurrentAgencies(Catalogue));

    private readonly ConcurrentDictionary<string, string> normals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<FieldValues, CreditChain> credits = new(ReferenceEqualityComparer.Instance);

    public bool Matches(QueryNode node, MediaItem item) => node switch
    {
        QueryNode.AllOf all => all.Parts.All(part => Matches(part, item)),
        QueryNode.AnyOf any => any.Parts.Any(part => Matches(part, item)),
        QueryNode.Not not => !Matches(not.Part, item),
        QueryNode.Known known => known.IsMissing != Knows(known.Fact, item),
        QueryNode.When { Field: QueryField.Added } dated => Within(dated.Span, item.AddedUtc, item.AddedUtc.AddTicks(1)),
        QueryNode.When dated => PartialDate.TryParse(item.Fields.Text("dateCreated"), out var date) && Within(dated.Span, date.Start, date.End),
        QueryNode.Trait trait => Traits(trait.Field, item).Contains(trait.Value),
        QueryNode.Within { Box: var box } => places.Of(item).Position is { } at && box.Holds(at.Latitude, at.Longitude),
        QueryNode.Near near => places.Of(item).Position is { } at && ((QueryNode.Near)places.Located(near)).Position is { } around
            && MapGrid.Distance(around.Latitude, around.Longitude, at.Latitude, at.Longitude) <= near.Km,
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
            QueryField.Agency => Meant(words).Count > 0 ? [] : agencies,
            QueryField.Origin or QueryField.Distributor => [],
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

    private bool IsMarked(QueryNode.Words words, MediaItem item) => words.Field switch
    {
        QueryField.Agency => Meant(words) is { Count: > 0 } meant && meant.All(Credit(item).Agencies.Contains),
        QueryField.Origin => Credit(item).Agencies is [var first, ..] && Is(first.Key, words, Meant(words) is [var origin, ..] ? origin : null),
        QueryField.Distributor => Credit(item).Agencies is [_, .., var last] && Is(last.Key, words, Meant(words) is [.., var through] ? through : null),
        QueryField.In => Lies(words, item),
        QueryField.City => Lies(words, item, PlaceKind.City, PlaceKind.Site),
        QueryField.Region => Lies(words, item, PlaceKind.Region, PlaceKind.District),
        QueryField.Country => Lies(words, item, PlaceKind.Country),
        _ => false,
    };

    private static bool Is(string key, QueryNode.Words words, CreditAgency? meant) =>
        words.IsPrefix ? key.StartsWith(words.Normal, StringComparison.Ordinal) : key == (meant?.Key ?? words.Normal);

    /// <summary>The agency that is asked for, or all of a chain; none where one is not known.</summary>
    private static IReadOnlyList<CreditAgency> Meant(QueryNode.Words words) =>
        words.IsPrefix ? []
        : Catalogue.Find(words.Text) is { } agency ? [agency]
        : CreditReader.Read(words.Text, [], Catalogue).Agencies is { Count: > 1 } chain && chain.All(link => link.Kind is not null) ? chain
        : [];

    private bool Lies(QueryNode.Words words, MediaItem item, params PlaceKind[] kinds)
    {
        if (words.IsPrefix)
        {
            return false;
        }

        var place = places.Of(item);
        return places.Named(words.Text, kinds).Intersect(place.PlaceIds).Any()
            || ((kinds.Length == 0 || kinds.Contains(PlaceKind.Country)) && Countries.TryCode(words.Text, out var code) && place.Countries.Contains(code));
    }

    private IEnumerable<string?> Traits(QueryField field, MediaItem item) => field switch
    {
        QueryField.Status => [item.Picture switch
        {
            PictureState.Absent => "nofile",
            PictureState.Developing => "developing",
            _ => new[] { QueryFact.Caption, QueryFact.Credit, QueryFact.Byline, QueryFact.Date, QueryFact.Place }.All(fact => Knows(fact, item)) ? "ready" : "incomplete",
        }],
        QueryField.Format => [item.Format?.ToString().ToLowerInvariant()],
        QueryField.Orientation => [item.Width == 0 ? null : item.Width > item.Height ? "landscape" : item.Width < item.Height ? "portrait" : "square"],
        _ =>
        [
            item.Overlay.Values.Count > 0 ? "edited" : null, Credit(item).IsPool ? "pool" : null, Credit(item).IsHandout ? "handout" : null, Credit(item).IsFile ? "file" : null,
            (item.Proposed & (ProposedKinds.Fill | ProposedKinds.Offer)) != 0 ? "proposed" : null, item.Proposed.HasFlag(ProposedKinds.Disagreement) ? "disagreeing" : null,
        ],
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
            QueryFact.City => Has("cityName"),
            QueryFact.Country => Has("countryName") || Has("countryCode"),
            QueryFact.Copyright => Has("copyrightNotice"),
            QueryFact.File => item.Picture != PictureState.Absent,
            _ => item.Latitude is not null,
        };
    }
}
