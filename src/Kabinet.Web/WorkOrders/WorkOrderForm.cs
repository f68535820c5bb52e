using Kabinet.Scheduling;
using Kabinet.Shell;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>What staff typed into the form of a work order, unchecked.</summary>
public sealed class WorkOrderForm
{
    /// <summary>That of the order as it was shown.</summary>
    public required int Revision { get; init; }
    public required int StateId { get; set; }

    /// <summary>Asked for when the state is one of cancelled orders.</summary>
    public string? CancelReason { get; set; }

    /// <summary>The company's local time; null: what was typed is no time.</summary>
    public required WallTime? Start { get; set; }
    public required WallTime? Finish { get; set; }
    public required string Comment { get; set; }

    /// <summary>The one that is to perform instead; null: nobody else.</summary>
    public int? ResourceId { get; set; }

    public static WorkOrderForm Of(WorkOrder order, DateTimeZone zone) => new()
    {
        Revision = order.Revision,
        StateId = order.StateId,
        CancelReason = order.CancelReason,
        Start = WallTime.Of(order.Start, zone),
        Finish = WallTime.Of(order.Finish, zone),
        Comment = order.Comment,
    };

    /// <summary>Does it ask for anything that the order is not yet?</summary>
    public bool Differs(WorkOrder order, DateTimeZone zone)
    {
        var known = Of(order, zone);
        return (known.StateId, known.CancelReason, known.Start, known.Finish, known.Comment) != (StateId, CancelReason, Start, Finish, Comment);
    }

    /// <summary>The visit's time, or what is wrong with it, field by field.</summary>
    public Outcome<TimeRange> Body(DateTimeZone zone)
    {
        var (start, finish) = (At(Start, zone), At(Finish, zone));
        List<Refusal> refusals = [];
        if (start is null) refusals.Add(new Refusal(RefusalReason.DateInvalid, "start"));
        if (finish is null) refusals.Add(new Refusal(RefusalReason.DateInvalid, "finish"));
        if (refusals.Count > 0) return refusals;

        var body = new TimeRange(start!.Value, finish!.Value);
        return body.IsEmpty ? new Refusal(RefusalReason.StartAfterFinish, "start") : body;
    }

    private static Instant? At(WallTime? typed, DateTimeZone zone) =>
        typed is { } time && TypedDate.IsSensible(time.At.Date) ? time.In(zone) : null;
}
