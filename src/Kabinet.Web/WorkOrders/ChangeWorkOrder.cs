using Kabinet.Data;
using Kabinet.OnlineBooking;
using Kabinet.Staff;
using NodaTime;

namespace Kabinet.WorkOrders;

/// <summary>«Записать»: everything that the form asks for, or nothing and why not.</summary>
public sealed class ChangeWorkOrder(CompanyWork work, CompanySnapshots snapshots, IClock clock)
{
    public Task<Outcome<WorkOrder>> RunAsync(SignedInMember member, int orderId, WorkOrderForm form, CancellationToken cancel = default) =>
        work.ChangeAsync(member.CompanyId, async (db, company) =>
        {
            var now = clock.GetCurrentInstant();
            var opened = await OpenedOrder.OpenAsync(db, await snapshots.InAsync(db, company, now, cancel), member, orderId, form.Revision, now, cancel);
            if (opened.IsRefused) return (List<Refusal>)[.. opened.Refusals];
            return await ChangeAsync(opened.Value, form, cancel);
        }, cancel);

    private static async Task<Outcome<WorkOrder>> ChangeAsync(OpenedOrder opened, WorkOrderForm form, CancellationToken cancel)
    {
        var (comment, body) = (form.Comment.Trim(), form.Body(opened.Zone));
        List<Refusal> refusals = [.. body.Refusals];
        if (comment.Length > WorkOrder.MaxCommentLength) refusals.Add(new Refusal(RefusalReason.CommentTooLong, "comment"));
        if (opened.CheckState(form.StateId, form.CancelReason) is { } wrong) refusals.Add(wrong);
        if (opened.CheckResource(form.ResourceId) is { } unfit) refusals.Add(unfit);
        if (refusals.Count > 0) return refusals;

        if (comment != opened.Order.Comment) opened.Order.WriteComment(comment);
        opened.Enter(form.StateId, form.CancelReason);
        if (await opened.MoveAsync(body.Value, form.ResourceId, cancel) is { } refused) return refused;
        await opened.TellClientAsync(cancel);
        return opened.Order;
    }
}
