using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace MediaDesk.Benchmarks;

/// <summary>A PostgreSQL 15 of its own for the time of the measurement, with the settings of a small server.</summary>
internal static class PostgresPeer
{
    private const string Programs = "/usr/lib/postgresql/15/bin";

    public static async Task<Dictionary<string, double>> MeasureAsync(IEnumerable<PeerRecord> records, IReadOnlyList<(string Kind, string[] Queries)> queries)
    {
        if (!File.Exists($"{Programs}/initdb"))
        {
            throw new PeerAbsentException("not measured: apt-get install postgresql");
        }

        var folder = Directory.CreateTempSubdirectory("mediadesk-benchmark-postgres-").FullName;
        // PostgreSQL refuses to run as root.
        await RunAsync("chown", "postgres", folder);
        await RunAsync("runuser", "-u", "postgres", "--", $"{Programs}/initdb", "-D", $"{folder}/data", "-A", "trust", "--locale=C.UTF-8");
        var port = Port();
        await RunAsync(
            "runuser", "-u", "postgres", "--", $"{Programs}/pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log", "-o",
            $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c shared_buffers=1GB -c work_mem=64MB -c fsync=off -c jit=off", "start");
        try
        {
            await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Command Timeout=0");
            await FillAsync(source, records);
            return SearchPeers.Times(queries, query =>
            {
                using var command = source.CreateCommand(
                    "SELECT id, words FROM photo WHERE document @@ to_tsquery('simple', $1) ORDER BY taken DESC LIMIT 60");
                command.Parameters.Add(new() { Value = string.Join(" & ", query.Split(' ').Select(word => word.Replace("*", ":*", StringComparison.Ordinal))) });
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    reader.GetString(1);
                }

                reader.Close();
                using var count = source.CreateCommand($"SELECT count(*) FROM (SELECT 1 FROM photo WHERE document @@ to_tsquery('simple', $1) LIMIT {SearchPeers.CountedUpTo}) found");
                count.Parameters.Add(new() { Value = command.Parameters[0].Value });
                count.ExecuteScalar();
            });
        }
        finally
        {
            await RunAsync("runuser", "-u", "postgres", "--", $"{Programs}/pg_ctl", "-D", $"{folder}/data", "-m", "fast", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(NpgsqlDataSource source, IEnumerable<PeerRecord> records)
    {
        await using (var create = source.CreateCommand("CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE photo(id integer PRIMARY KEY, taken timestamp NOT NULL, words text NOT NULL, document tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        await using (var connection = await source.OpenConnectionAsync())
        await using (var copy = await connection.BeginBinaryImportAsync("COPY photo(id, taken, words) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var record in records)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(record.Id, NpgsqlDbType.Integer);
                await copy.WriteAsync(record.Taken, NpgsqlDbType.Timestamp);
                await copy.WriteAsync(record.Words, NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
        }

        await using var index = source.CreateCommand("CREATE INDEX ON photo USING gin(document); CREATE INDEX ON photo USING gin(words gin_trgm_ops); CREATE INDEX ON photo(taken); ANALYZE photo");
        await index.ExecuteNonQueryAsync();
    }

    private static int Port()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server that pg_ctl leaves behind would keep a redirected output open for ever.
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
