using Kabinet.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kabinet.Companies;

/// <summary>No two companies have one address. Who asks first is often told by a look; of two at once the database decides.</summary>
internal static class NewAddress
{
    /// <summary>Is or was it any company's?</summary>
    public static Task<bool> IsAddressTakenAsync(this AppDb db, string address, CancellationToken cancel) =>
        db.CabinetAddresses.AnyAsync(taken => taken.Slug == address, cancel);

    /// <summary>
    /// Writes the company's own row, whose id everything else begins with; the context is of that company from then on. False: another
    /// one has the address, perhaps since this moment; the transaction is then good for nothing but to be rolled back.
    /// </summary>
    public static async Task<bool> TryAddAsync(this AppDb db, Company company, CancellationToken cancel)
    {
        if (await db.IsAddressTakenAsync(company.Slug, cancel)) return false;
        db.Add(company);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (IsTaken(exception))
        {
            return false;
        }
        db.Of(company.Id);
        return true;
    }

    /// <summary>Did the database refuse it because another company has the address?</summary>
    public static bool IsTaken(DbUpdateException exception) => exception.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "cabinet_addresses" or "companies" } => true,
        SqliteException { SqliteErrorCode: 19 } sqlite => sqlite.Message.Contains("cabinet_addresses.slug", StringComparison.Ordinal)
            || sqlite.Message.Contains("companies.slug", StringComparison.Ordinal),
        _ => false,
    };
}
