using System.Collections.Immutable;
using MediaDesk.Metadata;
using MediaDesk.Model;
using MediaDesk.Places;
using MediaDesk.Search.Query;

namespace MediaDesk.Tests.Search;

/// <summary>Photos and searches from one small stock of words, so that they meet often. The same seed gives the same ones.</summary>
internal sealed class RandomDesk(int seed)
{
    private static readonly string[] Stock =
        ["flood", "Flut", "rescue", "rescuers", "harbour", "Harbor", "the", "of", "São", "Paulo", "Łódź", "Kyiv", "Київ", "إدلب", "ادلب", "Al-Example", "O'Hara", "10:30", "2020", "AND", "OR", "NEAR", "東京", "photo"];

    private static readonly string[] People = ["Leila Haddad", "LEILA HADDAD", "Jürgen Müller-Example", "Jo Roe", "Joana Roe", "Çağrı Öz", "محمد علي"];
    private static readonly string[] AgencyNames = ["AFP", "Pool", "Handout", "Getty Images", "GETTY", "Reuters", "AP Photo", "Example Echo News", "Anadolu", "Agence France-Presse"];
    private static readonly string[] CountryNames = ["Syria", "SYR", "Syrie", "Germany", "DEU", "Deutschland", "Atlantis", "Georgia", "Türkiye", "TUR"];
    private static readonly string[] Cities = ["Idlib", "Edlib", "إدلب", "Saraqib", "Berlin", "Ankara", "New Example", "Example", "San Example", "Tbilisi", "Paris"];
    private static readonly string[] Dates = ["2019", "2020", "2020-02", "2020-03", "2020-02-29", "2020-02-24", "2020-02-24T10:14:05+02:00", "1998-12-31T23:59:59", "2021-01-01", "0001", "9999-12-31", "not a date"];

    private readonly Random random = new(seed);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public FieldValues Fields()
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        void Sometimes(string id, double share, Func<string> text, bool isList = false)
        {
            if (random.NextDouble() < share)
            {
                values[id] = isList ? FieldValue.Of(Enumerable.Range(0, random.Next(1, 4)).Select(_ => text()))! : FieldValue.Of(text())!;
            }
        }

