using Kabinet.Customers;

namespace Kabinet.OnlineBooking;

internal static class OnlineBookingRoom
{
    public static void AddOnlineBooking(this IServiceCollection services)
    {
        services.AddSingleton<CompanySnapshots>();
        services.AddSingleton<ClientBookings>();
        services.AddSingleton<HoldTime>();
        services.AddSingleton<BookAppointment>();
        services.AddSingleton<CancelBooking>();
        services.AddSingleton<MoveBooking>();
        services.AddSingleton<ChangeReminder>();
        services.AddCustomers();
    }
}
