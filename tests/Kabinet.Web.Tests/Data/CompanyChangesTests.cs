using Kabinet.Data;
using Xunit;

namespace Kabinet.Web.Tests.Data;

public class CompanyChangesTests(PostgresCluster postgres)
{
    [Fact]
    public async Task A_listener_that_fails_neither_unbooks_a_booking_nor_keeps_it_from_the_others()
    {
        await using var salon = await Salon.OpenAsync(Store.Sqlite, postgres);
        var heard = 0;
        salon.Use<CompanyChanges>().Changed += _ => throw new InvalidOperationException("The page is gone");
        salon.Use<CompanyChanges>().Changed += _ => heard++;

        var booked = await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");

        Assert.False(booked.IsRefused);
        Assert.Equal(1, heard);
    }
}
