using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.Customers;

/// <summary>Everything that the company keeps of a visitor, for him to take away (152-ФЗ, article 14). Names of fields are the file's.</summary>
public sealed record ClientData(string Company, string Name, string Phone, bool PhoneVerified, string Email, int? RemindMinutesBefore,
    IReadOnlyList<ClientData.BookingData> Bookings, IReadOnlyList<ClientData.ConsentData> Consents)
{
    public sealed record BookingData(int Number, DateTimeOffset Start, DateTimeOffset Finish, string Status, IReadOnlyList<string> Services, decimal SumRubles,
        string Name, string Phone, string? Email, string Comment, int? RemindMinutesBefore, string? CancelReason, DateTimeOffset Created);

    public sealed record ConsentData(string Kind, int Version, DateTimeOffset Given, DateTimeOffset? Withdrawn, string Address);
}

/// <summary>Gathers it: what this browser left and, after a code, what is kept for the proven phone.</summary>
public sealed class MyData(Databases databases, ClientProfiles profiles)
{
    public async Task<ClientData> RunAsync(Companies.Company company, ClientDevice device, Visitor visitor, CancellationToken cancel = default)
    {
        var profile = await profiles.FindAsync(device, cancel);
        await using var db = databases.Open(company.Id);
        var orders = await ClientBookings.WithLines(ClientBookings.OfVisitor(db, visitor)).OrderBy(order => order.Start).AsNoTracking().ToListAsync(cancel);
        return new ClientData(company.Name, profile.Name, profile.Phone, profile.IsVerified, profile.Email, profile.RemindBefore,
            [.. orders.Select(order => Data(order, company.Zone))],
            [.. profile.Consents.Select(consent => new ClientData.ConsentData(consent.Kind.ToString(), consent.Version,
                At(consent.Given, company.Zone), consent.Withdrawn is { } end ? At(end, company.Zone) : null, consent.Address))]);
    }

    private static ClientData.BookingData Data(WorkOrder order, NodaTime.DateTimeZone zone) => new(
        order.Number, At(order.Start, zone), At(order.Finish, zone), order.Status.ToString(), [.. order.Works.Select(line => line.Name)], order.Sum.AsRubles,
        order.Contact.Name, order.Contact.Phone, order.Contact.Email, order.Comment, order.RemindBefore, order.CancelReason, At(order.Created, zone));

    private static DateTimeOffset At(NodaTime.Instant instant, NodaTime.DateTimeZone zone) => instant.InZone(zone).ToDateTimeOffset();
}
