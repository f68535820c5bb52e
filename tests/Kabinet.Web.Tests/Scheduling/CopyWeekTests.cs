using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Scheduling;

public class CopyWeekTests(PostgresCluster postgres)
{
    private static readonly LocalDate Monday = Salon.Monday;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_real_hours_of_the_week_before_become_deviations_where_the_schedule_says_otherwise(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (mint, olga) = (salon.Company, await salon.MemberAsync(StaffRole.Owner));
        await DeviateAsync(salon, olga, DeviationKind.NotWorking, null, new(mint.Katya, Monday), new(mint.Anna, Monday.PlusDays(9)));
        await DeviateAsync(salon, olga, DeviationKind.OtherHours, "10-14", new ResourceDay(mint.Katya, Monday.PlusDays(5)));
        var visit = (await salon.BookAsync(Salon.Form(mint.Haircut, mint.Katya, Salon.At("12:00", day: 7)))).Value;

        // Any day of the week means the week; what is booked there is listed as ever.
        ResourceDay[] chosen = [new(mint.Katya, Monday.PlusDays(9)), new(mint.Anna, Monday.PlusDays(9))];
        var refusal = Assert.Single((await Copy(salon).RunAsync(olga, chosen, cancel: Cancel)).Refusals);
        Assert.Equal(visit.Id, Assert.Single(refusal.Affected!).OrderId);
        Assert.Equal(14, (await Copy(salon).RunAsync(olga, chosen, [new(visit.Id, refusal.Affected![0].Revision, null)], Cancel)).Value);
        await using var db = salon.Db();
        var written = await db.ScheduleDeviations.AsNoTracking().Where(one => one.Date >= Monday.PlusDays(7)).OrderBy(one => one.Date).ToListAsync(Cancel);
        Assert.Equal([(mint.Katya, 9, ""), (mint.Katya, 14, "10:00–14:00")], written.Select(one => (one.ResourceId, one.Date.Day, TypedHours.Of(one.Intervals))));
    }

    [Theory, OnBothDatabases]
    public async Task Two_weeks_strangers_and_no_days_are_refused(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (katya, olga) = (salon.Company.Katya, await salon.MemberAsync(StaffRole.Owner));
        Assert.Equal([new Refusal(RefusalReason.SeveralWeeks, "days")], (await Copy(salon).RunAsync(olga, [new(katya, Monday), new(katya, Monday.PlusDays(7))], cancel: Cancel)).Refusals);
        Assert.Equal([new Refusal(RefusalReason.DaysMissing, "days")], (await Copy(salon).RunAsync(olga, [], cancel: Cancel)).Refusals);
        Assert.Equal([new Refusal(RefusalReason.DateInvalid, "days")], (await Copy(salon).RunAsync(olga, [new(katya, LocalDate.MinIsoValue)], cancel: Cancel)).Refusals);
        Assert.Equal([new Refusal(RefusalReason.ResourceUnknown, "days")], (await Copy(salon).RunAsync(olga, [new(9999, Monday)], cancel: Cancel)).Refusals);
        Assert.Equal([new Refusal(RefusalReason.ManagementOnly)], (await Copy(salon).RunAsync(await salon.MemberAsync(StaffRole.Specialist, katya), [new(katya, Monday)], cancel: Cancel)).Refusals);
    }

    private static CopyWeek Copy(Salon salon) => new(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>());

    private static async Task DeviateAsync(Salon salon, SignedInMember member, DeviationKind kind, string? hours, params ResourceDay[] days) =>
        Assert.Empty((await new DeviateFromSchedule(salon.Use<CompanyWork>(), salon.Use<CompanySnapshots>(), salon.Use<IClock>()).RunAsync(member, new(days, kind, hours), cancel: Cancel)).Refusals);
}
