using Kabinet.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kabinet.Web.Tests.Data;

public class CompanyWatchTests(PostgresCluster postgres)
{
    [Theory, OnBothDatabases]
    public async Task Changes_close_together_are_one_call_and_another_companys_none(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        using var watch = Watch(salon.Use<Databases>(), salon.Use<CompanyChanges>(), salon.Clock);
        var calls = 0;
        using var page = watch.Start(salon.Company.Id, () => { calls++; return Task.CompletedTask; });
        using var other = watch.Start(salon.Company.Id + 1, () => throw new InvalidOperationException("Not asked for"));

        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "16:00");
        Assert.Equal(0, calls);
        salon.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, calls);

        salon.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, calls);
        page.Dispose();
        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "18:00");
        salon.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, calls);
    }

    [Theory, OnBothDatabases]
    public async Task What_another_node_changed_is_noticed_within_a_second(Store store)
    {
        await using var salon = await Salon.OpenAsync(store, postgres);
        await using var node = Salon.Node(salon.Database.Choice, salon.Clock);
        var clock = new FakeTimeProvider(salon.Clock.GetUtcNow());
        using var watch = Watch(node.GetRequiredService<Databases>(), node.GetRequiredService<CompanyChanges>(), clock);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        var called = new TaskCompletionSource();
        using var page = watch.Start(salon.Company.Id, () => { called.TrySetResult(); return Task.CompletedTask; });

        await salon.BookAsync(salon.Company.Haircut, salon.Company.Anna, "12:00");

        // The clock goes on while the database is asked.
        while (!called.Task.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    private static CompanyWatch Watch(Databases databases, CompanyChanges changes, TimeProvider clock) =>
        new(databases, changes, clock, NullLogger<CompanyWatch>.Instance);
}
