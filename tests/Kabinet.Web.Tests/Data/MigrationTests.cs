using Kabinet.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Data;

public class MigrationTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Migrations_make_the_whole_model_from_nothing_and_starting_again_changes_nothing(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = Salon.Node(database.Choice, TimeProvider.System);
        await using var db = node.GetRequiredService<Databases>().Open();

        await node.GetRequiredService<StartUp>().RunAsync(Cancel);
        await node.GetRequiredService<StartUp>().RunAsync(Cancel);

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.Empty(await db.Companies.ToListAsync(Cancel));
        await DoubleBookingGuard.AssertAsync(db, Cancel);
    }

    [Theory, OnBothDatabases]
    public async Task The_schedule_that_a_resource_had_is_its_first_and_a_row_that_named_none_is_left_without(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = Salon.Node(database.Choice, TimeProvider.System);
        await using var db = node.GetRequiredService<Databases>().Open();
        await db.GetService<IMigrator>().MigrateAsync("CabinetAddresses", Cancel);
        await db.Database.ExecuteSqlRawAsync("""
            INSERT INTO companies (id, slug, name, time_zone, appearance, about, online_booking, is_published, version, catalogue_version, last_id, last_order_number)
            VALUES (1, 'mint', 'Мята', 'Europe/Moscow', '{{}}', '{{}}', '{{}}', true, 1, 1, 9, 0);
            INSERT INTO work_schedules (company_id, id, name, schedule) VALUES (1, 1, 'Пятидневка', '{{"Kind":"weekly","Days":[[],[],[],[],[],[],[]]}}');
            INSERT INTO resources (company_id, id, name, speciality, photo_url, capacity, schedule_id, is_offered_online, position, is_archived, kind_ids)
            VALUES (1, 2, 'Анна', '', '', 1, 1, true, 1, false, {0}), (1, 3, 'Катя', '', '', 1, NULL, true, 2, false, {0}), (1, 4, 'Никто', '', '', 1, 77, true, 3, false, {0});
            """, [store == Store.Postgres ? Array.Empty<int>() : "[]"], Cancel);

        await node.GetRequiredService<StartUp>().RunAsync(Cancel);

        var resources = await db.Of(1).Resources.OrderBy(one => one.Id).ToListAsync(Cancel);
        Assert.Equal([1, null, null], resources.Select(one => one.ScheduleOn(new LocalDate(2026, 3, 2))));
        Assert.True(Assert.Single(resources[0].Assignments).IsSinceEver);
    }

    [Theory, OnBothDatabases]
    public async Task Who_asked_to_be_forgotten_still_waits_once_and_who_has_no_card_is_forgotten(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = Salon.Node(database.Choice, TimeProvider.System);
        await using var db = node.GetRequiredService<Databases>().Open();
        await db.GetService<IMigrator>().MigrateAsync("StaffInvitations", Cancel);
        var asked = new object[] { store == Store.Postgres ? Salon.At("09:00") : Salon.At("09:00").ToUnixTimeTicks(), store == Store.Postgres ? Array.Empty<string>() : "[]" };
        await db.Database.ExecuteSqlRawAsync("""
            INSERT INTO companies (id, slug, name, time_zone, appearance, about, online_booking, is_published, version, catalogue_version, last_id, last_order_number, trade, is_set_up)
            VALUES (1, 'mint', 'Мята', 'Europe/Moscow', '{{}}', '{{}}', '{{}}', true, 1, 1, 9, 0, 0, true);
            INSERT INTO customers (company_id, id, name, phone, created, search_text, notes, source, is_black_listed, tags) VALUES (1, 1, 'Мария', '+79161234567', {0}, 'мария', '', '', false, {1});
            INSERT INTO client_accounts (company_id, id, phone, customer_id, verified, deletion_asked)
            VALUES (1, 2, '+79161234567', 1, {0}, {0}), (1, 3, '+79160000002', 1, {0}, {0}), (1, 4, '+79160000003', NULL, {0}, {0}), (1, 5, '+79160000004', NULL, {0}, NULL);
            INSERT INTO client_devices (company_id, id, secret_hash, account_id, seen, name, phone, email) VALUES (1, '00000000-0000-0000-0000-000000000001', 'x', 4, {0}, 'Пётр', '+79160000003', '');
            """, asked, Cancel);

        await node.GetRequiredService<StartUp>().RunAsync(Cancel);

        var mint = db.Of(1);
        var request = await mint.DeletionRequests.SingleAsync(Cancel);
        Assert.Equal((1, Salon.At("09:00"), null), (request.CustomerId, request.Asked, request.Closed));
        Assert.Equal([2, 3, 5], await mint.ClientAccounts.Select(one => one.Id).Order().ToListAsync(Cancel));
        var device = await mint.ClientDevices.SingleAsync(Cancel);
        Assert.Equal((null, "", ""), (device.AccountId, device.Name, device.Phone));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
