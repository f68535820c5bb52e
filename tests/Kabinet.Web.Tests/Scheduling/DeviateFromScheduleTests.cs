using Kabinet.Data;
using Kabinet.Notifications;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Scheduling;

public class DeviateFromScheduleTests(PostgresCluster postgres)
{
    private static readonly LocalDate Monday = Salon.Monday;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_is_written_is_offered_at_once_by_every_node_until_it_is_taken_back(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, irina) = (salon.Company, await salon.MemberAsync(StaffRole.Manager));
        await using var node = Salon.Node(salon.Database.Choice, salon.Clock);
        Assert.Contains("19:30", await TimesAsync(node, salon));

        Assert.Equal(2, (await Deviate(salon).RunAsync(irina, Days(DeviationKind.OtherHours, "12–14, 15–17", (mint.Katya, 0), (mint.Anna, 0)), cancel: Cancel)).Value);
        salon.Clock.Advance(CompanySnapshots.Freshness.ToTimeSpan());
        Assert.Equal(["12:00", "12:15", "12:30", "12:45", "13:00", "13:15", "13:30", "15:00", "15:15", "15:30", "15:45", "16:00", "16:15", "16:30"], await TimesAsync(node, salon));
        Assert.Equal("12:00", (await salon.TimesAsync(mint.Colouring, mint.Anna))[0]);

        Assert.Equal(1, (await Deviate(salon).RunAsync(irina, Days(DeviationKind.NotWorking, null, (mint.Katya, 0)), cancel: Cancel)).Value);
        Assert.Empty(await salon.TimesAsync(mint.Consultation, mint.Katya));
        Assert.Equal(2, (await Deviate(salon).RunAsync(irina, Days(DeviationKind.BySchedule, null, (mint.Katya, 0), (mint.Katya, 1)), cancel: Cancel)).Value);
        Assert.Equal("10:15", (await salon.TimesAsync(mint.Consultation, mint.Katya))[0]);
        await using var db = salon.Db();
        Assert.Equal(mint.Anna, (await db.ScheduleDeviations.SingleAsync(Cancel)).ResourceId);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_booked_there_is_listed_first_and_nothing_is_written(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, olga) = (salon.Company, await salon.MemberAsync(StaffRole.Owner));
        var late = (await salon.BookAsync(mint.Haircut, mint.Katya, "17:00")).Value;
        await salon.BookAsync(mint.Haircut, mint.Katya, "10:00");
        var cancelled = (await salon.BookAsync(mint.Haircut, mint.Katya, "18:30")).Value;
        await salon.EnterAsync(cancelled, OrderStatus.Cancelled, ChangeOrderState.Reasons[0]);

        // Only who loses his time is asked about.
        var refusal = Assert.Single((await Deviate(salon).RunAsync(olga, Days(DeviationKind.OtherHours, "10-16", (mint.Katya, 0)), cancel: Cancel)).Refusals);
        Assert.Equal(RefusalReason.TimeBooked, refusal.Reason);
        var visit = Assert.Single(refusal.Affected!);
        Assert.Equal((late.Id, "Мария", "Женская стрижка", "Екатерина Белова"), (visit.OrderId, visit.Customer, visit.Services, visit.Resources));
        Assert.Equal((mint.Anna, Salon.At("17:00")), (visit.Nearest!.ResourceId, visit.Nearest.Start));
        Assert.Equal([(mint.Katya, "15:00 02"), (mint.Katya, "10:00 03"), (mint.Katya, "11:00 03"), (mint.Katya, "12:00 03"), (mint.Anna, "16:45 02"), (mint.Anna, "17:00 02")], visit.Offers.Select(Shown));
        Assert.Contains("19:00", await salon.TimesAsync(mint.Consultation, mint.Katya));

