using Microsoft.Data.Sqlite;

namespace MediaDesk.Storage;

/// <summary>Tells a full disk from other faults: it is the one an editor can mend.</summary>
internal static class DiskFault
{
    // errno.h on Linux; .NET passes numbers it has no word for through as HResult.
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    // sqlite3.h
    private const int SqliteFull = 13;
    private const int SqliteIoErrorShmSize = 4874;

    public static bool IsFull(Exception? fault) => fault switch
    {
        null => false,
        IOException { HResult: NoSpace or QuotaExceeded or WindowsDiskFull } => true,
        // The second: the index of the write-ahead log could not grow.
        SqliteException { SqliteErrorCode: SqliteFull } or SqliteException { SqliteExtendedErrorCode: SqliteIoErrorShmSize } => true,
        _ => IsFull(fault.InnerException),
    };
}
