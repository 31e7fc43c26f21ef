using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MediaDesk.Search.Sqlite;

/// <summary>Microsoft.Data.Sqlite looks at a cancellation token only before a statement; this stops SQLite in the middle of one.</summary>
internal static class SqliteInterruption
{
    /// <summary>Until disposed, a cancellation makes the running statement end with SQLITE_INTERRUPT.</summary>
    public static CancellationTokenRegistration On(SqliteConnection connection, CancellationToken cancellationToken) =>
        cancellationToken.Register(static handle => raw.sqlite3_interrupt((sqlite3)handle!), connection.Handle);
}
