using Microsoft.EntityFrameworkCore;

namespace Kabinet.Data;

/// <summary>
/// The database's own refusal of a double booking. PostgreSQL holds an exclusion constraint. SQLite holds triggers, which a migration
/// that rebuilds the table drops without a word: so they are written anew after every migration, and the application does not start
/// without them. Ranges on one seat never overlap, so of those that begin before the new one's finish the last has the latest finish:
/// one look-up in the key, however long the past.
/// </summary>
public static class DoubleBookingGuard
{
    /// <summary>What both databases say when they refuse.</summary>
    public const string OverlapMessage = "occupied_ranges_no_overlap";
    public const string SeatMessage = "occupied_ranges_seat_within_capacity";

    /// <summary>In one transaction: at no moment is the table without its guard, and nodes that start together do it one after the other.</summary>
    public static async Task InstallAsync(AppDb db, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var statement in db.Database.IsSqlite() ? SqliteStatements : PostgresStatements)
            await db.Database.ExecuteSqlRawAsync(statement, cancel);
        await AssertAsync(db, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <exception cref="InvalidOperationException">The database would accept a double booking.</exception>
    public static async Task AssertAsync(AppDb db, CancellationToken cancel = default)
    {
        var found = await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite() ? SqliteInventory : PostgresInventory).ToListAsync(cancel);
        var missing = (db.Database.IsSqlite() ? SqliteTriggers : PostgresObjects).Except(found).ToList();
        if (missing.Count > 0) throw new InvalidOperationException($"The database would accept a double booking: {string.Join(", ", missing)} missing on occupied_ranges");
    }

    public static bool IsRefusal(DbUpdateException exception) =>
        exception.InnerException?.Message is { } message
        && (message.Contains(OverlapMessage, StringComparison.Ordinal) || message.Contains(SeatMessage, StringComparison.Ordinal)
            || message.Contains("pk_occupied_ranges", StringComparison.Ordinal) || message.Contains("UNIQUE constraint failed: occupied_ranges", StringComparison.Ordinal));

    private static readonly string[] SqliteTriggers = ["occupied_ranges_before_insert", "occupied_ranges_before_update"];
    private static readonly string[] PostgresObjects = [OverlapMessage, SeatMessage];

    private const string SqliteInventory = "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'occupied_ranges'";

    private const string PostgresInventory = """
        SELECT conname AS "Value" FROM pg_constraint WHERE conrelid = 'occupied_ranges'::regclass AND contype = 'x'
        UNION ALL SELECT tgname FROM pg_trigger WHERE tgrelid = 'occupied_ranges'::regclass AND tgenabled <> 'D'
        """;

    private static IEnumerable<string> SqliteStatements => SqliteTriggers.Select(name => $"DROP TRIGGER IF EXISTS {name}")
        .Append(SqliteTrigger("occupied_ranges_before_insert", "INSERT", ""))
        .Append(SqliteTrigger("occupied_ranges_before_update", "UPDATE", "AND other.rowid <> OLD.rowid"));

    private static string SqliteTrigger(string name, string action, string exceptItself) => $"""
        CREATE TRIGGER {name} BEFORE {action} ON occupied_ranges
        BEGIN
          SELECT RAISE(ABORT, '{OverlapMessage}') WHERE (
            SELECT other.finish FROM occupied_ranges AS other
            WHERE other.company_id = NEW.company_id AND other.resource_id = NEW.resource_id AND other.seat = NEW.seat
              AND other.start < NEW.finish {exceptItself}
            ORDER BY other.start DESC LIMIT 1) > NEW.start;
          SELECT RAISE(ABORT, '{SeatMessage}') WHERE NEW.seat NOT BETWEEN 1 AND (
            SELECT capacity FROM resources WHERE company_id = NEW.company_id AND id = NEW.resource_id);
        END
        """;

    private static readonly string[] PostgresStatements =
    [
        "SELECT pg_advisory_xact_lock(hashtext('kabinet: double booking guard'))",
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        $"""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{OverlapMessage}' AND conrelid = 'occupied_ranges'::regclass) THEN
            ALTER TABLE occupied_ranges ADD CONSTRAINT {OverlapMessage}
              EXCLUDE USING gist (company_id WITH =, resource_id WITH =, seat WITH =, tstzrange(start, finish) WITH &&);
          END IF;
        END $$
        """,
        $"""
        CREATE OR REPLACE FUNCTION {SeatMessage}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.seat NOT BETWEEN 1 AND (SELECT capacity FROM resources WHERE company_id = NEW.company_id AND id = NEW.resource_id) THEN
            RAISE EXCEPTION '{SeatMessage}' USING ERRCODE = '23514';
          END IF;
          RETURN NEW;
        END $$
        """,
        $"CREATE OR REPLACE TRIGGER {SeatMessage} BEFORE INSERT OR UPDATE ON occupied_ranges FOR EACH ROW EXECUTE FUNCTION {SeatMessage}()",
    ];
}
