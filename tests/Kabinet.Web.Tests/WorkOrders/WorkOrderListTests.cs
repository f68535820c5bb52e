using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.WorkOrders;

public class WorkOrderListTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Every_filter_narrows_the_list(Store store)
    {
        await using var salon = await OpenAtWorkAsync(store);
        var maria = await CustomerAsync(salon, "Мария");

        Assert.Equal("1,4", await NumbersAsync(salon, new() { CustomerId = maria }));
        Assert.Equal("2", await NumbersAsync(salon, new() { StateId = await salon.StateAsync(OrderStatus.InProgress) }));
        Assert.Equal("1,3", await NumbersAsync(salon, new() { ResourceId = salon.Company.Anna }));
        Assert.Equal("4", await NumbersAsync(salon, new() { ResourceId = salon.Company.Room }));
        Assert.Equal("1,2", await NumbersAsync(salon, new() { ServiceId = salon.Company.Haircut }));
        Assert.Equal("3,4", await NumbersAsync(salon, new() { From = Salon.Monday.PlusDays(1) }));
        Assert.Equal("1,2,3,5", await NumbersAsync(salon, new() { To = Salon.Monday.PlusDays(1) }));
        Assert.Equal("1,2,4,5", await NumbersAsync(salon, new() { Actuality = Actuality.NotClosed }));
        Assert.Equal("3", await NumbersAsync(salon, new() { Actuality = Actuality.Closed }));
        Assert.Equal("4,5", await NumbersAsync(salon, new() { Payment = PaymentLevel.Paid }));
        Assert.Equal("2", await NumbersAsync(salon, new() { Payment = PaymentLevel.Partly }));
        Assert.Equal("1,3", await NumbersAsync(salon, new() { Payment = PaymentLevel.NotPaid }));
        Assert.Equal("5", await NumbersAsync(salon, new() { Source = OrderSource.Staff }));
        Assert.Equal("1", await NumbersAsync(salon, new() { CustomerId = maria, ServiceId = salon.Company.Haircut, Payment = PaymentLevel.NotPaid }));
    }

    [Theory, OnBothDatabases]
    public async Task Ready_made_views_hold_what_they_say_and_count_it(Store store)
    {
        await using var salon = await OpenAtWorkAsync(store);

        Assert.Equal("4", await NumbersAsync(salon, new() { View = OrderView.New }));
        Assert.Equal("1,2,5", await NumbersAsync(salon, new() { View = OrderView.Today }));
        Assert.Equal("2", await NumbersAsync(salon, new() { View = OrderView.InProgress }));
        Assert.Equal("1,2,5", await NumbersAsync(salon, new() { View = OrderView.Overdue }));
        Assert.Equal("1,2", await NumbersAsync(salon, new() { View = OrderView.Unpaid }));
        Assert.Equal(new ViewCounts(New: 1, Today: 3, InProgress: 1, Overdue: 3, Unpaid: 2), (await PageAsync(salon, new() { CustomerId = -1 })).Views);
    }

    [Theory, OnBothDatabases]
    public async Task Search_knows_numbers_names_phones_and_comments_in_any_case(Store store)
    {
        await using var salon = await OpenAtWorkAsync(store);

        Assert.Equal("1,4", await NumbersAsync(salon, new() { Search = "МАРИЯ" }));
        Assert.Equal("3", await NumbersAsync(salon, new() { Search = "№3" }));
        Assert.Equal("2", await NumbersAsync(salon, new() { Search = "8 (916) 000-00-02" }));
        Assert.Equal("3", await NumbersAsync(salon, new() { Search = "аллергия пётр" }));
        Assert.Equal("", await NumbersAsync(salon, new() { Search = "100%" }));
    }

    [Theory, OnBothDatabases]
    public async Task Every_column_sorts_both_ways(Store store)
    {
        await using var salon = await OpenAtWorkAsync(store);

        foreach (var column in Enum.GetValues<OrderColumn>())
        {
            var up = await SortedAsync(salon, column, isDescending: false);
            Assert.Equal(up.Split(',').Reverse(), (await SortedAsync(salon, column, isDescending: true)).Split(','));
        }
        Assert.Equal("1,4,2,5,3", await SortedAsync(salon, OrderColumn.Customer, isDescending: false));
        Assert.Equal("3,4,2,1,5", await SortedAsync(salon, OrderColumn.Sum, isDescending: true));
        Assert.Equal("1,5,2,3,4", await SortedAsync(salon, OrderColumn.Start, isDescending: false));
        Assert.Equal("1,4,5,2,3", await SortedAsync(salon, OrderColumn.State, isDescending: false));
    }

    [Theory, OnBothDatabases]
    public async Task Pages_and_totals_come_from_the_database(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await salon.Use<CompanyWork>().ChangeAsync<bool>(salon.Company.Id, async (db, company) =>
        {
            var customer = new Customer(company.Id, company.TakeId(), "Мария", null, null, salon.Now);
            var state = await db.OrderStates.FirstAsync(one => one.Status == OrderStatus.Open, TestContext.Current.CancellationToken);
            var haircut = await db.Services.SingleAsync(service => service.Id == salon.Company.Haircut, TestContext.Current.CancellationToken);
            db.Add(customer);
            for (var i = 0; i < 120; i++)
            {
                var order = new WorkOrder(company.Id, company.TakeId(), company.TakeOrderNumber(), OrderSource.Staff, customer, state, salon.Now);
                order.Schedule([haircut], Salon.At("10:00", i), salon.Company.Anna, []);
                db.Add(order);
            }
            return true;
        }, TestContext.Current.CancellationToken);

        var last = await PageAsync(salon, new() { Sort = OrderColumn.Number, IsDescending = false, Page = 3 });
        Assert.Equal((120, 3, 3, 20, 101), (last.Count, last.PageCount, last.Number, last.Rows.Count, last.Rows[0].Order.Number));
        Assert.Equal(Money.Rubles(120 * 2500), last.Sum);
        Assert.Equal(3, (await PageAsync(salon, new() { Page = 9 })).Number);
    }

    [Theory, OnBothDatabases]
    public async Task The_cancelled_are_not_added_up(Store store)
    {
        await using var salon = await OpenAtWorkAsync(store);

        var page = await PageAsync(salon, new());

        Assert.Equal((5, Money.Rubles(2500 + 2500 + 3000), Money.Rubles(1000 + 3000)), (page.Count, page.Sum, page.Paid));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_sees_another_companys_orders_nor_a_specialist_anothers(Store store)
    {
        await using var salon = await OpenAtWorkAsync(store);
        var neighbour = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "neighbour");
        var stranger = new SignedInMember(neighbour.Id, Guid.NewGuid(), "Чужая", StaffRole.Owner, null);
        var nobody = salon.Anna() with { ResourceId = null };

        Assert.Equal(0, (await PageAsync(salon, new(), stranger)).Count);
        Assert.Equal("1,3", Numbers(await PageAsync(salon, new(), salon.Anna())));
        Assert.Equal(0, (await PageAsync(salon, new(), nobody)).Count);
        var order = (await PageAsync(salon, new())).Rows[0].Order;
        Assert.Null(await new OpenWorkOrder(salon.Use<Databases>()).RunAsync(stranger, order.Id, TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task A_specialist_finds_only_the_customers_of_the_orders_that_he_sees(Store store)
    {
        await using var salon = await OpenAtWorkAsync(store);
        var customers = new FindCustomers(salon.Use<Databases>());
        var all = (await PageAsync(salon, new())).Rows;
        var annas = (await PageAsync(salon, new(), salon.Anna())).Rows.Select(row => row.Order.CustomerId).ToHashSet();
        var other = all.First(row => !annas.Contains(row.Order.CustomerId));
        var own = all.First(row => annas.Contains(row.Order.CustomerId));

        Assert.NotEmpty(await customers.RunAsync(salon.Olga(), other.Customer, TestContext.Current.CancellationToken));
        Assert.Empty(await customers.RunAsync(salon.Anna(), other.Customer, TestContext.Current.CancellationToken));
        Assert.Null(await customers.NameAsync(salon.Anna(), other.Order.CustomerId, TestContext.Current.CancellationToken));
        Assert.Equal(own.Customer, await customers.NameAsync(salon.Anna(), own.Order.CustomerId, TestContext.Current.CancellationToken));
    }

    /// <summary>
    /// Monday, 13:00. 1: Maria's haircut by Anna at 10:00, forgotten; 2: Nina's by Katya at 11:00, in work, partly paid; 3: Pyotr's
    /// colouring by Anna tomorrow, cancelled; 4: Maria's massage by Katya the day after, paid; 5: a consultation that staff wrote down for Olga.
    /// </summary>
    private async Task<Salon> OpenAtWorkAsync(Store store)
    {
        var salon = await Salon.OpenAsync(store, postgres);
        var it = salon.Company;
        var one = await salon.BookAsync(Salon.Form(it.Haircut, it.Anna, Salon.At("10:00")));
        var two = await salon.BookAsync(Salon.Form(it.Haircut, it.Katya, Salon.At("11:00"), "+7 916 000-00-02", "Нина"));
        var three = await salon.BookAsync(Salon.Form(it.Colouring, it.Anna, Salon.At("15:15", 1), "+7 916 000-00-03", "Пётр") with { Comment = "Аллергия на аммиак" });
        var four = await salon.BookAsync(Salon.Form(it.Massage, it.Katya, Salon.At("12:00", 2)));
        await WriteDownAsync(salon);
        Assert.False((await salon.EnterAsync(two.Value, OrderStatus.InProgress)).IsRefused);
        await salon.ReceiveAsync(two.Value, 1000);
        Assert.False((await salon.EnterAsync(three.Value, OrderStatus.Cancelled, ChangeOrderStateReason)).IsRefused);
        await salon.ReceiveAsync(four.Value, 3000);
        Assert.Equal([1, 2, 3, 4], new[] { one, two, three, four }.Select(order => order.Value.Number));
        salon.Clock.Advance(TimeSpan.FromHours(4));
        return salon;
    }

    private static readonly string ChangeOrderStateReason = ChangeOrderState.Reasons[0];

    private static Task<Outcome<bool>> WriteDownAsync(Salon salon) => salon.Use<CompanyWork>().ChangeAsync<bool>(salon.Company.Id, async (db, company) =>
    {
        var customer = new Customer(company.Id, company.TakeId(), "Ольга", null, null, salon.Now);
        var order = new WorkOrder(company.Id, company.TakeId(), company.TakeOrderNumber(), OrderSource.Staff, customer,
            await db.OrderStates.FirstAsync(state => state.Status == OrderStatus.Open), salon.Now);
        order.Schedule([await db.Services.SingleAsync(service => service.Id == salon.Company.Consultation)], Salon.At("10:30"), salon.Company.Katya, []);
        db.AddRange(customer, order);
        return true;
    });

    private static async Task<int> CustomerAsync(Salon salon, string name)
    {
        await using var db = salon.Db();
        return await db.Customers.Where(customer => customer.Name == name).Select(customer => customer.Id).SingleAsync();
    }

    private static async Task<OrderPage> PageAsync(Salon salon, WorkOrderFilter filter, SignedInMember? member = null)
    {
        member ??= salon.Olga();
        return await salon.List().PageAsync(member, filter, (await salon.Use<CompanySnapshots>().GetAsync(member.CompanyId)).Catalogue);
    }

    private static async Task<string> NumbersAsync(Salon salon, WorkOrderFilter filter) => Numbers(await PageAsync(salon, filter));

    private static string Numbers(OrderPage page) => string.Join(',', page.Rows.Select(row => row.Order.Number).Order());

    private static async Task<string> SortedAsync(Salon salon, OrderColumn column, bool isDescending) =>
        string.Join(',', (await PageAsync(salon, new() { Sort = column, IsDescending = isDescending })).Rows.Select(row => row.Order.Number));
}
