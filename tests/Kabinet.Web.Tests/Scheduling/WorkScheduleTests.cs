using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Scheduling;

public class WorkScheduleTests(PostgresCluster postgres)
{
    private static readonly LocalDate Monday = Salon.Monday;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Every_kind_is_written_and_read_back_as_it_was_typed(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        WorkScheduleForm[] forms =
        [
            new("Пятидневка", ScheduleKind.FiveDay, ["9:00–13:00, 14:00–18:00"]),
            new("Шестидневка", ScheduleKind.SixDay, ["9:00–18:00"]),
            new("По дням", ScheduleKind.Weekly, ["9:00–18:00", "", "12:00–21:00", "", "", "", "10:00–14:00"]),
            new("Сутки через трое", ScheduleKind.Shift, ["9:00–9:00+1", "", "", ""], Monday),
            new("Будни без праздников", ScheduleKind.FiveDay, ["9:00–18:00"], IsOffOnHolidays: true),
            new("Смены без праздников", ScheduleKind.Shift, ["9:00–18:00", ""], Monday, IsOffOnHolidays: true),
            new("Мастер-классы", ScheduleKind.Calendar, [], Dates: new Dictionary<LocalDate, string> { [Monday] = "9:00–18:00", [Monday.PlusDays(9)] = "" }),
        ];
        foreach (var form in forms)
        {
            var made = await Create(salon).RunAsync(salon.Olga(), form, Cancel);
            await using var db = salon.Db();
            Assert.True(WorkScheduleForm.Of(await db.WorkSchedules.SingleAsync(one => one.Id == made.Value.Id, Cancel)).IsSameAs(form), form.Name);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_change_is_offered_at_once_and_does_not_overwrite_somebody_elses(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var mint = salon.Company;
        var seen = await FormOfAsync(salon, mint.Katya);
        Assert.Contains("10:00", await salon.TimesAsync(mint.Consultation, mint.Katya));

        var late = await Change(salon).RunAsync(salon.Olga(), seen.Id, seen.Form, seen.Form with { Days = ["12-20"] }, cancel: Cancel);
        Assert.False(late.IsRefused);
        Assert.Equal("12:00", (await salon.TimesAsync(mint.Consultation, mint.Katya))[0]);

        var stale = await Change(salon).RunAsync(salon.Olga(), seen.Id, seen.Form, seen.Form with { Days = ["8-20"] }, cancel: Cancel);
        Assert.Equal(RefusalReason.ChangedMeanwhile, stale.Refusals[0].Reason);
        Assert.Equal("12:00", (await salon.TimesAsync(mint.Consultation, mint.Katya))[0]);
    }

    [Theory, OnBothDatabases]
    public async Task Without_work_on_holidays_the_cabinet_offers_none_of_them_and_who_is_booked_is_listed(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var mint = salon.Company;
        var seen = await FormOfAsync(salon, mint.Katya);
        // Friday, 1 May.
        var labourDay = (await salon.BookAsync(Salon.Form(mint.Haircut, mint.Katya, Salon.At("12:00", day: 60)))).Value;
        Assert.Equal(["10:00", "10:00"], await FirstTimesAsync(salon, mint.Katya, 59, 60));

        var wanted = seen.Form with { IsOffOnHolidays = true };
        var visit = Assert.Single(Assert.Single((await Change(salon).RunAsync(salon.Olga(), seen.Id, seen.Form, wanted, cancel: Cancel)).Refusals).Affected!);
        Assert.Equal(labourDay.Id, visit.OrderId);
        Assert.False((await Change(salon).RunAsync(salon.Olga(), seen.Id, seen.Form, wanted, [new(visit.OrderId, visit.Revision, null)], Cancel)).IsRefused);
        Assert.Equal(["10:00", null], await FirstTimesAsync(salon, mint.Katya, 59, 60));
    }

    [Theory, OnBothDatabases]
    public async Task An_assignment_holds_from_its_date_and_the_earlier_one_to_the_day_before(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, assign) = (salon.Company, Assign(salon));
        var evenings = (await Create(salon).RunAsync(salon.Olga(), new("Вечера", ScheduleKind.SixDay, ["15-20"]), Cancel)).Value.Id;

        Assert.False((await assign.RunAsync(salon.Olga(), mint.Katya, evenings, Monday.PlusDays(2), cancel: Cancel)).IsRefused);
        Assert.Equal(["10:00", "10:00", "15:00", "15:00"], await FirstTimesAsync(salon, mint.Katya, 0, 1, 2, 5));

        // From a date in between nobody works; what begins later stays.
        Assert.False((await assign.RunAsync(salon.Olga(), mint.Katya, null, Monday.PlusDays(1), cancel: Cancel)).IsRefused);
        Assert.Equal(["10:00", null, "15:00", "15:00"], await FirstTimesAsync(salon, mint.Katya, 0, 1, 2, 5));

        // What is yet to begin is taken back; what holds already is not.
        var withdraw = new WithdrawWorkSchedule(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());
        Assert.False((await withdraw.RunAsync(salon.Olga(), mint.Katya, Monday.PlusDays(1), cancel: Cancel)).IsRefused);
        Assert.Equal(["10:00", "10:00", "15:00", "15:00"], await FirstTimesAsync(salon, mint.Katya, 0, 1, 2, 5));
        Assert.Equal(RefusalReason.AssignmentBegun, (await withdraw.RunAsync(salon.Olga(), mint.Katya, ScheduleAssignment.SinceEver, cancel: Cancel)).Refusals[0].Reason);
    }

    [Theory, OnBothDatabases]
    public async Task A_change_an_assignment_and_its_withdrawal_list_what_is_booked_in_the_time_they_close(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, olga) = (salon.Company, salon.Olga());
        var early = (await salon.BookAsync(mint.Haircut, mint.Katya, "10:00")).Value;
        var next = (await salon.BookAsync(Salon.Form(mint.Haircut, mint.Katya, Salon.At("11:00", day: 7)))).Value;
        var seen = await FormOfAsync(salon, mint.Katya);

        // A name or a longer day closes nothing.
        Assert.False((await Change(salon).RunAsync(olga, seen.Id, seen.Form, seen.Form with { Name = "Весь день", Days = ["8-20"] }, cancel: Cancel)).IsRefused);
        seen = await FormOfAsync(salon, mint.Katya);
        var change = Assert.Single((await Change(salon).RunAsync(olga, seen.Id, seen.Form, seen.Form with { Days = ["12-20"] }, cancel: Cancel)).Refusals);
        Assert.Equal((RefusalReason.TimeBooked, "visits"), (change.Reason, change.Field));
        Assert.Equal([early.Id, next.Id], change.Affected!.Select(visit => visit.OrderId));
        Assert.Equal(["8:00–20:00"], (await FormOfAsync(salon, mint.Katya)).Form.Days);
        VisitChoice[] choices = [new(early.Id, change.Affected![0].Revision, null), new(next.Id, change.Affected[1].Revision, change.Affected[1].Offers[0])];
        Assert.False((await Change(salon).RunAsync(olga, seen.Id, seen.Form, seen.Form with { Days = ["12-20"] }, choices, Cancel)).IsRefused);
        Assert.Equal((Salon.At("10:00"), change.Affected[1].Offers[0].Start), ((await salon.ReadAsync(early.Id)).Start, (await salon.ReadAsync(next.Id)).Start));

        // Whoever stays outside of working time loses nothing any more; the other one does.
        var assigned = Assert.Single((await Assign(salon).RunAsync(olga, mint.Katya, null, Monday.PlusDays(1), cancel: Cancel)).Refusals);
        var visit = Assert.Single(assigned.Affected!);
        Assert.Equal(next.Id, visit.OrderId);
        Assert.False((await Assign(salon).RunAsync(olga, mint.Katya, null, Monday.PlusDays(1), [new(next.Id, visit.Revision, null)], Cancel)).IsRefused);

        // Evenings from the second week on, booked, and taken back.
        var evenings = (await Create(salon).RunAsync(olga, new("Вечера", ScheduleKind.SixDay, ["15-20"]), Cancel)).Value.Id;
        Assert.False((await Assign(salon).RunAsync(olga, mint.Katya, evenings, Monday.PlusDays(7), cancel: Cancel)).IsRefused);
        var evening = (await salon.BookAsync(Salon.Form(mint.Haircut, mint.Katya, Salon.At("18:00", day: 8)))).Value;
        var withdraw = new WithdrawWorkSchedule(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());
        Assert.Equal([evening.Id], Assert.Single((await withdraw.RunAsync(olga, mint.Katya, Monday.PlusDays(7), cancel: Cancel)).Refusals).Affected!.Select(one => one.OrderId));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_the_companys_or_makes_no_sense_is_refused(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, assign) = (salon.Company, Assign(salon));
        var seen = await FormOfAsync(salon, mint.Anna);
        await Change(salon).RunAsync(salon.Olga(), seen.Id, seen.Form, seen.Form with { IsArchived = true }, cancel: Cancel);

        Assert.Equal(RefusalReason.ResourceUnknown, (await assign.RunAsync(salon.Olga(), 999, seen.Id, Monday, cancel: Cancel)).Refusals[0].Reason);
        Assert.Equal(new Refusal(RefusalReason.ScheduleUnknown, "schedule"), (await assign.RunAsync(salon.Olga(), mint.Katya, 999, Monday, cancel: Cancel)).Refusals[0]);
        Assert.Equal(new Refusal(RefusalReason.ScheduleUnknown, "schedule"), (await assign.RunAsync(salon.Olga(), mint.Katya, seen.Id, Monday, cancel: Cancel)).Refusals[0]);
        Assert.Equal(new Refusal(RefusalReason.DateInvalid, "from"), (await assign.RunAsync(salon.Olga(), mint.Katya, null, LocalDate.MaxIsoValue, cancel: Cancel)).Refusals[0]);
        Assert.Equal(
            [new(RefusalReason.NameEmpty, "name"), new(RefusalReason.DateInvalid, "start"), new(RefusalReason.CycleInvalid, "cycle")],
            (await Create(salon).RunAsync(salon.Olga(), new(" ", ScheduleKind.Shift, []), Cancel)).Refusals);
        Assert.Equal(
            [new Refusal(RefusalReason.ScheduleEmpty, "days")], (await Create(salon).RunAsync(salon.Olga(), new("Пусто", ScheduleKind.Shift, ["", ""], Monday), Cancel)).Refusals);
        Assert.Equal(
            [new(RefusalReason.FinishBeforeStart, "days.1"), new(RefusalReason.HoursOverlap, "days.6")],
            (await Create(salon).RunAsync(salon.Olga(), new("Неделя", ScheduleKind.Weekly, ["9-18", "18-9", "", "", "", "", "9-13 12-14"]), Cancel)).Refusals);
    }

