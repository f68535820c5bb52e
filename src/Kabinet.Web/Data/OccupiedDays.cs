using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Data;

/// <summary>
/// The database marks the day of every occupied range that comes, changes or goes (<see cref="OccupiedDay"/>). It does so itself, so that no code that
/// writes occupied time can forget it: not an import, not a cascade, not a hand with SQL. The mark is one above the version that the company has in
/// the transaction, for that is what it becomes when the transaction commits. Like the guard, triggers are written anew after every migration.
/// </summary>
public static class OccupiedDays
{
    public static async Task InstallAsync(AppDb db, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var statement in db.Database.IsSqlite() ? SqliteStatements : PostgresStatements)
            await db.Database.ExecuteSqlRawAsync(statement, cancel);
        await AssertAsync(db, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <exception cref="InvalidOperationException">Changes would not be marked: copies in memory would offer what is taken.</exception>
    public static async Task AssertAsync(AppDb db, CancellationToken cancel = default)
    {
        var found = await db.Database.SqlQueryRaw<string>(db.Database.IsSqlite() ? SqliteInventory : PostgresInventory).ToListAsync(cancel);
        IEnumerable<string> wanted = db.Database.IsSqlite() ? SqliteTriggers.Keys : PostgresTriggers;
        var missing = wanted.Except(found).ToList();
        if (missing.Count > 0) throw new InvalidOperationException($"The database would not mark what is occupied anew: {string.Join(", ", missing)} missing on occupied_ranges");
    }

    /// <summary>Each trigger with what it marks: the row that is there afterwards, the one that was before, or both.</summary>
    private static readonly Dictionary<string, (string Action, string[] Rows)> SqliteTriggers = new()
    {
        ["occupied_ranges_after_insert"] = ("INSERT", ["NEW"]),
        ["occupied_ranges_after_update"] = ("UPDATE", ["OLD", "NEW"]),
        ["occupied_ranges_after_delete"] = ("DELETE", ["OLD"]),
    };

    private static readonly string[] PostgresTriggers = ["occupied_ranges_mark_day"];

    private const string SqliteInventory = "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'occupied_ranges'";
    private const string PostgresInventory = "SELECT tgname AS \"Value\" FROM pg_trigger WHERE tgrelid = 'occupied_ranges'::regclass AND tgenabled <> 'D'";

    private static IEnumerable<string> SqliteStatements => SqliteTriggers.Keys.Select(name => $"DROP TRIGGER IF EXISTS {name}")
        .Concat(SqliteTriggers.Select(trigger => $"""
            CREATE TRIGGER {trigger.Key} AFTER {trigger.Value.Action} ON occupied_ranges
            BEGIN
              {string.Concat(trigger.Value.Rows.Select(SqliteMark))}
            END
            """));

    /// <summary>Instants are ticks: 864 000 000 000 make a day.</summary>
    private static string SqliteMark(string row) => $"""
        INSERT INTO occupied_days (company_id, resource_id, start, finish, version)
        SELECT id, {row}.resource_id, {row}.finish - {row}.finish % 864000000000, {row}.finish - {row}.finish % 864000000000 + 864000000000, version + 1
        FROM companies WHERE id = {row}.company_id
        ON CONFLICT (company_id, resource_id, start) DO UPDATE SET version = excluded.version;
        """;

    private static readonly string[] PostgresStatements =
    [
        "SELECT pg_advisory_xact_lock(hashtext('kabinet: occupied days'))",
        """
        CREATE OR REPLACE FUNCTION occupied_ranges_mark_day() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO occupied_days (company_id, resource_id, start, finish, version)
          SELECT DISTINCT company.id, changed.resource_id, date_trunc('day', changed.finish, 'UTC'), date_trunc('day', changed.finish, 'UTC') + interval '24 hours', company.version + 1
          FROM (SELECT OLD.company_id, OLD.resource_id, OLD.finish UNION SELECT NEW.company_id, NEW.resource_id, NEW.finish) AS changed
          JOIN companies AS company ON company.id = changed.company_id
          ON CONFLICT (company_id, resource_id, start) DO UPDATE SET version = excluded.version;
          RETURN NULL;
        END $$
        """,
        "CREATE OR REPLACE TRIGGER occupied_ranges_mark_day AFTER INSERT OR UPDATE OR DELETE ON occupied_ranges FOR EACH ROW EXECUTE FUNCTION occupied_ranges_mark_day()",
    ];
}
