using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.Data.Demo;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kabinet.Web.Tests.Data;

public class DemoCompanyTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task The_demo_salon_is_busy_today_with_times_left(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await DemoAsync(database);
        var now = Salon.At("12:20");

        var snapshot = (await node.GetRequiredService<CompanySnapshots>().FindAsync("mint", Cancel))!;

        var haircut = Choice.Of(snapshot.Catalogue, [snapshot.Catalogue.Services[0].Id], null).Value;
        Assert.NotEmpty(snapshot.Slots(haircut, Salon.Monday, Salon.Monday.PlusDays(3), now));
        var works = snapshot.Catalogue.Resources.Where(resource => resource.IsOfferedOnline).ToList();
        Assert.Equal(7, works.Count);
        Assert.True(works.Count(resource => snapshot.BusyOn(resource, Salon.Monday).TotalHours > 2) >= 4);
        Assert.Equal((30, 6), (snapshot.Catalogue.Services.Count, snapshot.Catalogue.Groups.Count));
        Assert.All(works, resource => Assert.NotNull(snapshot.NearestOf(resource, now)));
    }

    [Theory, OnBothDatabases]
    public async Task Its_orders_are_in_every_state_paid_and_unpaid_on_time_and_overdue(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await DemoAsync(database);
        await using var db = node.GetRequiredService<Databases>().Open(1);

        var orders = await db.WorkOrders.OrderBy(order => order.Number).ToListAsync(Cancel);

        Assert.All(Enum.GetValues<OrderStatus>(), status => Assert.Contains(orders, order => order.Status == status));
        Assert.Contains(orders, order => order.IsOverdue(Salon.At("12:20")));
        Assert.Contains(orders, order => order.Paid == order.Sum);
        Assert.Contains(orders, order => order.Paid > Money.Zero && order.Paid < order.Sum);
        Assert.Contains(orders, order => order is { Status: OrderStatus.Completed, Paid.Kopecks: 0 });
        Assert.Contains(orders, order => order.Comment.Length > 0);
        Assert.Equal(orders.Select(order => order.Created).Order(), orders.Select(order => order.Created));
        Assert.All(orders, order => Assert.True(order.Created <= Salon.At("12:20") && order.Created < order.Start));
        Assert.Empty(await WorkOrders.OccupiedTime.FaultsAsync(db, Cancel));
        Assert.All(await db.Customers.Select(customer => customer.Phone).ToListAsync(Cancel), phone => Assert.Equal(phone, Phones.Normalise(phone)));
        Assert.Equal(40, await db.Customers.CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task It_is_made_once_with_people_who_can_sign_in(Store store)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        await using var node = await DemoAsync(database);
        await node.GetRequiredService<DemoCompany>().CreateAsync(Cancel);
        await using var db = node.GetRequiredService<Databases>().Open(1);

        var signIns = await node.GetRequiredService<DemoCompany>().SignInsAsync(Cancel);

        Assert.Equal(["garage", "mint"], await db.Companies.Select(company => company.Slug).Order().ToListAsync(Cancel));
        Assert.Equal(4, signIns.Count);
        var owner = await db.Users.SingleAsync(user => user.Email == signIns[0].Email, Cancel);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<StaffUser>().VerifyHashedPassword(owner, owner.PasswordHash!, signIns[0].Password));
        Assert.Equal(StaffRole.Owner, (await db.StaffMembers.SingleAsync(member => member.UserId == owner.Id, Cancel)).Role);
    }

    private static async Task<ServiceProvider> DemoAsync(TestDatabase database)
    {
        var node = Salon.Node(database.Choice, new FakeTimeProvider(Salon.At("12:20").ToDateTimeOffset()));
        await node.GetRequiredService<StartUp>().RunAsync(Cancel);
        await node.GetRequiredService<DemoCompany>().CreateAsync(Cancel);
        return node;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
