using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kabinet.Data;

internal static class ReadTransaction
{
    /// <summary>Several reads of one moment, that neither wait for a writer nor make one wait.</summary>
    public static async Task<IDbContextTransaction> BeginReadAsync(this DatabaseFacade database, CancellationToken cancel)
    {
        if (!database.IsSqlite()) return await database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await database.OpenConnectionAsync(cancel);
        // EF's own would take SQLite's write lock at once.
        var transaction = ((SqliteConnection)database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await database.UseTransactionAsync(transaction, cancel))!;
    }
}
