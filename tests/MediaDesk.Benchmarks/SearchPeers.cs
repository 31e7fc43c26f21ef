using System.Globalization;
using System.Text.Json;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using MediaDesk.Search;
using Microsoft.Data.Sqlite;
using LuceneField = Lucene.Net.Documents.Field;

namespace MediaDesk.Benchmarks;

/// <summary>
/// The same records in other designs: SQLite as one would first write it (an external-content index in the order of arrival, joined
/// and sorted), PostgreSQL 15 with tsvector and trigrams, and Lucene.Net. Newest first, sixty to a page, and how many there are.
/// </summary>
internal static class SearchPeers
{
    /// <summary>The argument that makes a process the child of a measurement.</summary>
    public const string Verb = "search-peers";

    private const int PageSize = 60;

    /// <summary>Each tells how many there are as ours does: counted up to here.</summary>
    internal const int CountedUpTo = 10_001;

    /// <summary>The child: nothing is left in it of an import, as in a desk that is started.</summary>
    /// <param name="folder">A desk with the records in it.</param>
    public static async Task RunAsync(string folder, int size)
    {
        var (table, stock, name) = (new ResultTable(isChild: true), new RecordStock(), SearchSpeed.Name(size));
        var queries = Queries(stock);
        var ours = await OursAsync(folder, queries);
        foreach (var (peer, measure) in new (string, Func<IEnumerable<PeerRecord>, IReadOnlyList<(string, string[])>, Task<Dictionary<string, double>>>)[]
        {
            ("naive SQLite", (records, all) => Task.FromResult(Naive(Path.Combine(folder, "naive.db"), records, all))),
            ("Lucene.Net", (records, all) => Task.FromResult(Lucene(Path.Combine(folder, "lucene"), records, all))),
            ("PostgreSQL", PostgresPeer.MeasureAsync),
        })
        {
            try
            {
                var theirs = await measure(Records(stock, size), queries);
                foreach (var (kind, p95) in theirs)
                {
                    table.Add($"{name}: {kind}, {peer}", string.Create(CultureInfo.InvariantCulture, $"p95 {p95:0.0} ms, {p95 / ours[kind]:0.0} × ours ({ours[kind]:0.0})"), "ours ahead");
                }
            }
            catch (PeerAbsentException absent)
            {
                table.Add($"{name}: {peer}", absent.Message);
            }
        }
    }

    private static async Task<Dictionary<string, double>> OursAsync(string folder, List<(string Kind, string[] Queries)> queries)
    {
        // Not its own: whoever made it takes it away.
        var desk = await BenchmarkDesk.OpenAsync(folder);
        var search = desk.Get<MediaSearch>();
        // As a desk at work, in which somebody has looked at the filters.
        await search.FindAsync(SearchQuery.All, PageSize, null, true, CancellationToken.None);
        return Times(queries, query => search.FindAsync(SearchQuery.Parse(query).Query!, PageSize, null, false, CancellationToken.None).GetAwaiter().GetResult());
    }

    private static List<(string, string[])> Queries(RecordStock stock)
    {
        var random = new Random(7);
        string Word(int from, int to) => stock.Word(random.Next(from, to));
        (string, string[]) Kind(string kind, Func<string> query) => (kind, [.. Enumerable.Range(0, SearchKinds.OfEachKind).Select(_ => query())]);
        return
        [
            Kind("word", () => Word(30, 3000)), Kind("broad word", () => Word(0, 12)), Kind("two words", () => $"{Word(5, 300)} {Word(5, 1000)}"),
            Kind("prefix", () => $"{SearchKinds.Beginning(Word(100, 5000), random.Next(3, 6))}*"),
        ];
    }

    private static IEnumerable<PeerRecord> Records(RecordStock stock, int size)
    {
        for (var number = 0; number < size; number++)
        {
            using var json = JsonDocument.Parse(stock.Line(number));
            var fields = json.RootElement.GetProperty("fields");
            yield return new(
                number + 1, DateTime.Parse(fields.GetProperty("dateCreated").GetString()!, CultureInfo.InvariantCulture),
                string.Join(' ', fields.EnumerateObject().Where(field => field.Name != "dateCreated").Select(field => field.Value.ValueKind == JsonValueKind.Array ? string.Join(' ', field.Value.EnumerateArray()) : field.Value.GetString())));
        }
    }

    private static Dictionary<string, double> Naive(string path, IEnumerable<PeerRecord> records, IReadOnlyList<(string Kind, string[] Queries)> queries)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; CREATE TABLE photo(id INTEGER PRIMARY KEY, taken TEXT, words TEXT); CREATE INDEX photo_taken ON photo(taken); CREATE VIRTUAL TABLE photo_text USING fts5(words, content='photo', content_rowid='id', tokenize='unicode61 remove_diacritics 2')");
        using (var transaction = connection.BeginTransaction())
        using (var insert = connection.CreateCommand())
        {
            insert.CommandText = "INSERT INTO photo(id, taken, words) VALUES ($id, $taken, $words); INSERT INTO photo_text(rowid, words) VALUES ($id, $words)";
            foreach (var record in records)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$id", record.Id);
                insert.Parameters.AddWithValue("$taken", record.Taken);
                insert.Parameters.AddWithValue("$words", record.Words);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return Times(queries, query =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT p.id, p.words FROM photo_text t JOIN photo p ON p.id = t.rowid WHERE photo_text MATCH $match ORDER BY p.taken DESC LIMIT {PageSize} OFFSET 0";
            command.Parameters.AddWithValue("$match", string.Join(' ', query.Split(' ').Select(word => word.EndsWith('*') ? $"\"{word[..^1]}\"*" : $"\"{word}\"")));
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                reader.GetString(1);
            }

            reader.Close();
            command.CommandText = $"SELECT count(*) FROM (SELECT 1 FROM photo_text WHERE photo_text MATCH $match LIMIT {CountedUpTo})";
            command.ExecuteScalar();
        });
    }

    private static Dictionary<string, double> Lucene(string path, IEnumerable<PeerRecord> records, IReadOnlyList<(string Kind, string[] Queries)> queries)
    {
        using var directory = FSDirectory.Open(path);
        using var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 64 }))
        {
            foreach (var record in records)
            {
                writer.AddDocument(
                [
                    new StoredField("id", record.Id), new NumericDocValuesField("taken", record.Taken.Ticks), new TextField("words", record.Words, LuceneField.Store.YES),
                ]);
            }
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var newest = new Sort(new SortField("taken", SortFieldType.INT64, reverse: true));
        return Times(queries, query =>
        {
            var all = new BooleanQuery();
            foreach (var word in query.Split(' '))
            {
                all.Add(word.EndsWith('*') ? new PrefixQuery(new("words", word[..^1])) : new TermQuery(new("words", word)), Occur.MUST);
            }

            foreach (var hit in searcher.Search(all, null, PageSize, newest).ScoreDocs)
            {
                searcher.Doc(hit.Doc).Get("words", CultureInfo.InvariantCulture);
            }
        });
    }

    /// <summary>All is asked once before it is timed: every design is compiled to the end, and what it reads is in memory.</summary>
    internal static Dictionary<string, double> Times(IReadOnlyList<(string Kind, string[] Queries)> queries, Action<string> ask)
    {
        foreach (var query in queries.SelectMany(kind => kind.Queries))
        {
            ask(query);
        }

        return queries.ToDictionary(kind => kind.Kind, kind => SearchSpeed.At([.. kind.Queries.Select(query => Time(ask, query)).Order()], 0.95));
    }

    private static double Time(Action<string> ask, string query)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        ask(query);
        return System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
