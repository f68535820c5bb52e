using Kabinet.Companies;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>Строка ресурсов: what occupies time.</summary>
public sealed class ResourceLine : IOwned
{
    private ResourceLine() { }

    internal ResourceLine(WorkOrder order, int number, int resourceId, int load, TimeRange body, int bufferBefore, int bufferAfter)
    {
        (CompanyId, WorkOrderId, Number, ResourceId, Load) = (order.CompanyId, order.Id, number, resourceId, load);
        (BufferBefore, BufferAfter) = (bufferBefore, bufferAfter);
        MoveTo(body);
    }

    public int CompanyId { get; private set; }
    public int WorkOrderId { get; private set; }
    public int Number { get; private set; }
    public int ResourceId { get; private set; }

    /// <summary>Загрузка: how much of the capacity it takes, 1 by default.</summary>
    public int Load { get; private set; } = 1;
    public Instant Start { get; private set; }
    public Instant Finish { get; private set; }

    /// <summary>Minutes kept free around the body.</summary>
    public int BufferBefore { get; private set; }
    public int BufferAfter { get; private set; }

    public TimeRange Body => new(Start, Finish);
    public TimeRange Occupied => Body.WithBuffers(BufferBefore, BufferAfter);

    internal void MoveTo(TimeRange body) => (Start, Finish) = (body.Start, body.Finish);
    internal void Assign(int resourceId) => ResourceId = resourceId;
}
