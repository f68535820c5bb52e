using System.Collections.Concurrent;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Kabinet.Web.Tests;

/// <summary>
/// The test company at work: its database, the application's own services without the web, and a clock that the test turns. It is
/// Monday, 2 March 2026, 9:00 in Moscow.
/// </summary>
public sealed class Salon : IAsyncDisposable
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Moscow"];
    public static readonly LocalDate Monday = new(2026, 3, 2);

    // Furnished once and copied for every test: migrations take ten times as long as a copy.
    private static readonly ConcurrentDictionary<Store, Lazy<Task<(TestDatabase.Copy Database, TestCompany Company)>>> Furnished = new();

    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Salon(TestDatabase database, ServiceProvider services, FakeTimeProvider clock, TestCompany company) =>
        (this.database, this.services, Clock, Company) = (database, services, clock, company);

    public FakeTimeProvider Clock { get; }
    public TestCompany Company { get; }
    public TestDatabase Database => database;
    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    public static async Task<Salon> OpenAsync(Store store, PostgresCluster postgres)
    {
        var furnished = await Furnished.GetOrAdd(store, _ => new(() => FurnishAsync(store, postgres))).Value;
        var database = await furnished.Database.CreateAsync();
        var clock = new FakeTimeProvider(At("09:00").ToDateTimeOffset());
        return new Salon(database, Node(database.Choice, clock), clock, furnished.Company);
    }

    /// <summary>A new installation on the same clock: a database without a company, nothing in it yet.</summary>
    public static async Task<Salon> OpenEmptyAsync(Store store, PostgresCluster postgres)
    {
        var database = await TestDatabase.CreateAsync(store, postgres);
        var clock = new FakeTimeProvider(At("09:00").ToDateTimeOffset());
        return new Salon(database, Node(database.Choice, clock), clock, null!);
    }

    private static async Task<(TestDatabase.Copy, TestCompany)> FurnishAsync(Store store, PostgresCluster postgres)
    {
        await using var database = await TestDatabase.CreateAsync(store, postgres);
        var choice = store == Store.Postgres ? DatabaseChoice.Postgres(database.Choice.Connection + ";Pooling=false") : database.Choice;
        await using var services = Node(choice, new FakeTimeProvider(At("09:00").ToDateTimeOffset()));
        await services.GetRequiredService<StartUp>().RunAsync();
        var company = await TestCompany.CreateAsync(services.GetRequiredService<Databases>(), At("09:00"));
        return (await database.CopyAsync(postgres), company);
    }

    /// <summary>The services as the application composes them; another call over the same database is another node.</summary>
    public static ServiceProvider Node(DatabaseChoice choice, TimeProvider clock)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock);
        services.AddData(choice);
        services.AddOnlineBooking();
        return services.BuildServiceProvider();
    }

    /// <summary>A moment in the salon's time, so many days after that Monday.</summary>
    public static Instant At(string time, int day = 0) =>
        (Monday.PlusDays(day) + NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InZoneStrictly(Zone).ToInstant();

    public T Use<T>() where T : notnull => services.GetRequiredService<T>();
    public AppDb Db() => Use<Databases>().Open(Company.Id);

    /// <summary>A client at a browser of her own, not signed in.</summary>
    public static Visitor Client() => new(Guid.NewGuid(), null, "203.0.113.7", "ru");

    /// <summary>A filled-in form of Maria's, right in everything.</summary>
    public static BookingForm Form(int service, int? resource, Instant start, string phone = "+7 916 123-45-67", string name = "Мария") => new()
    {
        ServiceIds = [service],
        ResourceId = resource,
        Start = start,
        Name = name,
        Phone = phone,
        ConsentVersion = 1,
        IdempotencyKey = Guid.NewGuid().ToString("N"),
    };

    public Task<Outcome<WorkOrder>> BookAsync(BookingForm form, Visitor? visitor = null) =>
        Use<BookAppointment>().RunAsync(Company.Id, form, visitor ?? Client());

    public Task<Outcome<WorkOrder>> BookAsync(int service, int? resource, string time, Visitor? visitor = null) =>
        BookAsync(Form(service, resource, At(time)), visitor);

    public Task<Outcome<WorkOrder>> MoveAsync(WorkOrder order, string time, Visitor visitor) =>
        Use<MoveBooking>().RunAsync(Company.Id, order.Id, At(time), visitor);

    public Task<Outcome<WorkOrder>> CancelAsync(WorkOrder order, Visitor visitor) =>
        Use<CancelBooking>().RunAsync(Company.Id, order.Id, CancelBooking.Reasons[0], visitor);

    public Task<Outcome<Hold>> HoldAsync(int service, int? resource, string time, Visitor visitor) =>
        Use<HoldTime>().RunAsync(Company.Id, [service], resource, At(time), null, visitor.DeviceId);

    /// <summary>The times offered on that Monday, as the cabinet shows them at this moment.</summary>
    public async Task<IReadOnlyList<string>> TimesAsync(int service, int? resource, Visitor? visitor = null)
    {
        var snapshot = (await Use<CompanySnapshots>().GetAsync(Company.Id)).Without(heldBy: visitor?.DeviceId);
        var choice = Choice.Of(snapshot.Catalogue, [service], resource).Value;
        return [.. snapshot.Slots(choice, Monday, Monday, Now).Select(start => start.InZone(Zone).ToString("HH:mm", null))];
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
