using Microsoft.EntityFrameworkCore;

namespace Kabinet.Data;

/// <summary>Brings the database to this version, and makes sure that it refuses a double booking, before the first request.</summary>
public sealed class StartUp(Databases databases)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open();
        await db.Database.MigrateAsync(cancel);
        if (!databases.IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        await DoubleBookingGuard.InstallAsync(db, cancel);
    }
}
