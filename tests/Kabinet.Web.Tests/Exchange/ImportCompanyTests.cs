using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kabinet.Web.Tests.Exchange;

public class ImportCompanyTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task A_company_is_there_with_its_orders_and_their_time(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await Imported.NodeAsync(database, Cancel);

        var outcome = await Imported.IntoAsync(node, Imported.File(), Cancel);

        Assert.Empty(outcome.Problems);
        await using var db = node.GetRequiredService<Databases>().Open(outcome.Company!.Id);
        var orders = await db.WorkOrders.Include(order => order.Works).OrderBy(order => order.Number).ToListAsync(Cancel);
        Assert.Equal([(1, "Мария", "+79161234567"), (2, "Пётр", "")], orders.Select(order => (order.Number, order.Contact.Name, order.Contact.Phone)));
        Assert.All(orders, order => Assert.Equal((OrderStatus.Open, Money.Rubles(1500)), (order.Status, order.Sum)));
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, Cancel));
        var snapshot = (await node.GetRequiredService<CompanySnapshots>().FindAsync("barber", Cancel))!;
        var choice = Choice.Of(snapshot.Catalogue, [snapshot.Catalogue.Services[0].Id], snapshot.Catalogue.Resources[0].Id).Value;
        var times = snapshot.Slots(choice, Salon.Monday.PlusDays(1), Salon.Monday.PlusDays(1), Imported.Now).Select(start => start.InZone(Salon.Zone).ToString("HH:mm", null));
        Assert.Equal("13:15", times.First());
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_is_taken_is_refused_and_nothing_is_left(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await Imported.NodeAsync(database, Cancel);
        await Imported.IntoAsync(node, Imported.File(), Cancel);

        var again = await Imported.IntoAsync(node, Imported.File(), Cancel);

        Assert.Null(again.Company);
        Assert.Equal("company.address: there is a company at 'barber' already", Assert.Single(again.Problems).ToString());
        await using var db = node.GetRequiredService<Databases>().Open();
        Assert.Equal((1, 2), (await db.Companies.CountAsync(Cancel), await db.WorkOrders.IgnoreQueryFilters([AppDb.OfCompany]).CountAsync(Cancel)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
