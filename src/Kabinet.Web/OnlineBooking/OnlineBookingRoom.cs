using Kabinet.Customers;
using Kabinet.Data;
using NodaTime;

namespace Kabinet.OnlineBooking;

internal static class OnlineBookingRoom
{
    /// <param name="companiesInMemory">How many companies' snapshots a node keeps.</param>
    public static void AddOnlineBooking(this IServiceCollection services, int companiesInMemory = CompanySnapshots.UsualCompaniesInMemory)
    {
        services.AddSingleton(provider => new CompanySnapshots(
            provider.GetRequiredService<Databases>(), provider.GetRequiredService<CompanyChanges>(), provider.GetRequiredService<IClock>(), companiesInMemory));
        services.AddSingleton<ClientBookings>();
        services.AddSingleton<HoldTime>();
        services.AddSingleton<BookAppointment>();
        services.AddSingleton<CancelBooking>();
        services.AddSingleton<MoveBooking>();
        services.AddSingleton<ChangeReminder>();
        services.AddSingleton<ChangeOnlineBooking>();
        services.AddCustomers();
    }
}
