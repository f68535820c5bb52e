using System.Globalization;
using Kabinet.OnlineBooking;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

[assembly: HostingStartup(typeof(Kabinet.Web.Tests.Data.StreamOfBookingsStartup))]

namespace Kabinet.Web.Tests.Data;

/// <summary>Joins the application only where it is asked for: see <see cref="Starting.Application"/>.</summary>
public sealed class StreamOfBookingsStartup : IHostingStartup
{
    public const string Wanted = "KABINET_TESTS_BOOK";

    // An application inside the tests' own process finds this class too, for the tests are its entry assembly.
    public void Configure(IWebHostBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(Wanted) is not null) builder.ConfigureServices(services => services.AddHostedService<StreamOfBookings>());
    }
}

/// <summary>Four clients who book one massage after another inside the application, and say so when they have the answer.</summary>
public sealed class StreamOfBookings(CompanySnapshots snapshots, BookAppointment book, IClock clock) : BackgroundService
{
    public const string Booked = "booked ";

    public static int IdIn(string line) => int.Parse(line[(line.IndexOf(Booked, StringComparison.Ordinal) + Booked.Length)..], CultureInfo.InvariantCulture);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(1, 4).Select(client => Task.Run(() => BookAsync(client, stoppingToken), stoppingToken)));

    private async Task BookAsync(int client, CancellationToken cancel)
    {
        var chance = new Random(Environment.ProcessId + client);
        while (!cancel.IsCancellationRequested)
        {
            var snapshot = (await snapshots.FindAsync(TestCompany.Slug, cancel))!;
            var (now, today) = (clock.GetCurrentInstant(), snapshot.Catalogue.Today);
            var massage = Choice.Of(snapshot.Catalogue, [snapshot.Catalogue.Services.First(service => service.NeededKindIds.Count > 0).Id], null).Value;
            var slots = snapshot.Slots(massage, today.PlusDays(2), today.PlusDays(50), now);
            var form = Salon.Form(massage.Services[0].Id, null, slots[chance.Next(slots.Count)], $"+7916{chance.Next(1000000, 9999999)}") with { RemindBefore = 60 };
            var answer = await book.RunAsync(snapshot.Catalogue.Company.Id, form, Salon.Client(), cancel);
            if (!answer.IsRefused) await Console.Out.WriteLineAsync($"{Booked}{answer.Value.Id}");
        }
    }
}
