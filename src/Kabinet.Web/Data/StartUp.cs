using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kabinet.Data;

/// <summary>Brings the database to this version, and makes sure that it refuses a double booking and marks what changed, before the first request.</summary>
public sealed class StartUp(Databases databases)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        await using var queue = databases.IsPostgres ? await StartQueue.EnterAsync(db, cancel) : null;
        await db.Database.MigrateAsync(cancel);
        if (!databases.IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        await DoubleBookingGuard.InstallAsync(db, cancel);
        await OccupiedDays.InstallAsync(db, cancel);
    }

    /// <summary>
    /// Nodes that start together do it one after the other. EF's own lock is given up between one migration and the next, and then two nodes
    /// apply the second.
    /// </summary>
    private sealed class StartQueue(AppDb db) : IAsyncDisposable
    {
        public static async Task<StartQueue> EnterAsync(AppDb db, CancellationToken cancel)
        {
            var creator = db.GetService<IRelationalDatabaseCreator>();
            if (!await creator.ExistsAsync(cancel)) await creator.CreateAsync(cancel);
            await db.Database.OpenConnectionAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(hashtext('kabinet: start'))", cancel);
            return new StartQueue(db);
        }

        // A connection that goes back to its pool keeps its locks until it is used again.
        public async ValueTask DisposeAsync() => await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(hashtext('kabinet: start'))");
    }
}
