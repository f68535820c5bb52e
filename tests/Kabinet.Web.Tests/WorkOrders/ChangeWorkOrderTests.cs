using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.WorkOrders;

public class ChangeWorkOrderTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_moved_order_frees_its_old_time_takes_the_new_one_and_tells_the_client(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon, "12:00");

        var moved = await ChangeAsync(salon, order, form => (form.Start, form.Finish, form.Comment) = (Wall("16:00"), Wall("17:30"), " Перезвонить "));

        Assert.False(moved.IsRefused);
        var saved = await salon.ReadAsync(order.Id);
        Assert.Equal((Salon.At("16:00"), Salon.At("17:30"), "Перезвонить"), (saved.Start, saved.Finish, saved.Comment));
        Assert.Equal((Salon.At("16:00"), Salon.At("17:30")), (saved.Resources[0].Start, saved.Resources[0].Finish));
        Assert.False((await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00")).IsRefused);
        Assert.Equal(RefusalReason.TimeTaken, (await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "16:30")).Refusals[0].Reason);
        Assert.Contains("16:00", Assert.Single(await MessagesAsync(salon, order, MessageKind.BookingMoved)).Text, StringComparison.Ordinal);
        var reminders = await MessagesAsync(salon, order, MessageKind.Reminder);
        Assert.Equal([Salon.At("14:00")], reminders.Where(message => message.IsPending).Select(message => message.Due));
    }

    [Theory, OnBothDatabases]
    public async Task A_comment_alone_asks_no_engine_and_tells_nobody(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon, "12:00");
        salon.Clock.Advance(TimeSpan.FromDays(5));

        Assert.False((await ChangeAsync(salon, order, form => form.Comment = "Была довольна")).IsRefused);

        Assert.Equal("Была довольна", (await salon.ReadAsync(order.Id)).Comment);
        Assert.Empty(await MessagesAsync(salon, order, MessageKind.BookingMoved));
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_change_changes_nothing(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon, "12:00");
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "16:00");
        var before = await salon.ReadAsync(order.Id);

        await RefusedAsync(RefusalReason.StartAfterFinish, "start", form => form.Finish = form.Start);
        await RefusedAsync(RefusalReason.TimeTaken, "start", form => (form.Start, form.Finish) = (Wall("15:30"), Wall("16:30")));
        await RefusedAsync(RefusalReason.NotWorking, "start", form => (form.Start, form.Finish) = (Wall("13:30"), Wall("14:30")));
        await RefusedAsync(RefusalReason.DateInvalid, "finish", form => form.Finish = null);
        await RefusedAsync(RefusalReason.DateInvalid, "finish", form => form.Finish = new WallTime(new LocalDateTime(9999, 12, 31, 23, 0)));
        await RefusedAsync(RefusalReason.CommentTooLong, "comment", form => form.Comment = new string('я', WorkOrder.MaxCommentLength + 1));
        await RefusedAsync(RefusalReason.StateUnknown, "state", form => form.StateId = 123456);

        async Task RefusedAsync(RefusalReason reason, string field, Action<WorkOrderForm> type)
        {
            var refusal = Assert.Single((await ChangeAsync(salon, order, form => { form.Comment = "Другое"; type(form); })).Refusals);
            Assert.Equal((reason, field), (refusal.Reason, refusal.Field));
            var after = await salon.ReadAsync(order.Id);
            Assert.Equal((before.Revision, before.Start, before.Comment), (after.Revision, after.Start, after.Comment));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_room_that_is_needed_binds_staff_too(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.BookAsync(salon.Company.Massage, salon.Company.Katya, "16:00");
        var massage = (await salon.BookAsync(salon.Company.Massage, salon.Company.Anna, "12:00")).Value;

        var moved = await ChangeAsync(salon, massage, form => (form.Start, form.Finish) = (Wall("16:30"), Wall("17:30")));

        Assert.Equal(RefusalReason.CompanionTaken, Assert.Single(moved.Refusals).Reason);
    }

    [Theory, OnBothDatabases]
    public async Task A_hold_that_has_run_out_is_in_nobodys_way(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon, "12:00");
        await salon.Use<HoldTime>().RunAsync(salon.Company.Id, [salon.Company.Haircut], salon.Company.Anna, Salon.At("16:00"), null, Guid.NewGuid(), TestContext.Current.CancellationToken);
        Assert.Equal(RefusalReason.TimeTaken, Assert.Single((await ChangeAsync(salon, order, form => (form.Start, form.Finish) = (Wall("16:00"), Wall("17:00")))).Refusals).Reason);

        salon.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.False((await ChangeAsync(salon, order, form => (form.Start, form.Finish) = (Wall("16:00"), Wall("17:00")))).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Who_saves_second_is_told(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon, "12:00");
        var seen = WorkOrderForm.Of(await salon.ReadAsync(order.Id), Salon.Zone);
        await ChangeAsync(salon, order, form => form.Comment = "Первый");

        seen.Comment = "Второй";
        var second = await salon.ChangeWorkOrder().RunAsync(salon.Olga(), order.Id, seen, TestContext.Current.CancellationToken);

        Assert.Equal(RefusalReason.ChangedMeanwhile, Assert.Single(second.Refusals).Reason);
        Assert.Equal("Первый", (await salon.ReadAsync(order.Id)).Comment);
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_order_and_another_specialists_are_not_found(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = (await salon.BookAsync(salon.Company.Haircut, salon.Company.Katya, "12:00")).Value;
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        var form = WorkOrderForm.Of(await salon.ReadAsync(order.Id), Salon.Zone);
        form.Comment = "Чужое";

        foreach (var member in new[] { new SignedInMember(neighbour.Id, Guid.NewGuid(), "Чужая", StaffRole.Owner, null), salon.Anna() })
        {
            var outcome = await salon.ChangeWorkOrder().RunAsync(member, order.Id, form, TestContext.Current.CancellationToken);
            Assert.Equal(RefusalReason.NotFound, Assert.Single(outcome.Refusals).Reason);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_time_that_the_clock_skips_is_refused_beside_its_field(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var order = await BookAsync(salon, "12:00");
        await using (var db = salon.Db())
            await db.Database.ExecuteSqlRawAsync("UPDATE companies SET time_zone = 'Europe/Berlin', catalogue_version = catalogue_version + 1", TestContext.Current.CancellationToken);

        var refused = await ChangeAsync(salon, order, form => (form.Start, form.Finish) =
            (new WallTime(new LocalDateTime(2026, 3, 29, 2, 30)), new WallTime(new LocalDateTime(2026, 3, 29, 4, 0))));

        Assert.Equal((RefusalReason.DateInvalid, "start"), (refused.Refusals[0].Reason, refused.Refusals[0].Field));
    }

    private static async Task<WorkOrder> BookAsync(Salon salon, string time) =>
        (await salon.BookAsync(Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At(time)) with { RemindBefore = 120 })).Value;

    private static async Task<Outcome<WorkOrder>> ChangeAsync(Salon salon, WorkOrder order, Action<WorkOrderForm> type)
    {
        var form = WorkOrderForm.Of(await salon.ReadAsync(order.Id), Salon.Zone);
        type(form);
        return await salon.ChangeWorkOrder().RunAsync(salon.Olga(), order.Id, form, TestContext.Current.CancellationToken);
    }

    private static WallTime Wall(string time, int day = 0) => WallTime.Of(Salon.At(time, day), Salon.Zone);

    private static async Task<List<OutboxMessage>> MessagesAsync(Salon salon, WorkOrder order, MessageKind kind)
    {
        await using var db = salon.Db();
        return await db.OutboxMessages.Where(message => message.WorkOrderId == order.Id && message.Kind == kind).ToListAsync();
    }
}
