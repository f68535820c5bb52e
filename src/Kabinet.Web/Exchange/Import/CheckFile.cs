using NodaTime;

namespace Kabinet.Exchange.Import;

/// <summary>Everything that is wrong with a company file, or all of it ready to be written.</summary>
internal static class CheckFile
{
    /// <summary>Null where there are problems.</summary>
    public static CheckedFile? Run(CompanyFile file, Instant now, FileProblems problems)
    {
        var settings = new CheckSettings(problems);
        var zone = settings.Run(file.Company);
        var times = new CheckTimes(zone, now, problems);
        var catalogue = new CheckCatalogue(file, problems, settings);
        var arrival = catalogue.StateIds.Find("company.onlineBooking.arrivalState", file.Company.OnlineBooking?.ArrivalState);
        if (arrival is { } index && catalogue.States[index].Status != WorkOrders.OrderStatus.Open)
            problems.Add("company.onlineBooking.arrivalState", "is not a state of open orders");
        var customers = new CheckCustomers(file.Customers ?? [], times, problems);
        var orders = new CheckWorkOrders(file.WorkOrders ?? [], catalogue, customers, times, problems);
        new CheckLoad(catalogue.Resources, problems).Run(orders.All);

        return problems.All.Count > 0 ? null : new CheckedFile(
            file.Company, zone!, arrival, catalogue.Kinds, catalogue.Schedules, catalogue.Resources, catalogue.Deviations, catalogue.Groups,
            catalogue.Services, catalogue.States, customers.All, orders.All);
    }
}
