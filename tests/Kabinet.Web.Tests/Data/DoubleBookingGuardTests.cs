using System.Data.Common;
using Kabinet.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Kabinet.Web.Tests.Data;

/// <summary>The database refuses by itself: SQL by hand, none of our code in between.</summary>
public class DoubleBookingGuardTests(PostgresCluster postgres)
{
    private const int Noon = 12 * 60;

    [Theory, OnBothDatabases]
    public async Task Ranges_that_touch_are_accepted_and_ranges_that_overlap_are_not(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var db = salon.Db();
        var anna = salon.Company.Anna;

        Assert.Null(await InsertAsync(db, anna, 1, Noon, Noon + 60));
        Assert.Null(await InsertAsync(db, anna, 1, Noon - 60, Noon));
        Assert.Null(await InsertAsync(db, anna, 1, Noon + 60, Noon + 90));
        Assert.NotNull(await InsertAsync(db, anna, 1, Noon, Noon + 60));
        Assert.NotNull(await InsertAsync(db, anna, 1, Noon + 10, Noon + 20));
        Assert.NotNull(await InsertAsync(db, anna, 1, Noon - 120, Noon + 120));
        Assert.NotNull(await InsertAsync(db, anna, 1, Noon - 120, Noon - 59));
        Assert.NotNull(await InsertAsync(db, anna, 1, Noon + 89, Noon + 120));
        Assert.Null(await InsertAsync(db, salon.Company.Katya, 1, Noon, Noon + 60));
        Assert.Equal(4, await db.OccupiedRanges.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_hold_and_another_hold_are_rows_like_any(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var booked = await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");
        await using var db = salon.Db();

        Assert.False(booked.IsRefused);
        Assert.NotNull(await InsertAsync(db, salon.Company.Anna, 1, Noon + 30, Noon + 90));
        Assert.Null(await InsertAsync(db, salon.Company.Anna, 1, Noon + 60, Noon + 90));
    }

    [Theory, OnBothDatabases]
    public async Task A_resource_has_only_the_seats_of_its_capacity(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var db = salon.Db();
        var hall = salon.Company.YogaHall;

        Assert.All([1, 2, 3], seat => Assert.Null(InsertAsync(db, hall, seat, Noon, Noon + 60).GetAwaiter().GetResult()));
        Assert.NotNull(await InsertAsync(db, hall, 4, Noon, Noon + 60));
        Assert.NotNull(await InsertAsync(db, hall, 0, Noon, Noon + 60));
        Assert.NotNull(await InsertAsync(db, hall, -1, Noon, Noon + 60));
        Assert.NotNull(await InsertAsync(db, salon.Company.Anna, 2, Noon, Noon + 60));
        Assert.NotNull(await InsertAsync(db, 999, 1, Noon, Noon + 60));
        Assert.NotNull(await InsertAsync(db, hall, 1, Noon + 60, Noon + 60));
        Assert.NotNull(await InsertAsync(db, hall, 1, Noon + 90, Noon + 60));
    }

    [Theory, OnBothDatabases]
    public async Task A_row_cannot_be_changed_into_an_overlap_or_onto_a_missing_seat(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var db = salon.Db();
        await InsertAsync(db, salon.Company.Anna, 1, Noon, Noon + 60);
        await InsertAsync(db, salon.Company.Anna, 1, Noon + 60, Noon + 120);
        await InsertAsync(db, salon.Company.Katya, 1, Noon, Noon + 60);

        Assert.NotNull(await UpdateAsync(db, $"finish = {Time(db, Noon + 61)}", $"start = {Time(db, Noon)} AND resource_id = {salon.Company.Anna}"));
        Assert.NotNull(await UpdateAsync(db, $"start = {Time(db, Noon + 59)}", $"start = {Time(db, Noon + 60)}"));
        Assert.NotNull(await UpdateAsync(db, $"resource_id = {salon.Company.Anna}", $"resource_id = {salon.Company.Katya}"));
        Assert.NotNull(await UpdateAsync(db, "seat = 2", $"resource_id = {salon.Company.Katya}"));
        Assert.Null(await UpdateAsync(db, $"finish = {Time(db, Noon + 50)}", $"start = {Time(db, Noon)} AND resource_id = {salon.Company.Anna}"));
        Assert.Null(await UpdateAsync(db, $"finish = {Time(db, Noon + 55)}", $"start = {Time(db, Noon)} AND resource_id = {salon.Company.Anna}"));
    }

    [Theory, OnBothDatabases]
    public async Task A_booking_that_the_database_refuses_is_said_to_be_taken(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);

        var outcome = await salon.Use<CompanyWork>().ChangeAsync<int>(salon.Company.Id, async (db, company) =>
        {
            await InsertAsync(db, salon.Company.Anna, 1, Noon, Noon + 60);
            db.Add(Kabinet.WorkOrders.OccupiedRange.OfHold(company.Id, salon.Company.Anna, 1, new(Salon.At("12:30"), Salon.At("13:30")), Guid.NewGuid(), null, Salon.At("14:00")));
            return 1;
        }, Cancel);

        Assert.Equal(new Refusal(RefusalReason.TimeTaken, "start"), Assert.Single(outcome.Refusals));
        await using var db = salon.Db();
        Assert.Empty(db.OccupiedRanges);
        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).IsRefused);
    }

    [Fact]
    public async Task On_SQLite_a_rebuilt_table_has_lost_its_triggers_and_the_next_start_writes_them_anew()
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        await using var db = salon.Db();
        await RebuildAsync(db);
        Assert.Null(await InsertAsync(db, salon.Company.Anna, 1, Noon, Noon + 60));
        Assert.Null(await InsertAsync(db, salon.Company.Anna, 1, Noon + 1, Noon + 61));
        Assert.NotEmpty(await WorkOrders.OccupiedTime.FaultsAsync(db, Cancel));
        await db.OccupiedRanges.ExecuteDeleteAsync(Cancel);

        var without = await Assert.ThrowsAsync<InvalidOperationException>(() => DoubleBookingGuard.AssertAsync(db, Cancel));
        await salon.Use<StartUp>().RunAsync(Cancel);

        Assert.Contains("occupied_ranges_before_insert, occupied_ranges_before_update", without.Message, StringComparison.Ordinal);
        Assert.Null(await InsertAsync(db, salon.Company.Anna, 1, Noon, Noon + 60));
        Assert.NotNull(await InsertAsync(db, salon.Company.Anna, 1, Noon + 1, Noon + 61));
    }

    [Theory]
    [InlineData(Store.Sqlite, "DROP TRIGGER occupied_ranges_before_update")]
    [InlineData(Store.Sqlite, "DROP TRIGGER occupied_ranges_before_insert")]
    [InlineData(Store.Postgres, "ALTER TABLE occupied_ranges DROP CONSTRAINT occupied_ranges_no_overlap")]
    [InlineData(Store.Postgres, "DROP TRIGGER occupied_ranges_seat_within_capacity ON occupied_ranges")]
    [InlineData(Store.Postgres, "ALTER TABLE occupied_ranges DISABLE TRIGGER occupied_ranges_seat_within_capacity")]
    public async Task A_database_without_one_of_its_guards_is_noticed(Store store, string harm)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var db = salon.Db();
        await DoubleBookingGuard.AssertAsync(db, Cancel);

        await db.Database.ExecuteSqlRawAsync(harm, Cancel);

        await Assert.ThrowsAsync<InvalidOperationException>(() => DoubleBookingGuard.AssertAsync(db, Cancel));
    }

    /// <summary>What an EF migration does on SQLite to change a column.</summary>
    private static Task<int> RebuildAsync(AppDb db) => db.Database.ExecuteSqlRawAsync("""
        CREATE TABLE rebuilt AS SELECT * FROM occupied_ranges WHERE 0;
        DROP TABLE occupied_ranges;
        ALTER TABLE rebuilt RENAME TO occupied_ranges;
        """);

    /// <summary>A hold, by minutes of that Monday; null: accepted.</summary>
    private static Task<DbException?> InsertAsync(AppDb db, int resource, int seat, int from, int to) => RunAsync(db, $"""
        INSERT INTO occupied_ranges (company_id, resource_id, seat, start, finish, hold_id)
        VALUES ({db.CompanyId}, {resource}, {seat}, {Time(db, from)}, {Time(db, to)}, '{Guid.NewGuid()}')
        """);

    private static Task<DbException?> UpdateAsync(AppDb db, string set, string where) => RunAsync(db, $"UPDATE occupied_ranges SET {set} WHERE {where}");

    private static string Time(AppDb db, int minutes)
    {
        var at = Salon.At("00:00") + NodaTime.Duration.FromMinutes(minutes);
        return db is SqliteAppDb ? $"{at.ToUnixTimeTicks()}" : $"'{at}'::timestamptz";
    }

    private static async Task<DbException?> RunAsync(AppDb db, string sql)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync(sql, Cancel);
            return null;
        }
        catch (DbException refused) when (refused is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: ['2', '3', ..] })
        {
            return refused;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
