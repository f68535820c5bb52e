using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.FirstSteps;
using Kabinet.OnlineBooking;
using Kabinet.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.FirstSteps;

public class FirstStepsTests(PostgresCluster postgres)
{
    private static readonly bool[] FiveDays = [true, true, true, true, true, false, false];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Trade.Beauty)]
    [InlineData(Trade.Medicine)]
    [InlineData(Trade.CarService)]
    [InlineData(Trade.Repair)]
    [InlineData(Trade.Tutoring)]
    public void Each_trade_has_a_list_that_may_be_offered_as_it_stands(Trade trade)
    {
        var list = ReadyServices.Of(trade);

        Assert.InRange(list.Count, 15, 25);
        Assert.InRange(list.Select(one => one.Group).Distinct().Count(), 3, 4);
        Assert.Equal(list.Count, list.Select(one => one.Name).Distinct().Count());
        Assert.All(list, one => Assert.Empty(new ServiceForm(one.Name, "", null, one.Price, one.Duration, 0, 0, [], []).Check()));
    }

    [Theory, OnBothDatabases]
    public async Task Services_people_and_hours_are_what_a_client_books(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (offer, take) = (new OfferServices(salon.Use<CompanyWork>()), new TakeOnPeople(salon.Use<CompanyWork>()));

        Assert.Equal(2, (await offer.RunAsync(salon.Olga(), [new("Ногти", "Маникюр", 90, 2200), new("ногти ", "Педикюр", 105, null)], Cancel)).Value);
        await using var db = salon.Db();
        var group = await db.ServiceGroups.SingleAsync(one => one.Name == "Ногти", Cancel);
        var services = await db.Services.Where(one => one.GroupId == group.Id).OrderBy(one => one.Position).ToListAsync(Cancel);
        Assert.Equal(["Маникюр", "Педикюр"], services.Select(one => one.Name));

        var week = new UsualWeek(FiveDays, "10-19", "14:00–15:00");
        Assert.Equal(2, (await take.RunAsync(salon.Olga(), [new("Вера", "Мастер", [services[0].Id]), new("Зоя", "", [services[0].Id, services[1].Id])], week, Cancel)).Value);
        Assert.Equal(1, (await take.RunAsync(salon.Olga(), [new("Нина", "", [services[0].Id])], week, Cancel)).Value);

        var catalogue = (await salon.Use<CompanySnapshots>().GetAsync(salon.Company.Id, Cancel)).Catalogue;
        Assert.Equal(["Вера", "Зоя", "Нина"], catalogue.OfferedPerformers(catalogue.Service(services[0].Id)!).Select(one => one.Name));
        var vera = catalogue.Resources.Single(one => one.Name == "Вера");
        var times = await salon.TimesAsync(services[0].Id, vera.Id);
        Assert.Contains("12:30", times);
        Assert.DoesNotContain("13:00", times);
        Assert.Contains("15:00", times);
        // Three people of one week share one schedule.
        Assert.Equal(["Пн–Пт 10:00–19:00, перерыв 14:00–15:00"], await db.WorkSchedules.Where(one => one.Name.StartsWith("Пн")).Select(one => one.Name).ToListAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_names_its_row_and_nothing_is_written(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var (offer, take) = (new OfferServices(salon.Use<CompanyWork>()), new TakeOnPeople(salon.Use<CompanyWork>()));

        var services = await offer.RunAsync(salon.Olga(), [new("Ногти", "Маникюр", 90, 2200), new("Ногти", " ", 0, -1)], Cancel);
        var people = await take.RunAsync(salon.Olga(), [new("Вера", "", [salon.Company.Haircut]), new("", "", []), new("Зоя", "", [99_999])], new UsualWeek(FiveDays, "10-19", "18:30-20"), Cancel);

        Assert.Equal([(RefusalReason.NameEmpty, "services.1.name"), (RefusalReason.PriceInvalid, "services.1.price"), (RefusalReason.DurationInvalid, "services.1.duration")], Of(services));
        Assert.Equal(
            [(RefusalReason.BreakOutside, "break"), (RefusalReason.NameEmpty, "people.1.name"), (RefusalReason.NoServiceChosen, "people.1.services"), (RefusalReason.ServiceUnknown, "people.2.services")],
            Of(people));
        await using var db = salon.Db();
        Assert.False(await db.ServiceGroups.AnyAsync(Cancel));
        Assert.False(await db.Resources.AnyAsync(one => one.Name == "Вера", Cancel));
    }

    [Theory]
    [InlineData("", "", RefusalReason.ScheduleEmpty)]
    [InlineData("утром", "", RefusalReason.HoursUnreadable)]
    [InlineData("10-19", "9-11", RefusalReason.BreakOutside)]
    [InlineData("10-19", "10-11", RefusalReason.BreakOutside)]
    public void A_week_without_hours_or_with_a_break_outside_them_is_refused(string hours, string pause, RefusalReason reason) =>
        Assert.Equal(reason, new UsualWeek(FiveDays, hours, pause).Check().Refusals[0].Reason);

    [Fact]
    public void Days_apart_are_named_one_by_one() =>
        Assert.Equal("Пн, Ср, Пт 9:00–18:00", new UsualWeek([true, false, true, false, true, false, false], "9-18", "").Check().Value.Name);

    private static List<(RefusalReason, string)> Of<T>(Outcome<T> outcome) => [.. outcome.Refusals.Select(refusal => (refusal.Reason, refusal.Field))];
}
