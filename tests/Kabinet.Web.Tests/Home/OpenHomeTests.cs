using Kabinet.Data;
using Kabinet.Home;
using Kabinet.OnlineBooking;
using Kabinet.Resources;
using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit;

namespace Kabinet.Web.Tests.Home;

public class OpenHomeTests(PostgresCluster postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task It_says_what_comes_what_waits_how_full_the_day_is_and_what_the_week_brought(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (anna, katya) = (salon.Company.Anna, salon.Company.Katya);
        var done = (await salon.BookAsync(salon.Company.Haircut, anna, "10:00")).Value;
        var coming = (await salon.BookAsync(salon.Company.Haircut, anna, "16:00")).Value;
        var katyas = (await salon.BookAsync(salon.Company.Haircut, katya, "12:00")).Value;
        await salon.EnterAsync(done, OrderStatus.Completed);
        salon.Clock.Advance(TimeSpan.FromHours(2));

        var olgas = await OpenAsync(salon, salon.Olga());
        Assert.Equal([katyas.Id, coming.Id], olgas.Coming.Select(row => row.Order.Id));
        Assert.Equal([done.Id], olgas.Over.Select(row => row.Order.Id));
        Assert.Equal(new Attention(New: 2, Overdue: 0, Unpaid: 1, FailedMessages: 0), olgas.Attention);
        Assert.Equal(Money.Rubles(2500), olgas.WeekSum);
        Assert.Equal((Salon.Monday, Money.Rubles(2500)), (olgas.Week[0].Date, olgas.Week[0].Sum));
        var load = olgas.Loads.Single(one => one.Name == "Анна Соколова");
        Assert.Equal((Duration.FromHours(2), Duration.FromHours(9), 22), (load.Busy, load.Working, load.Percent));

        // Anna sees what is hers.
        var annas = await OpenAsync(salon, salon.Anna());
        Assert.Equal([coming.Id], annas.Coming.Select(row => row.Order.Id));
        Assert.Equal(["Анна Соколова"], annas.Loads.Select(one => one.Name));
    }

    [Theory, OnBothDatabases]
    public async Task A_schedule_that_ends_soon_waits_for_those_who_run_the_company(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using (var db = salon.Db())
        {
            var hours = new Dictionary<LocalDate, IReadOnlyList<WorkingInterval>> { [Salon.Monday.PlusDays(3)] = [WorkingInterval.Between(new LocalTime(9, 0), new LocalTime(17, 0))] };
            db.Add(new NamedSchedule(salon.Company.Id, 9001, "До четверга", new CalendarSchedule(hours)));
            (await db.Resources.SingleAsync(one => one.Id == salon.Company.Anna, Cancel)).Assign(9001, Salon.Monday);
            await db.SaveChangesAsync(Cancel);
        }

        var ending = Assert.Single((await OpenAsync(salon, salon.Olga())).RunningOut);

        Assert.Equal((salon.Company.Anna, Salon.Monday.PlusDays(3)), (ending.Resource.Id, ending.LastDay));
        Assert.Empty((await OpenAsync(salon, salon.Anna())).RunningOut);
    }

    [Theory, OnBothDatabases]
    public async Task Another_companys_day_is_not_in_it(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        await salon.Use<BookAppointment>().RunAsync(neighbour.Id, Salon.Form(neighbour.Haircut, neighbour.Anna, Salon.At("12:00")), Salon.Client(), Cancel);

        var card = await OpenAsync(salon, salon.Olga());

        Assert.Empty(card.Coming);
        Assert.Equal(new Attention(0, 0, 0, 0), card.Attention);
        Assert.All(card.Loads, load => Assert.Equal(0, load.Percent));
    }

    private static Task<HomeCard> OpenAsync(Salon salon, Kabinet.Staff.SignedInMember member) =>
        new OpenHome(salon.Use<Databases>(), salon.Use<CompanySnapshots>(), salon.List(), salon.Use<IClock>()).RunAsync(member, Cancel);
}
