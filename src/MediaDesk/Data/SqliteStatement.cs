using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MediaDesk.Data;

/// <summary>
/// A statement that is prepared once and run by the thousand. Its parameters go by number (from 1): a command of the provider looks
/// up each name in each run, which takes longer than most of the runs. It works within the transaction that its connection is in.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[1024];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(this.connection, sql, out statement));
    }

    public SqliteStatement Bind(int number, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, number, value));
        return this;
    }

    public SqliteStatement Bind(int number, double? value)
    {
        Check(value is { } known ? raw.sqlite3_bind_double(statement, number, known) : raw.sqlite3_bind_null(statement, number));
        return this;
    }

    public SqliteStatement Bind(int number, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(statement, number));
            return this;
        }

        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (text.Length < longest)
        {
            text = new byte[longest];
        }

        return Bind(number, text.AsSpan(0, Encoding.UTF8.GetBytes(value, text)));
    }

    /// <param name="utf8">A text.</param>
    public SqliteStatement Bind(int number, ReadOnlySpan<byte> utf8)
    {
        // No bytes at all would be taken for NULL.
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(statement, number, "") : raw.sqlite3_bind_text(statement, number, utf8));
        return this;
    }

    /// <summary>Runs it to its end; returns how many rows it changed.</summary>
    public int Run()
    {
        Step();
        raw.sqlite3_reset(statement);
        return raw.sqlite3_changes(connection);
    }

    /// <summary>Runs it for the first value of its first row: a number, or null.</summary>
    public long? Number()
    {
        var number = Step() && raw.sqlite3_column_type(statement, 0) != raw.SQLITE_NULL ? raw.sqlite3_column_int64(statement, 0) : (long?)null;
        raw.sqlite3_reset(statement);
        return number;
    }

    /// <summary>Goes to its next row; false behind the last.</summary>
    public bool Next() => Step();

    /// <summary>A number of the row it is at; columns count from 0.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>A text of the row it is at; null for NULL.</summary>
    public string? Text(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : Encoding.UTF8.GetString(Utf8(column));

    /// <summary>The same as its bytes: until the next row, empty for NULL.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>Ends a run before its last row, for the next one.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    /// <summary>A number with a fraction, or null.</summary>
    public double? Real(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_double(statement, column);

    /// <summary>Runs it, an INSERT; returns the number of the row.</summary>
    public long Insert()
    {
        Run();
        return raw.sqlite3_last_insert_rowid(connection);
    }

    public void Dispose() => statement.Dispose();

    private bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            raw.sqlite3_reset(statement);
            Check(result);
        }

        return result == raw.SQLITE_ROW;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection);
}