        // It stays where it is, outside of working time; and is not asked about again.
        Assert.Equal(1, (await Deviate(salon).RunAsync(olga, Days(DeviationKind.OtherHours, "10-16", (mint.Katya, 0)), [new(late.Id, visit.Revision, null)], Cancel)).Value);
        Assert.Equal("15:30", (await salon.TimesAsync(mint.Consultation, mint.Katya))[^1]);
        Assert.Equal(Salon.At("17:00"), (await salon.ReadAsync(late.Id)).Start);
        Assert.Equal(1, (await Deviate(salon).RunAsync(olga, Days(DeviationKind.OtherHours, "10-15", (mint.Katya, 0)), cancel: Cancel)).Value);
    }

    [Theory, OnBothDatabases]
    public async Task Visits_are_moved_where_it_was_chosen_and_each_to_a_time_of_its_own(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, olga) = (salon.Company, await salon.MemberAsync(StaffRole.Owner));
        foreach (var time in new[] { "10:15", "11:30", "12:45" }) Assert.False((await salon.BookAsync(mint.Massage, mint.Katya, time)).IsRefused);
        Assert.False((await salon.BookAsync(Salon.Form(mint.Haircut, mint.Anna, Salon.At("11:30"), "+7 916 765-43-21", "Пётр"))).IsRefused);

        var listed = await ListedAsync(salon, olga, mint.Katya);
        Assert.Equal(3, listed.Select(visit => (visit.Nearest!.ResourceId, visit.Nearest.Start)).Distinct().Count());
        var choices = listed.Select(visit => new VisitChoice(visit.OrderId, visit.Revision, visit.Nearest)).ToList();
        Assert.Equal(1, (await Deviate(salon).RunAsync(olga, Days(DeviationKind.NotWorking, null, (mint.Katya, 0)), choices, Cancel)).Value);
        foreach (var choice in choices)
        {
            var moved = await salon.ReadAsync(choice.OrderId);
            Assert.Equal((choice.To!.Start, choice.To.ResourceId, mint.Room), (moved.Start, moved.Resources[0].ResourceId, moved.Resources[1].ResourceId));
        }
        await using var db = salon.Db();
        var taken = await db.OccupiedRanges.AsNoTracking().ToListAsync(Cancel);
        Assert.Equal(7, taken.Count);
        Assert.DoesNotContain(taken, row => row.ResourceId == mint.Katya && row.Start < Salon.At("20:00"));
        // Whose time is another one is told.
        var told = await db.OutboxMessages.Where(message => message.Kind == MessageKind.BookingMoved).Select(message => message.WorkOrderId!.Value).ToListAsync(Cancel);
        Assert.NotEmpty(told);
        Assert.Equal(listed.Where(visit => visit.Nearest!.Start != visit.Body.Start).Select(visit => visit.OrderId), told.Order());
    }

    [Theory, OnBothDatabases]
    public async Task Who_booked_or_was_moved_between_listing_and_confirming_is_listed_anew(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, olga) = (salon.Company, await salon.MemberAsync(StaffRole.Owner));
        var first = (await salon.BookAsync(mint.Haircut, mint.Katya, "12:00")).Value;
        var listed = await ListedAsync(salon, olga, mint.Katya);
        var keep = new VisitChoice(first.Id, listed[0].Revision, null);

        await salon.BookAsync(Salon.Form(mint.Haircut, mint.Katya, Salon.At("14:00"), "+7 916 765-43-21", "Пётр"));
        var again = Assert.Single((await Deviate(salon).RunAsync(olga, Days(DeviationKind.NotWorking, null, (mint.Katya, 0)), [keep], Cancel)).Refusals);
        Assert.Equal(RefusalReason.TimeBookedMeanwhile, again.Reason);
        Assert.Equal(["Мария", "Пётр"], again.Affected!.Select(visit => visit.Customer));
        Assert.NotEmpty(await salon.TimesAsync(mint.Consultation, mint.Katya));

        // The first was changed by somebody meanwhile: what was decided about it no longer counts.
        var choices = again.Affected!.Select(visit => new VisitChoice(visit.OrderId, visit.Revision, null)).ToList();
        var zone = Salon.Zone;
        var form = WorkOrderForm.Of(await salon.ReadAsync(first.Id), zone);
        form.Comment = "Придёт с ребёнком";
        Assert.False((await salon.ChangeWorkOrder().RunAsync(olga, first.Id, form, Cancel)).IsRefused);
        Assert.Equal(RefusalReason.TimeBookedMeanwhile, (await Deviate(salon).RunAsync(olga, Days(DeviationKind.NotWorking, null, (mint.Katya, 0)), choices, Cancel)).Refusals[0].Reason);
    }

    [Theory, OnBothDatabases]
    public async Task A_time_that_was_taken_meanwhile_undoes_everything_and_says_at_which_visit(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, olga) = (salon.Company, await salon.MemberAsync(StaffRole.Owner));
        await salon.BookAsync(mint.Haircut, mint.Katya, "12:00");
        await salon.BookAsync(Salon.Form(mint.Haircut, mint.Katya, Salon.At("13:00"), "+7 916 765-43-21", "Пётр"));
        var listed = await ListedAsync(salon, olga, mint.Katya);
        Assert.False((await salon.BookAsync(mint.Haircut, mint.Anna, "13:00")).IsRefused);

        VisitChoice[] choices = [new(listed[0].OrderId, listed[0].Revision, new(mint.Anna, "", Salon.At("12:00"))), new(listed[1].OrderId, listed[1].Revision, new(mint.Anna, "", Salon.At("13:00")))];
        var refusal = Assert.Single((await Deviate(salon).RunAsync(olga, Days(DeviationKind.NotWorking, null, (mint.Katya, 0)), choices, Cancel)).Refusals);
        Assert.Equal((RefusalReason.TimeTaken, $"visits.{listed[1].OrderId}", 2), (refusal.Reason, refusal.Field, refusal.Affected!.Count));
        Assert.Equal((Salon.At("12:00"), mint.Katya), ((await salon.ReadAsync(listed[0].OrderId)).Start, (await salon.ReadAsync(listed[0].OrderId)).Resources[0].ResourceId));
        Assert.NotEmpty(await salon.TimesAsync(mint.Consultation, mint.Katya));
        // By the rules of a work order: not into time that is closed, nor to somebody who does not do it.
        var closed = choices[0] with { To = new(mint.Katya, "", Salon.At("15:00")) };
        Assert.Equal(RefusalReason.NotWorking, (await Deviate(salon).RunAsync(olga, Days(DeviationKind.NotWorking, null, (mint.Katya, 0)), [closed, choices[1] with { To = null }], Cancel)).Refusals[0].Reason);
        var unable = choices[0] with { To = new(mint.YogaHall, "", Salon.At("15:00")) };
        Assert.Equal(RefusalReason.ServiceNotPerformed, (await Deviate(salon).RunAsync(olga, Days(DeviationKind.NotWorking, null, (mint.Katya, 0)), [unable, choices[1] with { To = null }], Cancel)).Refusals[0].Reason);
    }

    [Theory, OnBothDatabases]
    public async Task A_room_that_is_closed_lists_whom_it_was_for(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, olga) = (salon.Company, await salon.MemberAsync(StaffRole.Owner));
        await salon.BookAsync(mint.Massage, mint.Katya, "12:00");
        await salon.BookAsync(mint.Haircut, mint.Anna, "12:00");
        var visit = Assert.Single(await ListedAsync(salon, olga, mint.Room));
        Assert.Equal("Екатерина Белова, Кабинет 1", visit.Resources);
        Assert.All(visit.Offers, offer => Assert.True(offer.Start >= Salon.At("10:00", day: 1)));
    }

    [Theory, OnBothDatabases]
    public async Task A_specialist_and_another_company_change_nothing(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var mint = salon.Company;
        var other = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "other");
        var form = Days(DeviationKind.NotWorking, null, (mint.Katya, 0));

        foreach (var stranger in new[] { await salon.MemberAsync(StaffRole.Specialist, mint.Katya), salon.Olga(), (await salon.MemberAsync(StaffRole.Manager)) with { CompanyId = other.Id } })
            Assert.Equal([new Refusal(RefusalReason.ManagementOnly)], (await Deviate(salon).RunAsync(stranger, form, cancel: Cancel)).Refusals);
        var olga = await salon.MemberAsync(StaffRole.Owner);
        Assert.Equal([new Refusal(RefusalReason.ResourceUnknown, "days")], (await Deviate(salon).RunAsync(olga, Days(DeviationKind.NotWorking, null, (mint.Katya, 0), (9999, 0)), cancel: Cancel)).Refusals);
        await using var db = salon.Use<Databases>().Open();
        Assert.Empty(await db.ScheduleDeviations.IgnoreQueryFilters().ToListAsync(Cancel));
    }

    private static DeviateFromSchedule Deviate(Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());

    private static DeviationForm Days(DeviationKind kind, string? hours, params (int Resource, int Day)[] days) =>
        new([.. days.Select(one => new ResourceDay(one.Resource, Monday.PlusDays(one.Day)))], kind, hours);

    /// <summary>What is booked with the resource on that Monday, as it is listed before it does not work.</summary>
    private static async Task<IReadOnlyList<AffectedVisit>> ListedAsync(Salon salon, SignedInMember member, int resource) =>
        Assert.Single((await Deviate(salon).RunAsync(member, Days(DeviationKind.NotWorking, null, (resource, 0)), cancel: Cancel)).Refusals).Affected!;

    private static (int, string) Shown(VisitOffer offer) => (offer.ResourceId, offer.Start.InZone(Salon.Zone).ToString("HH:mm dd", null));

    /// <summary>Katya's times on that Monday as another node offers them.</summary>
    private static async Task<IReadOnlyList<string>> TimesAsync(ServiceProvider node, Salon salon)
    {
        var snapshot = await node.GetRequiredService<CompanySnapshots>().GetAsync(salon.Company.Id, Cancel);
        var choice = Choice.Of(snapshot.Catalogue, [salon.Company.Consultation], salon.Company.Katya).Value;
        return [.. snapshot.Slots(choice, Monday, Monday, salon.Now).Select(start => start.InZone(Salon.Zone).ToString("HH:mm", null))];
    }
}
