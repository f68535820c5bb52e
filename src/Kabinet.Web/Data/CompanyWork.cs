using Kabinet.Companies;
using Kabinet.Notifications;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kabinet.Data;

/// <summary>
/// One change of one company's data: a transaction that locks the company's row first. So the changes of a company stand in a queue,
/// none can dead-lock with another, ids and numbers are taken without gaps in meaning, and the version moves with each.
/// Companies do not wait for each other on PostgreSQL.
/// </summary>
public sealed class CompanyWork(Databases databases, CompanyChanges changes)
{
    private const int MaxTries = 3;

    /// <summary>
    /// Runs <paramref name="change"/> and commits, or rolls back when it refuses. A refusal by the database of occupied time that
    /// overlaps becomes <see cref="RefusalReason.TimeTaken"/>.
    /// </summary>
    /// <param name="change">May run again, on a fresh context, when PostgreSQL asks for that.</param>
    public Task<Outcome<T>> ChangeAsync<T>(int companyId, Func<AppDb, Company, Task<Outcome<T>>> change, CancellationToken cancel = default) =>
        RunAsync(companyId, change, isSeenByOthers: true, cancel);

    /// <summary>As <see cref="ChangeAsync"/>, for what neither snapshots nor lists show: the version stays.</summary>
    public Task<Outcome<T>> ChangeUnseenAsync<T>(int companyId, Func<AppDb, Company, Task<Outcome<T>>> change, CancellationToken cancel = default) =>
        RunAsync(companyId, change, isSeenByOthers: false, cancel);

    private async Task<Outcome<T>> RunAsync<T>(
        int companyId, Func<AppDb, Company, Task<Outcome<T>>> change, bool isSeenByOthers, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(companyId, change, isSeenByOthers, cancel);
            }
            catch (DbUpdateException exception) when (DoubleBookingGuard.IsRefusal(exception))
            {
                return new Refusal(RefusalReason.TimeTaken, "start");
            }
            catch (DbUpdateConcurrencyException)
            {
                return RefusalReason.ChangedMeanwhile;
            }
            catch (Exception exception) when (attempt < MaxTries && IsTransient(exception))
            {
                // PostgreSQL undid it to let another pass: nothing was written.
            }
        }
    }

    private async Task<Outcome<T>> TryAsync<T>(
        int companyId, Func<AppDb, Company, Task<Outcome<T>>> change, bool isSeenByOthers, CancellationToken cancel)
    {
        using var gate = await databases.EnterWriteGateAsync(cancel);
        await using var db = databases.Open(companyId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var company = await LockAsync(db, companyId, cancel);
        var outcome = await change(db, company);
        if (outcome.IsRefused) return outcome;

        if (isSeenByOthers) company.Touch();
        await db.SaveChangesAsync(cancel);
        // From here on the answer must be true: a client that went away no longer stops the commit.
        await transaction.CommitAsync(CancellationToken.None);
        if (isSeenByOthers) changes.Announce(companyId, company.Version);
        // All is saved: looked at as it stands, without another search for changes.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        if (db.ChangeTracker.Entries<OutboxMessage>().Any(message => message.Entity.IsPending)) changes.AnnounceMessages();
        return outcome;
    }

    private async Task<Company> LockAsync(AppDb db, int companyId, CancellationToken cancel) => databases.IsPostgres
        ? await db.Companies.FromSql($"SELECT * FROM companies WHERE id = {companyId} FOR UPDATE").SingleAsync(cancel)
        : await db.Companies.SingleAsync(company => company.Id == companyId, cancel);

    private static bool IsTransient(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException) is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}