    private static CreateWorkSchedule Create(Salon salon) => new(salon.Use<CompanyWork>());
    private static ChangeWorkSchedule Change(Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());
    private static AssignWorkSchedule Assign(Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());

    private static async Task<(int Id, WorkScheduleForm Form)> FormOfAsync(Salon salon, int resourceId)
    {
        await using var db = salon.Db();
        var id = (await db.Resources.SingleAsync(one => one.Id == resourceId, Cancel)).ScheduleOn(Monday)!.Value;
        return (id, WorkScheduleForm.Of(await db.WorkSchedules.SingleAsync(one => one.Id == id, Cancel)));
    }

    /// <summary>The first time offered on each of the days after that Monday; null: none.</summary>
    private static async Task<List<string?>> FirstTimesAsync(Salon salon, int resourceId, params int[] days)
    {
        var snapshot = await salon.Use<CompanySnapshots>().GetAsync(salon.Company.Id, Cancel);
        var choice = Choice.Of(snapshot.Catalogue, [salon.Company.Consultation], resourceId).Value;
        return [.. days.Select(day => snapshot.Slots(choice, Monday.PlusDays(day), Monday.PlusDays(day), salon.Now)).Select(starts => starts.Count == 0 ? null : starts[0].InZone(Salon.Zone).ToString("HH:mm", null))];
    }
}
