using Kabinet.Companies;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>Оплата: money received (positive) or returned (negative) for a work order.</summary>
public sealed class Payment : IOwned
{
    private Payment() { }

    internal Payment(WorkOrder order, int number, Money sum, Instant at) =>
        (CompanyId, WorkOrderId, Number, Sum, At) = (order.CompanyId, order.Id, number, sum, at);

    public int CompanyId { get; private set; }
    public int WorkOrderId { get; private set; }
    public int Number { get; private set; }
    public Money Sum { get; private set; }
    public Instant At { get; private set; }
}
