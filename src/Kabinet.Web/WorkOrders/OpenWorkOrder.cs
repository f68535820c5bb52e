using Kabinet.Customers;
using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using Microsoft.EntityFrameworkCore;

namespace Kabinet.WorkOrders;

/// <summary>A work order as the form shows it: with its lines, its customer and the names of its resources.</summary>
public sealed record OrderCard(WorkOrder Order, Customer Customer, IReadOnlyList<OrderState> States, IReadOnlyDictionary<int, string> ResourceNames)
{
    public OrderState State => States.Single(state => state.Id == Order.StateId);
}

public sealed class OpenWorkOrder(Databases databases)
{
    /// <summary>Null: there is none, or not for this member.</summary>
    public async Task<OrderCard?> RunAsync(SignedInMember member, int orderId, CancellationToken cancel = default)
    {
        await using var db = databases.Open(member.CompanyId);
        var order = await ClientBookings.WithLines(db.WorkOrders.AsNoTracking().SeenBy(member)).FirstOrDefaultAsync(one => one.Id == orderId, cancel);
        if (order is null) return null;
        var resourceIds = order.Resources.Select(line => line.ResourceId).ToList();
        return new OrderCard(
            order,
            await db.Customers.AsNoTracking().SingleAsync(customer => customer.Id == order.CustomerId, cancel),
            await db.OrderStates.AsNoTracking().OrderBy(state => state.Position).ThenBy(state => state.Id).ToListAsync(cancel),
            await db.Resources.Where(resource => resourceIds.Contains(resource.Id)).ToDictionaryAsync(resource => resource.Id, resource => resource.Name, cancel));
    }
}
