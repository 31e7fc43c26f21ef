using MediaDesk.Search.Sqlite;
using Microsoft.Data.Sqlite;

namespace MediaDesk.Tests.Search;

public sealed class SqliteInterruptionTests
{
    [Fact]
    public async Task Cancellation_InTheMiddleOfAStatement_EndsIt()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        using var interruption = SqliteInterruption.On(connection, stop.Token);
        await using var command = connection.CreateCommand();
        // Would count for hours; the function tells that it has begun.
        connection.CreateFunction("begun", () => { stop.CancelAfter(0); return 1; });
        command.CommandText = "WITH RECURSIVE n(x) AS (SELECT begun() UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";
        var fault = Assert.Throws<SqliteException>(() => command.ExecuteScalar());
        Assert.Equal(SQLitePCL.raw.SQLITE_INTERRUPT, fault.SqliteErrorCode);
    }
}
