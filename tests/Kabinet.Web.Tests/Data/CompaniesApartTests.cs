using Kabinet.Companies;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Kabinet.Web.Tests.Data;

public class CompaniesApartTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Whatever_a_company_owns_is_filtered_by_it_and_keyed_by_it_first(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var db = salon.Db();
        var owned = db.Model.GetEntityTypes().Where(type => typeof(IOwned).IsAssignableFrom(type.ClrType)).ToList();

        Assert.True(owned.Count >= 21);
        Assert.All(owned, type => Assert.NotNull(type.FindDeclaredQueryFilter(AppDb.OfCompany)));
        Assert.All(owned, type => Assert.Equal(nameof(IOwned.CompanyId), type.FindPrimaryKey()!.Properties[0].Name));
        Assert.All(owned, type => Assert.True(type.FindPrimaryKey()!.Properties.Count > 1));
        Assert.All(owned.SelectMany(type => type.GetForeignKeys()).Where(key => typeof(IOwned).IsAssignableFrom(key.PrincipalEntityType.ClrType)),
            key => Assert.Equal((nameof(IOwned.CompanyId), nameof(IOwned.CompanyId)), (key.Properties[0].Name, key.PrincipalKey.Properties[0].Name)));
    }

    [Theory, OnBothDatabases]
    public async Task Companies_with_the_same_ids_see_only_their_own(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        var other = await TestCompany.CreateAsync(salon.Use<Databases>(), salon.Now, "other");
        Assert.Equal(salon.Company.Anna, other.Anna);
        var maria = Salon.Client();
        var form = Salon.Form(salon.Company.Haircut, salon.Company.Anna, Salon.At("12:00"));

        var here = await salon.BookAsync(form, maria);
        var there = await salon.Use<BookAppointment>().RunAsync(other.Id, form, maria, Cancel);

        Assert.Equal(here.Value.Id, there.Value.Id);
        Assert.NotEqual(here.Value.CompanyId, there.Value.CompanyId);
        foreach (var company in (int[])[salon.Company.Id, other.Id])
        {
            await using var db = salon.Use<Databases>().Open(company);
            Assert.Equal(company, (await db.WorkOrders.Include(order => order.Resources).SingleAsync(Cancel)).Resources.Single().CompanyId);
            Assert.Equal(company, (await db.Customers.SingleAsync(Cancel)).CompanyId);
            Assert.Equal(company, (await db.OccupiedRanges.SingleAsync(Cancel)).CompanyId);
        }
        await salon.Use<CancelBooking>().RunAsync(other.Id, there.Value.Id, CancelBooking.Reasons[0], maria, Cancel);
        await using var mine = salon.Db();
        Assert.Equal(1, await mine.OccupiedRanges.CountAsync(Cancel));
        await using var nobody = salon.Use<Databases>().Open();
        Assert.Equal(0, await nobody.WorkOrders.CountAsync(Cancel));
        Assert.Equal(2, await nobody.WorkOrders.IgnoreQueryFilters([AppDb.OfCompany]).CountAsync(Cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_context_that_was_a_companys_is_nobodys_when_it_is_opened_again(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        AppDb used;
        await using (used = salon.Db())
        {
            Assert.NotEqual(0, await used.Resources.CountAsync(Cancel));
            used.Add(new ServiceGroup(salon.Company.Id, 1000, "Недописанное", 9));
        }

        await using var again = salon.Use<Databases>().Open();

        Assert.Same(used, again);
        Assert.Equal(0, await again.Resources.CountAsync(Cancel));
        Assert.Empty(again.ChangeTracker.Entries());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
