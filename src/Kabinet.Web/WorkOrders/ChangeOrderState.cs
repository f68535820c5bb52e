using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>Another state for a work order, and nothing else: from the list, without opening the form.</summary>
public sealed class ChangeOrderState(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    /// <summary>The reason by which a visit that did not take place is counted as the client's fault.</summary>
    public const string NoShow = "Клиент не пришёл";

    /// <summary>The reasons for a cancellation that staff can choose.</summary>
    public static readonly IReadOnlyList<string> Reasons =
        ["Клиент передумал", NoShow, "Клиент просит другое время", "Специалист не может принять", "Ошибка записи", "Другое"];

    /// <param name="reason">Needed when the state is one of cancelled orders.</param>
    public Task<Outcome<WorkOrder>> RunAsync(
        SignedInMember member, int orderId, int revision, int stateId, string? reason, CancellationToken cancel = default) =>
        work.ChangeAsync<WorkOrder>(member.CompanyId, async (db, company) =>
        {
            var now = clock.GetCurrentInstant();
            var opened = await OpenedOrder.OpenAsync(db, await snapshots.InAsync(db, company, now, cancel), member, orderId, revision, now, cancel);
            if (opened.IsRefused) return opened.Refusals[0];
            var order = opened.Value;
            if (order.CheckState(stateId, reason) is { } wrong) return wrong;

            order.Enter(stateId, reason);
            if (await order.MoveAsync(order.Order.Body, null, cancel) is { } refused) return refused;
            await order.TellClientAsync(cancel);
            return order.Order;
        }, cancel);
}
