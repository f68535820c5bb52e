using Kabinet.Customers;

namespace Kabinet.WorkOrders;

internal static class WorkOrdersRoom
{
    public static void AddWorkOrders(this IServiceCollection services)
    {
        services.AddSingleton<WorkOrderList>();
        services.AddSingleton<OpenWorkOrder>();
        services.AddSingleton<CreateWorkOrder>();
        services.AddSingleton<ChangeWorkOrder>();
        services.AddSingleton<ChangeOrderState>();
        services.AddSingleton<FindCustomers>();
    }
}