        Sometimes("headline", 0.6, () => Words(4));
        Sometimes("description", 0.8, () => Words(12));
        Sometimes("creatorNames", 0.4, () => Pick(People), isList: true);
        Sometimes("creditLine", 0.7, Credit);
        Sometimes("source", 0.4, () => Pick(AgencyNames));
        Sometimes("copyrightNotice", 0.3, () => $"© 2020 {Pick(AgencyNames)}");
        Sometimes("keywords", 0.5, () => Words(2), isList: true);
        Sometimes("sublocationName", 0.2, () => Pick(Cities));
        Sometimes("cityName", 0.5, () => Pick(Cities));
        Sometimes("provinceState", 0.4, () => Pick((string[])[.. Cities, "Georgia"]));
        Sometimes("countryName", 0.4, () => Pick(CountryNames));
        Sometimes("countryCode", 0.4, () => Pick((string[])["SYR", "DEU", "TUR", "GEO", "SY", "XXX"]));
        Sometimes("dateCreated", 0.7, () => Pick(Dates));
        Sometimes("instructions", 0.2, () => Words(5));
        Sometimes("title", 0.2, () => Words(2));
        return new(values);
    }

    public MediaItem Photo(SearchDesk desk, int number)
    {
        var item = desk.Photo($"EX_{number}_{Pick(Stock)}.jpg", Fields(), SearchDesk.Now.UtcDateTime.AddMinutes(-random.Next(60 * 24 * 400)));
        if (random.NextDouble() < 0.3)
        {
            (item.Latitude, item.Longitude) = random.Next(3) == 0
                ? (random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180)
                : (34 + random.NextDouble() * 4, 34 + random.NextDouble() * 6);
        }

        if (random.NextDouble() < 0.2)
        {
            item.Picture = PictureState.Absent;
        }
        else
        {
            item.Picture = random.Next(10) == 0 ? PictureState.Developing : PictureState.Ready;
            item.Format = Pick((PhotoFormat[])[PhotoFormat.Jpeg, PhotoFormat.Jpeg, PhotoFormat.Png, PhotoFormat.Raw]);
            (item.Width, item.Height) = Pick(((int, int)[])[(600, 400), (400, 600), (500, 500)]);
        }

        if (random.Next(6) == 0)
        {
            item.Overlay = item.Overlay.With("headline", item.Fields["headline"]);
        }

        return item;
    }

    /// <summary>A tree of the shape the parser makes: groups of two or more, none directly within one of its kind.</summary>
    public QueryNode Tree(int depth = 3, Type? within = null)
    {
        var shape = depth == 0 ? 0 : random.Next(10);
        if (shape < 5)
        {
            return Leaf();
        }

        if (shape < 7)
        {
            return new QueryNode.Not(Tree(depth - 1));
        }

        var asAll = within == typeof(QueryNode.AnyOf) || (within is null && random.Next(2) == 0);
        var kind = asAll ? typeof(QueryNode.AllOf) : typeof(QueryNode.AnyOf);
        ImmutableArray<QueryNode> parts = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Tree(depth - 1, kind))];
        return asAll ? new QueryNode.AllOf(parts) : new QueryNode.AnyOf(parts);
    }

    private QueryNode Leaf() => random.Next(11) switch
    {
        0 => new QueryNode.When(QueryField.Date, Span()),
        1 => new QueryNode.When(QueryField.Added, Span()),
        2 => new QueryNode.Known(Pick(Enum.GetValues<QueryFact>()), random.Next(2) == 0),
        3 or 4 => Words(null, Pick(Stock)),
        5 => Words(null, Words(2)),
        6 => Trait(Pick((QueryField[])[QueryField.Status, QueryField.Is, QueryField.Format, QueryField.Orientation])),
        7 => new QueryNode.Near(Pick((string?[])["Idlib", "Aleppo", "حلب", "Ankara", null]) is { } name ? name : null, null, Math.Round(random.NextDouble() * 200 + 1, 3)) is { Place: not null } near
            ? near
            : new QueryNode.Near(null, new(Math.Round(random.NextDouble() * 180 - 90, 3), Math.Round(random.NextDouble() * 360 - 180, 3)), random.Next(1, 1000)),
        8 => new QueryNode.Within(Box()),
        _ => FieldLeaf(),
    };

    private QueryNode.Trait Trait(QueryField field) => new(field, Pick(QueryTrait.Of(field)));

    private GeoBox Box()
    {
        double Of(int from, int to) => Math.Round(from + random.NextDouble() * (to - from), 4);
        return random.Next(4) switch
        {
            0 => new(Of(-90, 0), Of(100, 180), Of(0, 90), Of(-180, -100)),
            1 => new(Of(-90, 0), Of(-180, 0), Of(0, 90), Of(0, 180)),
            2 => new(-90, -180, 90, 180),
            _ => new(Of(34, 36), Of(34, 37), Of(36, 38), Of(37, 40)),
        };
    }

    private QueryNode.Words FieldLeaf()
    {
        var field = Pick((QueryField[])[QueryField.By, QueryField.Credit, QueryField.Agency, QueryField.Origin, QueryField.Distributor, QueryField.Source, QueryField.Caption, QueryField.Headline, QueryField.Keyword, QueryField.In, QueryField.City, QueryField.Region, QueryField.Country]);
        return Words(field, field switch
        {
            QueryField.By => Pick(People),
            QueryField.Credit or QueryField.Agency or QueryField.Origin or QueryField.Distributor or QueryField.Source => Pick(AgencyNames),
            QueryField.In => Pick((string[])[.. Cities, .. CountryNames]),
            QueryField.City or QueryField.Region => Pick(Cities),
            QueryField.Country => Pick(CountryNames),
            _ => Words(random.Next(1, 3)),
        });
    }

    private QueryNode.Words Words(QueryField? field, string text)
    {
        var isPrefix = random.Next(5) == 0;
        return new(field, isPrefix && text.Length > 2 ? text[..random.Next(1, text.Length)].TrimEnd(' ', '-', ':', '\'') : text, isPrefix);
    }

    private DateSpan Span()
    {
        DatePoint? Point() => random.Next(10) switch
        {
            8 => DatePoint.Counted(Pick((DateUnit[])[DateUnit.Day, DateUnit.Month, DateUnit.Year]), -random.Next(4), 0),
            7 => DatePoint.Counted(DateUnit.Week, -2, -2),
            9 => DatePoint.Counted(DateUnit.Weekday, random.Next(7), 0),
            0 => DatePoint.Today,
            1 => DatePoint.Yesterday,
            2 => new(PartialDate.OfYear(random.Next(2018, 2027))),
            3 => new(PartialDate.OfMonth(random.Next(2019, 2022), random.Next(1, 13))),
            4 => null,
            _ => new(PartialDate.OfDay(new DateTime(2019, 12, 1).AddDays(random.Next(900)))),
        };
        var (from, to) = (Point(), Point());
        if ((from is null && to is null) || random.Next(2) == 0)
        {
            var single = from ?? to ?? DatePoint.Today;
            return new(single, single);
        }

        return from?.Date is { } first && to?.Date is { } last && last.End <= first.Start ? new(to, from) : new(from, to);
    }

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Pick(Stock)));

    private string Credit() => random.Next(5) switch
    {
        0 => $"{Pick(People)}/{Pick(AgencyNames)}/{Pick(AgencyNames)}",
        1 => $"{Pick(AgencyNames)} via {Pick(AgencyNames)}",
        2 => $"{Pick(AgencyNames)} / {Pick(People)}",
        3 => Pick(People),
        _ => Pick((string[])[.. AgencyNames, "-"]),
    };
}
