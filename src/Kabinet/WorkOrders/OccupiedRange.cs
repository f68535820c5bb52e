using Kabinet.Companies;
using Kabinet.OnlineBooking;
using Kabinet.Scheduling;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>
/// One unit of load on one seat of a resource: the row on which the database refuses a double booking. Belongs to a work order's
/// resource line or to a hold. Key: company, resource, seat, start.
/// </summary>
public sealed class OccupiedRange : IOwned
{
    private OccupiedRange() { }

    private OccupiedRange(int companyId, int resourceId, int seat, TimeRange range) =>
        (CompanyId, ResourceId, Seat, Start, Finish) = (companyId, resourceId, seat, range.Start, range.Finish);

    public static OccupiedRange OfOrder(ResourceLine line, int seat) =>
        new(line.CompanyId, line.ResourceId, seat, line.Occupied) { WorkOrderId = line.WorkOrderId, LineNumber = line.Number };

    public static OccupiedRange OfHold(int companyId, int resourceId, int seat, TimeRange range, Guid holdId, Guid? heldBy, Instant expires) =>
        new(companyId, resourceId, seat, range) { HoldId = holdId, HeldBy = heldBy, Expires = expires };

    public int CompanyId { get; private set; }
    public int ResourceId { get; private set; }

    /// <summary>1 to the resource's capacity.</summary>
    public int Seat { get; private set; }
    public Instant Start { get; private set; }
    public Instant Finish { get; private set; }
    public int? WorkOrderId { get; private set; }
    public int? LineNumber { get; private set; }
    public Guid? HoldId { get; private set; }

    /// <summary>The browser that holds it: nobody else can book it or let it go.</summary>
    public Guid? HeldBy { get; private set; }

    /// <summary>A hold no longer counts from then on; whoever needs the time removes it.</summary>
    public Instant? Expires { get; private set; }

    public TimeRange Range => new(Start, Finish);

    public Occupation AsOccupation() => new(ResourceId, Seat, new OccupiedTime(Range, 1, Expires), WorkOrderId, HoldId, HeldBy);

    /// <summary>The same on another seat (rows are replaced, not changed: the seat is part of the key).</summary>
    public OccupiedRange On(int seat) => new(CompanyId, ResourceId, seat, Range) { WorkOrderId = WorkOrderId, LineNumber = LineNumber, HoldId = HoldId, HeldBy = HeldBy, Expires = Expires };
}
