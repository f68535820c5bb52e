using Kabinet.Scheduling;
using Kabinet.WorkOrders;
using NodaTime;

namespace Kabinet.OnlineBooking;

/// <summary>What the company's settings let a client do to a booking that exists.</summary>
public static class BookingTerms
{
    public static bool CanBeCancelledByClient(this WorkOrder order, OnlineBookingSettings settings, Instant now) =>
        !order.IsClosed && now <= order.Start - Duration.FromMinutes(settings.CancelCutOff);

    public static bool CanBeMovedByClient(this WorkOrder order, OnlineBookingSettings settings, Instant now) =>
        !order.IsClosed && now <= order.Start - Duration.FromMinutes(settings.MoveCutOff);

    /// <summary>The order as a choice to look for another time with: its services and resource, its length as agreed.</summary>
    public static Outcome<Choice> AsChoice(this WorkOrder order, CompanyCatalogue catalogue)
    {
        if (order.Resources.Count == 0 || catalogue.Resource(order.Resources[0].ResourceId) is not { } resource)
            return new Refusal(RefusalReason.ResourceNotOffered, "resource");
        var services = order.Works.Select(line => catalogue.Service(line.ServiceId)).OfType<ServiceCatalog.Service>().ToList();
        if (services.Count < order.Works.Count || services.Count == 0) return new Refusal(RefusalReason.ServiceNotOffered, "service");
        var line = order.Resources[0];
        return new Choice(services, resource) { AgreedVisit = new Visit((int)order.Body.Length.TotalMinutes, line.BufferBefore, line.BufferAfter) };
    }
}
