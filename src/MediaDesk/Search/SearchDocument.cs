using System.Security.Cryptography;
using System.Text;
using MediaDesk.Credits;
using MediaDesk.Language;
using MediaDesk.Metadata;
using MediaDesk.Metadata.Iptc;
using MediaDesk.Model;
using MediaDesk.Search.Facets;
using MediaDesk.Search.Query;

namespace MediaDesk.Search;

/// <summary>What the index holds of one photo: normalised texts by column, its position on the map, and the facet values it counts for.</summary>
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

    private static readonly QueryFact[] MarkedWhenMissing = [.. Enum.GetValues<QueryFact>().Where(fact => fact != QueryFact.Gps)];

    private readonly string[] columns = new string[Enum.GetValues<SearchColumn>().Length];
    private readonly string[] groups = new string[Enum.GetValues<FacetColumn>().Length];

    private SearchDocument(MediaItem item, CreditChain credit, PhotoPlace place)
    {
        var fields = item.Fields;
        MediaId = item.Id;
        Position = place.Position;
        PerceptualHash = item.PerceptualHash is null or 0 ? null : item.PerceptualHash;
        Day = DayOf(item);
        this[SearchColumn.Headline] = Words(fields, NewsroomFields.Headline);
        this[SearchColumn.Caption] = Words(fields, NewsroomFields.Caption);
        this[SearchColumn.Byline] = Apart(credit.Photographers);
        this[SearchColumn.Credit] = Words(fields, NewsroomFields.CreditLine);
        this[SearchColumn.Source] = Words(fields, NewsroomFields.Source);
        this[SearchColumn.Agency] = Apart(credit.Agencies.Select(agency => agency.Name));
        this[SearchColumn.Keyword] = Apart(fields[NewsroomFields.Keywords.Id]?.Items ?? []);
        this[SearchColumn.Sublocation] = Words(fields, NewsroomFields.Sublocation);
        this[SearchColumn.City] = Words(fields, NewsroomFields.City);
        this[SearchColumn.Region] = Words(fields, NewsroomFields.ProvinceState);
        this[SearchColumn.Country] = Words(fields, NewsroomFields.Country);
        // A byline that names the photographers and nothing else is found as they are.
        var byline = Apart(fields[NewsroomFields.Byline.Id]?.AllTexts() ?? []);
        this[SearchColumn.Other] = Apart(
            fields.Where(field => !InColumns.Contains(field.Key) && !(field.Key == NewsroomFields.Byline.Id && byline == this[SearchColumn.Byline]))
                .SelectMany(field => field.Value.AllTexts()).Prepend(item.FileName));
        this[SearchColumn.Mark] = string.Join(' ', Marks(item, credit, place).Distinct(StringComparer.Ordinal));
        this[FacetColumn.Credit] = FacetGroup.Write(Credit(credit));
        this[FacetColumn.People] = FacetGroup.Write(credit.Photographers.Select(name => new FacetEntry(FacetKind.By, TextNormaliser.Normalise(name), name)));
        this[FacetColumn.Place] = FacetGroup.Write(place.Levels);
        this[FacetColumn.Traits] = FacetGroup.Write(Traits(item, credit));
        Digest = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\f', [.. columns, .. groups, $"{Position}", $"{PerceptualHash}"]))));
    }

    /// <summary>The photo's number. A new photo gets it only when its row is written.</summary>
    public long MediaId { get; set; }

    /// <summary>Its own coordinates, else those of the town that its fields name.</summary>
    public GeoPosition? Position { get; }

    /// <summary>See <see cref="MediaItem.PerceptualHash"/>.</summary>
    public long? PerceptualHash { get; }

    /// <summary>The day it was taken, counted from year 1; 0 where that is not known.</summary>
    public int Day { get; }

    /// <summary>The group of photos that look alike, from 1 on; 0 for none. Known only where it is put into the index.</summary>
    public int Alike { get; set; }

    /// <summary>Equal for equal documents, whatever the photo's number: tells an index entry that is behind its row.</summary>
    public long Digest { get; }

    public string this[SearchColumn column]
    {
        get => column == SearchColumn.Mark && Alike > 0 ? $"{columns[(int)column]} {SearchMark.Alike(Alike)}" : columns[(int)column];
        private init => columns[(int)column] = value;
    }

    /// <summary>As <see cref="FacetGroup"/> writes it.</summary>
    public string this[FacetColumn column]
    {
        get => groups[(int)column];
        private init => groups[(int)column] = value;
    }

    public static SearchDocument Of(MediaItem item, CreditReader credits, SearchPlaces places) => new(item, credits.Read(item.Fields), places.Of(item));

    private static IEnumerable<FacetEntry> Credit(CreditChain credit)
    {
        for (var i = 0; i < credit.Agencies.Count; i++)
        {
            var agency = credit.Agencies[i];
            yield return new(FacetKind.Agency, agency.Key, agency.Name);
            if (i == 0)
            {
                yield return new(FacetKind.Origin, agency.Key, agency.Name);
            }
            else if (i == credit.Agencies.Count - 1)
            {
                yield return new(FacetKind.Distributor, agency.Key, agency.Name);
            }
        }
    }

    private static IEnumerable<FacetEntry> Traits(MediaItem item, CreditChain credit)
    {
        static FacetEntry Entry(FacetKind kind, string word) => new(kind, word, word);

        yield return Entry(FacetKind.Status, SearchTraits.Status(item));
        if (SearchTraits.Format(item) is { } format)
        {
            yield return Entry(FacetKind.Format, format);
        }

        if (SearchTraits.Orientation(item) is { } orientation)
        {
            yield return Entry(FacetKind.Orientation, orientation);
        }

        foreach (var trait in SearchTraits.Is(item, credit))
        {
            yield return Entry(FacetKind.Is, trait);
        }

        if (PartialDate.TryParse(item.Fields.Text(NewsroomFields.DateCreated.Id), out var taken) && taken.Precision == DatePrecision.Year)
        {
            yield return Entry(FacetKind.YearOnly, "year");
        }

        foreach (var fact in Enum.GetValues<QueryFact>().Where(fact => !SearchTraits.Has(item, fact)))
        {
            yield return Entry(FacetKind.Missing, fact.Name());
        }
    }

    private static List<string> Marks(MediaItem item, CreditChain credit, PhotoPlace place)
    {
        var marks = new List<string> { SearchMark.Photo };
        for (var i = 0; i < credit.Agencies.Count; i++)
        {
            var key = credit.Agencies[i].Key;
            marks.Add(i == 0 ? SearchMark.Origin(key) : i == credit.Agencies.Count - 1 ? SearchMark.Distributor(key) : SearchMark.Between(key));
        }

        marks.AddRange(place.Marks);
        marks.AddRange(MarkedWhenMissing.Where(fact => !SearchTraits.Has(item, fact)).Select(SearchMark.Without));
        if (SearchTraits.Has(item, QueryFact.Gps))
        {
            marks.Add(SearchMark.Gps);
        }

        if (place.Position is { } position)
        {
            marks.AddRange(SearchMark.Cells(position.Latitude, position.Longitude));
        }

        if (item.Picture == PictureState.Developing)
        {
            marks.Add(SearchMark.Developing);
        }

        if (SearchTraits.Format(item) is { } format)
        {
            marks.Add(SearchMark.Trait(QueryField.Format, format));
        }

        if (SearchTraits.Orientation(item) is { } orientation)
        {
            marks.Add(SearchMark.Trait(QueryField.Orientation, orientation));
        }

        marks.AddRange(SearchTraits.Is(item, credit).Select(trait => SearchMark.Trait(QueryField.Is, trait)));
        if (PartialDate.TryParse(item.Fields.Text(NewsroomFields.DateCreated.Id), out var taken))
        {
            marks.AddRange(SearchMark.Taken(taken));
        }

        marks.AddRange(SearchMark.Added(item.AddedUtc));
        return marks;
    }

    private static int DayOf(MediaItem item) =>
        PartialDate.TryParse(item.Fields.Text(NewsroomFields.DateCreated.Id), out var taken) && taken.Precision >= DatePrecision.Day
            ? DateOnly.FromDateTime(taken.Start).DayNumber + 1
            : 0;

    private static string Words(FieldValues fields, NewsroomField field) => TextNormaliser.Normalise(fields.Text(field.Id));

    private static string Apart(IEnumerable<string> texts) =>
        string.Join(SearchMark.Gap, texts.Select(TextNormaliser.Normalise).Where(text => text.Length > 0));
}
